"use client";
import { isActive } from "@greenroom/provisioning/lifecycle";
import type { RunView } from "@greenroom/provisioning/schema";
import {
  Badge,
  Card,
  Duration,
  formatDuration,
  PageHeader,
  PageSkeleton,
  RelativeTime,
  TextLink,
} from "@greenroom/ui";
import { Clock, WifiOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DashboardLinks } from "../../modules/dashboards/dashboard-links";
import { QueryView } from "../../trpc/query-view";
import { earlyFailure } from "./early-failure";
import { EventLog } from "./event-log";
import { RunActions } from "./run-actions";
import { RunArchitecture } from "./run-architecture";
import { RunFailure } from "./run-failure";
import { RunResult } from "./run-result";
import { RunStatusBadge } from "./run-status";
import { RunSteps } from "./run-steps";
import { useLiveRun } from "./use-live-run";
import { WaitingText } from "./waiting-text";

/** A run as it happens: steps, resources, log; what failed and why; what came out of it. */
export function RunScreen({ runId }: { runId: string }) {
  const t = useTranslations("run");
  const { query, isReconnecting } = useLiveRun(runId);
  return (
    <QueryView query={query} skeleton={<PageSkeleton label={t("loading")} />}>
      {(run) => <Ready run={run} isReconnecting={isReconnecting} />}
    </QueryView>
  );
}

function Ready({ run, isReconnecting }: { run: RunView; isReconnecting: boolean }) {
  const t = useTranslations("run");
  const failure = run.failure ?? (isActive(run.status) ? earlyFailure(run.events) : null);
  return (
    <>
      <RunHeader run={run} isReconnecting={isReconnecting} />
      {run.waiting && isActive(run.status) ? (
        <p
          role="status"
          className="flex items-start gap-2 rounded-lg border bg-attention-soft p-3 text-attention"
        >
          <Clock aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <WaitingText waiting={run.waiting} />
          </span>
        </p>
      ) : null}
      {run.isCancelling && isActive(run.status) ? (
        <p role="status" className="rounded-lg border bg-attention-soft p-3 text-attention">
          {t("cancelling")}
        </p>
      ) : null}
      {failure ? <RunFailure run={run} failure={failure} /> : null}
      {run.status === "SUCCEEDED" ? <RunResult run={run} /> : null}
      <Card title={t("steps")} isFlush>
        <RunSteps run={run} />
      </Card>
      {run.dashboards.length > 0 ? (
        <Card title={t("dashboards")}>
          <p className="mb-2 text-ink-muted">{t("dashboardsNote")}</p>
          <DashboardLinks dashboards={run.dashboards} />
        </Card>
      ) : null}
      <RunArchitecture run={run} />
      <KeptLog run={run} />
    </>
  );
}

/** The log as long as it is kept, and what becomes of it. */
function KeptLog({ run: { events, eventsRemovedAt } }: { run: RunView }) {
  const t = useTranslations("run");
  if (eventsRemovedAt) {
    const when = () => <RelativeTime value={eventsRemovedAt} />;
    return <p className="text-ink-muted">{t.rich("logRemoved", { when })}</p>;
  }
  return (
    <>
      <EventLog events={events} />
      <p className="text-ink-muted text-sm">{t("logKept")}</p>
    </>
  );
}

/** The run before, or after, that tries the same. */
function OtherAttempt({ link, label }: { link: RunView["retryOf"]; label: "retries" | "retriedBy" }) {
  const t = useTranslations("run");
  if (!link) return null;
  return (
    <>
      <span aria-hidden>·</span>
      <TextLink href={`/runs/${link.id}`}>{t(label, { number: link.number })}</TextLink>
    </>
  );
}

function RunHeader({ run, isReconnecting }: { run: RunView; isReconnecting: boolean }) {
  const t = useTranslations("run");
  const kinds = useTranslations("runKinds");
  const locale = useLocale();
  const environment = run.environmentId ? (
    <TextLink href={`/environments/${run.environmentId}`}>{run.environmentName}</TextLink>
  ) : (
    run.environmentName
  );
  return (
    <PageHeader
      title={t("title", { number: run.number, kind: kinds(run.kind), name: run.environmentName })}
      state={
        <>
          <RunStatusBadge status={run.status} />
          {isReconnecting ? (
            <span role="status">
              <Badge tone="attention">
                <WifiOff aria-hidden />
                {t("reconnecting")}
              </Badge>
            </span>
          ) : null}
        </>
      }
      description={
        <span className="flex flex-wrap gap-x-2 gap-y-0.5">
          <span>{environment}</span>
          <span aria-hidden>·</span>
          <TextLink href={`/requests/${run.requestId}`}>
            {t("request", { number: run.requestNumber })}
          </TextLink>
          <span aria-hidden>·</span>
          <span>
            {t("startedBy", { name: run.actor?.name ?? "Greenroom" })} <RelativeTime value={run.queuedAt} />
          </span>
          {run.startedAt ? (
            <>
              <span aria-hidden>·</span>
              <span>
                {t(run.finishedAt ? "took" : "running")} <Duration from={run.startedAt} to={run.finishedAt} />
                {run.expectedSeconds !== null && isActive(run.status)
                  ? ` ${t("expected", { duration: formatDuration(run.expectedSeconds * 1_000, locale) })}`
                  : ""}
              </span>
            </>
          ) : null}
          {run.attempt > 1 ? (
            <>
              <span aria-hidden>·</span>
              <span>{t("attempt", { attempt: run.attempt })}</span>
            </>
          ) : null}
          <OtherAttempt link={run.retryOf} label="retries" />
          <OtherAttempt link={run.retriedBy} label="retriedBy" />
        </span>
      }
      actions={<RunActions run={run} />}
    />
  );
}
