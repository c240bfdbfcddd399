"use client";
import { endsSoon } from "@greenroom/environments/lifecycle";
import type { EnvironmentRow } from "@greenroom/environments/schema";
import { addDecimals } from "@greenroom/pricing/schema";
import { Card, EmptyState, LinkButton, TableSkeleton, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Boxes, CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { MonthlyCost } from "../../modules/costs/monthly-cost";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { EnvironmentTable } from "./environment-table";
import { TimeLeft } from "./time-left";

const SHOWN = 100;
const REFRESH_MS = 10_000;

function useEnvironments() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.environments.list.queryOptions({ limit: SHOWN }), refetchInterval: REFRESH_MS });
}

/** The environments of the reader's teams, and what they cost together. */
export function MyEnvironments() {
  const t = useTranslations("home");
  const query = useEnvironments();
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="font-semibold text-lg">{t("environments")}</h2>
      <QueryView query={query} skeleton={<TableSkeleton label={t("loading")} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState
              icon={Boxes}
              title={t("noEnvironments.title")}
              action={<LinkButton href="/catalog">{t("noEnvironments.action")}</LinkButton>}
            >
              {t("noEnvironments.body")}
            </EmptyState>
          ) : (
            <>
              <EnvironmentTable rows={items} label={t("environments")} />
              <Totals rows={items} isComplete={nextCursor === null} />
            </>
          )
        }
      </QueryView>
    </section>
  );
}

function Totals({ rows, isComplete }: { rows: readonly EnvironmentRow[]; isComplete: boolean }) {
  const t = useTranslations("home");
  const priced = rows.flatMap((row) => row.monthlyCostUsd ?? []);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-ink-muted">
        {t("totalCount", { count: rows.length })}
        {isComplete ? null : (
          <>
            {" · "}
            <TextLink href="/environments">{t("showAll")}</TextLink>
          </>
        )}
      </p>
      <p>
        {t("totalCost")}{" "}
        <MonthlyCost
          usd={addDecimals(priced)}
          isAtLeast={rows.some((row) => row.monthlyCostUsd !== null && row.isCostAtLeast)}
          className="font-semibold"
        />
      </p>
    </div>
  );
}

/** What ends within three days; absent when nothing does. */
export function ExpiringSoon() {
  const t = useTranslations("home");
  const query = useEnvironments();
  const rows = (query.data?.items ?? []).filter(
    (row) => row.expiresAt && row.status !== "DESTROYED" && endsSoon(row.expiresAt, new Date()),
  );
  if (rows.length === 0) return null;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <CalendarClock aria-hidden className="size-4 text-attention" />
          {t("expiring", { count: rows.length })}
        </span>
      }
    >
      <ul className="grid gap-2">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap justify-between gap-2">
            <TextLink href={`/environments/${row.id}`}>{row.name}</TextLink>
            <TimeLeft expiresAt={row.expiresAt} isGone={false} isBuilt />
          </li>
        ))}
      </ul>
    </Card>
  );
}
