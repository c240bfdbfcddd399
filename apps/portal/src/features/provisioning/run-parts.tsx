"use client";
import { isActive } from "@greenroom/provisioning/lifecycle";
import type { RunRow } from "@greenroom/provisioning/schema";
import { Card, ErrorState, LinkButton, Skeleton, TableSkeleton, TextLink } from "@greenroom/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useErrorText, useSay } from "../../i18n/use-error-text";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { RunActions } from "./run-actions";
import { RunStatusBadge } from "./run-status";
import { RunSteps } from "./run-steps";
import { RunTable } from "./run-table";
import { useLiveRun } from "./use-live-run";
import { WaitingText } from "./waiting-text";

const REFRESH_MS = 5_000;
const FAILED_SHOWN = 5;

/** The runs of an environment, newest first. */
export function EnvironmentRuns({ environmentId }: { environmentId: string }) {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.runs.list.queryOptions({ environmentId, limit: 20 }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{t("title")}</h2>
      <QueryView query={query} skeleton={<TableSkeleton rows={2} label={t("loading")} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-muted">{t("noneYet")}</p>
          ) : (
            <RunTable rows={items} label={t("title")} isOfOneEnvironment />
          )
        }
      </QueryView>
    </section>
  );
}

/**
 * The newest run of an environment while it is at work, or while it has left it FAILED, with what the reader
 * may do about it.
 */
export function CurrentRun({ environmentId }: { environmentId: string }) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.runs.list.queryOptions({ environmentId, limit: 20 }),
    refetchInterval: REFRESH_MS,
  });
  const environment = useQuery(trpc.environments.get.queryOptions({ environmentId })).data;
  const run = query.data?.items.find((candidate) => candidate.kind !== "PLAN");
  const isFailed = environment?.status === "FAILED";
  if (!run || !(isActive(run.status) || run.status === "FAILED" || isFailed)) return null;
  return <CurrentRunBar key={run.id} row={run} />;
}

/** Drawn from the row at first; the run itself adds the acts, and moves it on. */
function CurrentRunBar({ row }: { row: RunRow }) {
  const t = useTranslations("run");
  const kinds = useTranslations("runKinds");
  const say = useSay();
  const { query } = useLiveRun(row.id);
  const run = query.data ?? row;
  const failure = run.failure;
  return (
    <section
      aria-label={t("current")}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border bg-surface p-3"
    >
      <div className="flex min-w-0 flex-1 basis-80 flex-wrap items-center gap-x-3 gap-y-1">
        <RunStatusBadge status={run.status} />
        <span className="font-medium">
          #{run.number} {kinds(run.kind)}
        </span>
        {run.waiting ? (
          <span>
            <WaitingText waiting={run.waiting} />
          </span>
        ) : null}
        {failure ? <span className="min-w-0 text-bad">{say(failure.message)}</span> : null}
        {!failure && !isActive(run.status) ? <span className="min-w-0">{t("leftHalfDone")}</span> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/runs/${run.id}`}>
          {isActive(run.status) ? t("watch") : t("openFailed")}
        </LinkButton>
        {query.data ? <RunActions run={query.data} /> : null}
      </div>
    </section>
  );
}

/** The runs that left environments of the reader failed; absent when there are none. */
export function MyFailedRuns() {
  const t = useTranslations("home");
  const say = useSay();
  const kinds = useTranslations("runKinds");
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.list.queryOptions({
      needsMe: true,
      limit: FAILED_SHOWN,
    }),
  );
  const runs = query.data?.items ?? [];
  if (runs.length === 0) return null;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <CircleX aria-hidden className="size-4 text-bad" />
          {t("failedRuns")}
        </span>
      }
    >
      <ul className="grid gap-2">
        {runs.map((run) => (
          <li key={run.id} className="grid gap-0.5">
            <TextLink href={`/runs/${run.id}`}>
              #{run.number} {kinds(run.kind)} {run.environmentName}
            </TextLink>
            {run.failure ? (
              <span className="line-clamp-2 text-ink-muted text-sm">{say(run.failure.message)}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/**
 * The steps of a request's plan as they happen; when it is over, the request is read anew and shows the plan.
 */
export function PlanProgress({ requestId }: { requestId: string }) {
  const trpc = useTRPC();
  const planRunId = useQuery(trpc.requests.get.queryOptions({ requestId })).data?.planRunId;
  return planRunId ? <PlanRun runId={planRunId} requestId={requestId} /> : null;
}

function PlanRun({ runId, requestId }: { runId: string; requestId: string }) {
  const t = useTranslations("run");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const { query } = useLiveRun(runId);
  const run = query.data;
  const isOver = run !== undefined && !isActive(run.status);
  useEffect(() => {
    if (isOver) void queryClient.invalidateQueries({ queryKey: trpc.requests.get.queryKey({ requestId }) });
  }, [isOver, queryClient, trpc, requestId]);
  if (!run) {
    return query.error ? (
      <ErrorState title={t("planUnseen")}>{errorText(query.error)}</ErrorState>
    ) : (
      <Skeleton className="h-40" />
    );
  }
  return (
    <Card
      title={t("planning")}
      aside={
        <LinkButton size="sm" variant="ghost" href={`/runs/${run.id}`}>
          {t("watch")}
        </LinkButton>
      }
      isFlush
    >
      {run.waiting ? (
        <p className="border-b bg-attention-soft px-4 py-2 text-attention">
          <WaitingText waiting={run.waiting} />
        </p>
      ) : null}
      <RunSteps run={run} />
    </Card>
  );
}
