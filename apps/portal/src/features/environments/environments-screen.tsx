"use client";
import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { STAGES } from "@greenroom/environments/schema";
import {
  Button,
  EmptyState,
  Input,
  LinkButton,
  PageHeader,
  Select,
  TableSkeleton,
  useDebounced,
} from "@greenroom/ui";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Boxes, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useUrlFilters } from "../../components/use-url-filters";
import { byCursor } from "../../trpc/by-cursor";
import { useTRPC } from "../../trpc/client";
import { LoadMore } from "../../trpc/load-more";
import { QueryView } from "../../trpc/query-view";
import { readEnvironmentFilters } from "./environment-filters";
import { EnvironmentTable } from "./environment-table";

const REFRESH_MS = 10_000;
const ANY = "any";

/** Every environment the reader may see, with filters that live in the address. */
export function EnvironmentsScreen() {
  const t = useTranslations("environments");
  const trpc = useTRPC();
  const [params, setFilters] = useUrlFilters();
  const filters = readEnvironmentFilters(params);
  const query = useInfiniteQuery({
    ...trpc.environments.list.infiniteQueryOptions(filters, byCursor),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  const isFiltered = params.size > 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <LinkButton variant="primary" href="/catalog">
            <Plus aria-hidden />
            {t("new")}
          </LinkButton>
        }
      />
      <Filters params={params} setFilters={setFilters} />
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
          return isFiltered ? (
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
  params,
  setFilters,
}: {
  params: URLSearchParams;
  setFilters: (patch: Record<string, string | null>) => void;
}) {
  const t = useTranslations("environments");
  const stages = useTranslations("stages");
  const statuses = useTranslations("environmentStatus");
  const trpc = useTRPC();
  const teams = useQuery(trpc.identity.teams.queryOptions()).data ?? [];
  const me = useQuery(trpc.identity.me.queryOptions()).data;
  const [search, setSearch] = useState(params.get("search") ?? "");
  const rested = useDebounced(search, 200);
  useEffect(() => {
    if (rested !== (new URLSearchParams(window.location.search).get("search") ?? ""))
      setFilters({ search: rested });
  }, [rested, setFilters]);
  const choose = (name: string) => (value: string) => setFilters({ [name]: value === ANY ? null : value });
  return (
    <search className="flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label={t("filters.search")}
        placeholder={t("filters.search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="w-full sm:w-56"
      />
      <Select
        aria-label={t("columns.status")}
        className="w-auto"
        value={params.get("status") ?? ANY}
        onValueChange={choose("status")}
        options={[
          { value: ANY, label: t("filters.anyStatus") },
          ...ENVIRONMENT_STATUSES.map((value) => ({ value: value as string, label: statuses(value) })),
        ]}
      />
      <Select
        aria-label={t("columns.stage")}
        className="w-auto"
        value={params.get("stage") ?? ANY}
        onValueChange={choose("stage")}
        options={[
          { value: ANY, label: t("filters.anyStage") },
          ...STAGES.map((value) => ({ value: value as string, label: stages(value) })),
        ]}
      />
      {teams.length > 1 ? (
        <Select
          aria-label={t("columns.team")}
          className="w-auto"
          value={params.get("team") ?? ANY}
          onValueChange={choose("team")}
          options={[
            { value: ANY, label: t("filters.anyTeam") },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
        />
      ) : null}
      {me ? (
        <Button
          aria-pressed={params.get("owner") === me.user.id}
          className="aria-pressed:border-accent aria-pressed:text-accent"
          onClick={() => setFilters({ owner: params.get("owner") ? null : me.user.id })}
        >
          {t("filters.mine")}
        </Button>
      ) : null}
      <Button
        aria-pressed={params.get("destroyed") === "1"}
        className="aria-pressed:border-accent aria-pressed:text-accent"
        onClick={() => setFilters({ destroyed: params.get("destroyed") ? null : "1" })}
      >
        {t("filters.destroyed")}
      </Button>
      {params.size > 0 ? (
        <Button
          variant="ghost"
          onClick={() => {
            setSearch("");
            setFilters(Object.fromEntries([...params.keys()].map((name) => [name, null])));
          }}
        >
          <X aria-hidden />
          {t("filters.clear")}
        </Button>
      ) : null}
    </search>
  );
}
