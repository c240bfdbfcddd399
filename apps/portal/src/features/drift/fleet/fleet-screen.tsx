"use client";
import { DRIFT_STATES } from "@greenroom/drift/lifecycle";
import type { FleetSummary } from "@greenroom/drift/schema";
import { STAGES } from "@greenroom/environments/schema";
import {
  EmptyState,
  FilterBar,
  FilterSelect,
  LinkButton,
  PageHeader,
  Skeleton,
  TableSkeleton,
} from "@greenroom/ui";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Diff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { isFiltered } from "../../../modules/filters/is-filtered";
import { TeamFilter } from "../../../modules/filters/team-filter";
import { byCursor } from "../../../trpc/by-cursor";
import { useTRPC } from "../../../trpc/client";
import { LoadMore } from "../../../trpc/load-more";
import { QueryView } from "../../../trpc/query-view";
import { driftScopeOf, FLEET_FILTERS, type FleetFilters, fleetInputOf } from "./fleet-filters";
import { FleetSummaryCards } from "./fleet-summary";
import { FleetTable } from "./fleet-table";

const REFRESH_MS = 30_000;

/**
 * How the environments of the reader's teams differ from what was approved, with filters that live in the
 * address.
 */
export function FleetScreen() {
  const t = useTranslations("fleetDrift");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(FLEET_FILTERS);
  const summary = useQuery({
    ...trpc.drift.summary.queryOptions(driftScopeOf(filters)),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Filters filters={filters} setFilters={setFilters} />
      <QueryView query={summary} skeleton={<Skeleton className="h-32" />}>
        {(view) =>
          isEmpty(view) ? (
            <Nothing isNarrowed={isFiltered(filters)} />
          ) : (
            <>
              <FleetSummaryCards summary={view} />
              <FleetList filters={filters} />
            </>
          )
        }
      </QueryView>
    </>
  );
}

const isEmpty = ({ states }: FleetSummary) => DRIFT_STATES.every((state) => states[state] === 0);

function FleetList({ filters }: { filters: FleetFilters }) {
  const t = useTranslations("fleetDrift");
  const query = useInfiniteQuery({
    ...useTRPC().drift.list.infiniteQueryOptions(fleetInputOf(filters), byCursor),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{t("environments")}</h2>
      <QueryView query={query} skeleton={<TableSkeleton label={t("loading")} />}>
        {(data) => {
          const rows = data.pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Nothing isNarrowed />;
          return (
            <div>
              <FleetTable rows={rows} label={t("environments")} />
              <LoadMore query={query} />
            </div>
          );
        }}
      </QueryView>
    </section>
  );
}

/** Why there is nothing, and what will change that. */
function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useTranslations("fleetDrift");
  return isNarrowed ? (
    <EmptyState icon={Diff} title={t("emptyFiltered.title")}>
      {t("emptyFiltered.body")}
    </EmptyState>
  ) : (
    <EmptyState
      icon={Diff}
      title={t("empty.title")}
      action={<LinkButton href="/catalog">{t("empty.action")}</LinkButton>}
    >
      {t("empty.body")}
    </EmptyState>
  );
}

function Filters({
  filters,
  setFilters,
}: {
  filters: FleetFilters;
  setFilters: (patch: Partial<FleetFilters> | null) => void;
}) {
  const t = useTranslations("fleetDrift");
  const shared = useTranslations("filters");
  const stages = useTranslations("stages");
  const states = useTranslations("drift.states");
  return (
    <FilterBar isFiltered={isFiltered(filters)} clearLabel={shared("clear")} onClear={() => setFilters(null)}>
      <FilterSelect
        label={t("columns.state")}
        anyLabel={t("anyState")}
        value={filters.state}
        onValueChange={(state) => setFilters({ state })}
        options={DRIFT_STATES.map((value) => ({ value, label: states(value) }))}
      />
      <FilterSelect
        label={t("columns.stage")}
        anyLabel={shared("anyStage")}
        value={filters.stage}
        onValueChange={(stage) => setFilters({ stage })}
        options={STAGES.map((value) => ({ value, label: stages(value) }))}
      />
      <TeamFilter value={filters.team} onValueChange={(team) => setFilters({ team })} />
    </FilterBar>
  );
}
