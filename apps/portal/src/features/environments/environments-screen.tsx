"use client";
import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { STAGES } from "@greenroom/environments/schema";
import {
  EmptyState,
  FilterBar,
  FilterSelect,
  FilterToggle,
  Input,
  LinkButton,
  PageHeader,
  TableSkeleton,
  useDebounced,
} from "@greenroom/ui";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Boxes } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { NewEnvironmentButton } from "../../modules/environments/new-environment-button";
import { isFiltered } from "../../modules/filters/is-filtered";
import { TeamFilter } from "../../modules/filters/team-filter";
import { byCursor } from "../../trpc/by-cursor";
import { useTRPC } from "../../trpc/client";
import { LoadMore } from "../../trpc/load-more";
import { QueryView } from "../../trpc/query-view";
import {
  ENVIRONMENT_FILTERS,
  type EnvironmentFilters,
  environmentInputOf,
  MAX_SEARCH_LENGTH,
} from "./environment-filters";
import { EnvironmentTable } from "./environment-table";

const REFRESH_MS = 10_000;
/** How long a search rests before the server is asked. */
const SEARCH_DELAY_MS = 200;

/** Every environment the reader may see, with filters that live in the address. */
export function EnvironmentsScreen() {
  const t = useTranslations("environments");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(ENVIRONMENT_FILTERS);
  const search = useDebounced(filters.search, SEARCH_DELAY_MS);
  const input = environmentInputOf({ ...filters, search });
  const query = useInfiniteQuery({
    ...trpc.environments.list.infiniteQueryOptions(input, byCursor),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<NewEnvironmentButton />} />
      <Filters filters={filters} setFilters={setFilters} />
      <QueryView query={query} skeleton={<TableSkeleton label={t("loading")} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length > 0) {
            return (
              <div>
                <EnvironmentTable rows={rows} label={t("title")} />
                <LoadMore query={query} />
              </div>
            );
          }
          return isFiltered(filters) ? (
            <EmptyState icon={Boxes} title={t("emptyFiltered.title")}>
              {t("emptyFiltered.body")}
            </EmptyState>
          ) : (
            <EmptyState
              icon={Boxes}
              title={t("empty.title")}
              action={<LinkButton href="/catalog">{t("empty.action")}</LinkButton>}
            >
              {t("empty.body")}
            </EmptyState>
          );
        }}
      </QueryView>
    </>
  );
}

function Filters({
  filters,
  setFilters,
}: {
  filters: EnvironmentFilters;
  setFilters: (patch: Partial<EnvironmentFilters> | null) => void;
}) {
  const t = useTranslations("environments");
  const shared = useTranslations("filters");
  const stages = useTranslations("stages");
  const statuses = useTranslations("environmentStatus");
  const me = useQuery(useTRPC().identity.me.queryOptions()).data;
  return (
    <FilterBar isFiltered={isFiltered(filters)} clearLabel={shared("clear")} onClear={() => setFilters(null)}>
      <Input
        type="search"
        aria-label={t("filters.search")}
        placeholder={t("filters.search")}
        maxLength={MAX_SEARCH_LENGTH}
        value={filters.search ?? ""}
        onChange={(event) => setFilters({ search: event.target.value || null })}
        className="w-full sm:w-56"
      />
      <FilterSelect
        label={t("columns.status")}
        anyLabel={t("filters.anyStatus")}
        value={filters.status}
        onValueChange={(status) => setFilters({ status })}
        options={ENVIRONMENT_STATUSES.map((value) => ({ value, label: statuses(value) }))}
      />
      <FilterSelect
        label={t("columns.stage")}
        anyLabel={shared("anyStage")}
        value={filters.stage}
        onValueChange={(stage) => setFilters({ stage })}
        options={STAGES.map((value) => ({ value, label: stages(value) }))}
      />
      <TeamFilter value={filters.team} onValueChange={(team) => setFilters({ team })} />
      {me ? (
        <FilterToggle
          label={t("filters.mine")}
          isOn={filters.owner === me.user.id}
          onChange={(isOn) => setFilters({ owner: isOn ? me.user.id : null })}
        />
      ) : null}
      <FilterToggle
        label={t("filters.destroyed")}
        isOn={filters.destroyed !== null}
        onChange={(isOn) => setFilters({ destroyed: isOn ? "1" : null })}
      />
    </FilterBar>
  );
}
