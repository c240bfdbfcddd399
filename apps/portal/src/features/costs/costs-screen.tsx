"use client";
import type { CostDashboard, CostDashboardInput } from "@greenroom/costs/schema";
import { STAGES } from "@greenroom/environments/schema";
import { Button, EmptyState, LinkButton, PageHeader, Select, Skeleton } from "@greenroom/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Wallet, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useUrlFilters } from "../../components/use-url-filters";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { AccountCosts } from "./account-costs";
import { BlueprintAccuracy } from "./accuracy";
import { Anomalies } from "./anomalies/anomalies";
import { BudgetAlerts } from "./budgets/budget-alerts";
import { Budgets } from "./budgets/budgets";
import { CostFigures } from "./cost-figures";
import { readCostFilters } from "./cost-filters";
import { CostGroupTable, EnvironmentCostTable, ExpectedTable, MoversTable } from "./cost-tables";
import { DailyCostCard } from "./daily-cost-card";
import { Discounts } from "./discounts/discounts";
import { lastMonths, useMonthText } from "./month-text";
import { PriceGaps } from "./price-gaps";

const REFRESH_MS = 60_000;
const ANY = "any";

/** What the reader's teams spend: how much, on what, where it is going and what changed. */
export function CostsScreen() {
  const t = useTranslations("costs");
  const trpc = useTRPC();
  const [params, setFilters] = useUrlFilters();
  const filters = readCostFilters(params);
  const query = useQuery({
    ...trpc.costs.dashboard.queryOptions(filters),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Filters params={params} filters={filters} setFilters={setFilters} />
      <QueryView query={query} skeleton={<CostsSkeleton />}>
        {(view) =>
          isEmpty(view) ? (
            <>
              <Nothing isFiltered={params.size > 0} />
              <Budgets filters={filters} />
            </>
          ) : (
            <Ready view={view} filters={filters} />
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
function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("costs");
  return isFiltered ? (
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
  params,
  filters: { month = ANY, teamId = ANY, stage },
  setFilters,
}: {
  params: URLSearchParams;
  filters: CostDashboardInput;
  setFilters: (patch: Record<string, string | null>) => void;
}) {
  const t = useTranslations("costs");
  const stages = useTranslations("stages");
  const monthText = useMonthText();
  const trpc = useTRPC();
  const teams = useQuery(trpc.identity.teams.queryOptions()).data ?? [];
  const choose = (name: string) => (value: string) => setFilters({ [name]: value === ANY ? null : value });
  const [current = "", ...earlier] = lastMonths(new Date());
  const isOlder = month !== ANY && month !== current && !earlier.includes(month);
  const isOfStrangers = teamId !== ANY && teams.every(({ id }) => id !== teamId);
  return (
    <search className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={t("columns.month")}
        className="w-auto"
        value={month === current ? ANY : month}
        onValueChange={choose("month")}
        options={[
          { value: ANY, label: t("soFar", { month: monthText(current) }) },
          ...[...earlier, ...(isOlder ? [month] : [])].map((one) => ({ value: one, label: monthText(one) })),
        ]}
      />
      {teams.length > 1 ? (
        <Select
          aria-label={t("columns.team")}
          className="w-auto"
          value={teamId}
          onValueChange={choose("team")}
          options={[
            { value: ANY, label: t("anyTeam") },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
            ...(isOfStrangers ? [{ value: teamId, label: t("unknownTeam") }] : []),
          ]}
        />
      ) : null}
      <Select
        aria-label={t("columns.stage")}
        className="w-auto"
        value={stage ?? ANY}
        onValueChange={choose("stage")}
        options={[
          { value: ANY, label: t("anyStage") },
          ...STAGES.map((value) => ({ value: value as string, label: stages(value) })),
        ]}
      />
      {params.size > 0 ? (
        <Button
          variant="ghost"
          onClick={() => setFilters(Object.fromEntries([...params.keys()].map((name) => [name, null])))}
        >
          <X aria-hidden />
          {t("clear")}
        </Button>
      ) : null}
    </search>
  );
}
