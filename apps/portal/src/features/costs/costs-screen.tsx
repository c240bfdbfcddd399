"use client";
import type { CostDashboard, CostDashboardInput } from "@greenroom/costs/schema";
import { STAGES } from "@greenroom/environments/schema";
import { EmptyState, FilterBar, FilterSelect, LinkButton, PageHeader, Skeleton } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { isFiltered } from "../../modules/filters/is-filtered";
import { TeamFilter } from "../../modules/filters/team-filter";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { AccountCosts } from "./account-costs";
import { BlueprintAccuracy } from "./accuracy";
import { Anomalies } from "./anomalies/anomalies";
import { BudgetAlerts } from "./budgets/budget-alerts";
import { Budgets } from "./budgets/budgets";
import { CostFigures } from "./cost-figures";
import { COST_FILTERS, type CostFilters, costInputOf } from "./cost-filters";
import { CostGroupTable, EnvironmentCostTable, ExpectedTable, MoversTable } from "./cost-tables";
import { DailyCostCard } from "./daily-cost-card";
import { Discounts } from "./discounts/discounts";
import { monthBefore, useMonthText } from "./month-text";
import { PriceGaps } from "./price-gaps";

const REFRESH_MS = 60_000;
/** How many months before this one can be chosen. */
const EARLIER_MONTHS = 11;

/** What the reader's teams spend: how much, on what, where it is going and what changed. */
export function CostsScreen() {
  const t = useTranslations("costs");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(COST_FILTERS);
  const input = costInputOf(filters);
  const query = useQuery({
    ...trpc.costs.dashboard.queryOptions(input),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Filters filters={filters} setFilters={setFilters} />
      <QueryView query={query} skeleton={<CostsSkeleton />}>
        {(view) =>
          isEmpty(view) ? (
            <>
              <Nothing isNarrowed={isFiltered(filters)} />
              <Budgets filters={input} />
            </>
          ) : (
            <Ready view={view} filters={input} />
          )
        }
      </QueryView>
    </>
  );
}

const isEmpty = ({ environments, daily, expected }: CostDashboard) =>
  environments.rows.length === 0 && daily.services.length === 0 && expected.environmentCount === 0;

function Ready({ view, filters }: { view: CostDashboard; filters: CostDashboardInput }) {
  const t = useTranslations("costs");
  const stages = useTranslations("stages");
  return (
    <>
      <CostFigures view={view} />
      <BudgetAlerts />
      <Anomalies teamId={filters.teamId} />
      {view.daily.services.length === 0 ? (
        <EmptyState icon={Wallet} title={t("unmeasured.title")}>
          {t("unmeasured.body")}
        </EmptyState>
      ) : null}
      <DailyCostCard daily={view.daily} forecastUsd={view.forecast?.dailyUsd ?? null} />
      <Budgets filters={filters} />
      <EnvironmentCostTable view={view} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <MoversTable view={view} />
          <CostGroupTable view={view} group={view.teams} title={t("byTeam")} head={t("columns.team")} />
          <CostGroupTable
            view={view}
            group={view.stages}
            title={t("byStage")}
            head={t("columns.stage")}
            nameOf={({ key }) => stages(STAGES.find((stage) => stage === key) ?? "dev")}
          />
          <BlueprintAccuracy teamId={filters.teamId} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <CostGroupTable
            view={view}
            group={view.services}
            title={t("byService")}
            head={t("columns.service")}
          />
          <ExpectedTable view={view} />
          <PriceGaps filters={filters} />
        </div>
      </div>
      <AccountCosts filters={filters} />
      <Discounts />
    </>
  );
}

/** Why there is nothing, and what will change that. */
function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useTranslations("costs");
  return isNarrowed ? (
    <EmptyState icon={Wallet} title={t("emptyFiltered.title")}>
      {t("emptyFiltered.body")}
    </EmptyState>
  ) : (
    <EmptyState
      icon={Wallet}
      title={t("empty.title")}
      action={<LinkButton href="/catalog">{t("empty.action")}</LinkButton>}
    >
      {t("empty.body")}
    </EmptyState>
  );
}

function CostsSkeleton() {
  const t = useTranslations("costs");
  return (
    <div role="status" aria-label={t("loading")} className="grid gap-6">
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {["month", "forecast", "before", "expected"].map((figure) => (
          <Skeleton key={figure} className="h-24" />
        ))}
      </div>
      <Skeleton className="h-80" />
      <div className="grid gap-6 xl:grid-cols-2">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
    </div>
  );
}

function Filters({
  filters,
  setFilters,
}: {
  filters: CostFilters;
  setFilters: (patch: Partial<CostFilters> | null) => void;
}) {
  const t = useTranslations("costs");
  const shared = useTranslations("filters");
  const stages = useTranslations("stages");
  const monthText = useMonthText();
  const now = new Date();
  const current = monthBefore(now, 0);
  const earlier = Array.from({ length: EARLIER_MONTHS }, (_, index) => monthBefore(now, index + 1));
  const month = filters.month === current ? null : filters.month;
  const shown = month === null || earlier.includes(month) ? earlier : [...earlier, month];
  return (
    <FilterBar isFiltered={isFiltered(filters)} clearLabel={shared("clear")} onClear={() => setFilters(null)}>
      <FilterSelect
        label={t("columns.month")}
        anyLabel={t("soFar", { month: monthText(current) })}
        value={month}
        onValueChange={(next) => setFilters({ month: next })}
        options={shown.map((value) => ({ value, label: monthText(value) }))}
      />
      <TeamFilter value={filters.team} onValueChange={(team) => setFilters({ team })} />
      <FilterSelect
        label={t("columns.stage")}
        anyLabel={shared("anyStage")}
        value={filters.stage}
        onValueChange={(stage) => setFilters({ stage })}
        options={STAGES.map((value) => ({ value, label: stages(value) }))}
      />
    </FilterBar>
  );
}
