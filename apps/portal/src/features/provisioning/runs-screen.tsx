"use client";
import type { RunRow } from "@greenroom/provisioning/schema";
import { EmptyState, LinkButton, PageHeader, TableSkeleton } from "@greenroom/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { PlayCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { byCursor } from "../../trpc/by-cursor";
import { useTRPC } from "../../trpc/client";
import { LoadMore } from "../../trpc/load-more";
import { QueryView } from "../../trpc/query-view";
import { ACTIVE_RUNS, SETTLED_RUNS } from "./run-lists";
import { RunTable } from "./run-table";

const REFRESH_MS = 3_000;
/** The queue: what runs, what waits, why and in which place; then what is over. */
export function RunsScreen() {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const active = useQuery({ ...trpc.runs.list.queryOptions(ACTIVE_RUNS), refetchInterval: REFRESH_MS });
  const settled = useInfiniteQuery({
    ...trpc.runs.list.infiniteQueryOptions(SETTLED_RUNS, byCursor),
    refetchInterval: REFRESH_MS * 3,
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="font-semibold text-lg">{t("active")}</h2>
        <QueryView query={active} skeleton={<TableSkeleton rows={2} label={t("loading")} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={PlayCircle} title={t("noActive.title")}>
                {t("noActive.body")}
              </EmptyState>
            ) : (
              <RunTable
                rows={inQueueOrder(items)}
                label={t("active")}
                placeOf={(run) => placeInQueue(items, run)}
              />
            )
          }
        </QueryView>
      </section>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="font-semibold text-lg">{t("settled")}</h2>
        <QueryView query={settled} skeleton={<TableSkeleton label={t("loading")} />}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items);
            return rows.length === 0 ? (
              <EmptyState
                title={t("noSettled.title")}
                action={<LinkButton href="/catalog">{t("noSettled.action")}</LinkButton>}
              >
                {t("noSettled.body")}
              </EmptyState>
            ) : (
              <div>
                <RunTable rows={rows} label={t("settled")} />
                <LoadMore query={settled} />
              </div>
            );
          }}
        </QueryView>
      </section>
    </>
  );
}

/** Running ones first, then the waiting ones, the next to start on top. */
function inQueueOrder(runs: readonly RunRow[]): RunRow[] {
  return [...runs].sort(
    (a, b) =>
      Number(a.status === "QUEUED") - Number(b.status === "QUEUED") ||
      a.queuedAt.getTime() - b.queuedAt.getTime(),
  );
}

/** 1 for the queued run that starts next among those the reader sees; null for one that runs. */
function placeInQueue(runs: readonly RunRow[], run: RunRow): number | null {
  if (run.status !== "QUEUED") return null;
  return runs.filter((other) => other.status === "QUEUED" && other.queuedAt <= run.queuedAt).length;
}
