"use client";
import { EmptyState, LinkButton, PageHeader, TableSkeleton, Tabs } from "@greenroom/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { NewEnvironmentButton } from "../../modules/environments/new-environment-button";
import { byCursor } from "../../trpc/by-cursor";
import { useTRPC } from "../../trpc/client";
import { LoadMore } from "../../trpc/load-more";
import { QueryView } from "../../trpc/query-view";
import { RequestTable } from "./request-table";
import { INPUT_OF_TAB, parseTab, type RequestTab, TABS } from "./request-tabs";

const REFRESH_MS = 5_000;

/** Requests: those that wait for the reader, the reader's own, and all of them. */
export function RequestsScreen() {
  const t = useTranslations("requests");
  const trpc = useTRPC();
  const [tab, setTab] = useQueryState("tab", parseTab);
  const waiting = useQuery(trpc.requests.list.queryOptions({ awaitingMe: true, limit: 20 })).data?.items
    .length;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<NewEnvironmentButton />} />
      <Tabs
        label={t("title")}
        value={tab}
        onValueChange={setTab}
        tabs={TABS.map((value) => ({
          value,
          label: t(`tabs.${value}`),
          count: value === "waiting" ? waiting : undefined,
        }))}
      >
        <RequestList key={tab} tab={tab} />
      </Tabs>
    </>
  );
}

function RequestList({ tab }: { tab: RequestTab }) {
  const t = useTranslations("requests");
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...trpc.requests.list.infiniteQueryOptions(INPUT_OF_TAB[tab], byCursor),
    refetchInterval: REFRESH_MS,
  });
  return (
    <QueryView query={query} skeleton={<TableSkeleton label={t("loading")} />}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.items);
        return rows.length === 0 ? (
          <EmptyState
            icon={MessageSquareText}
            title={t(`empty.${tab}.title`)}
            action={tab === "waiting" ? undefined : <LinkButton href="/catalog">{t("new")}</LinkButton>}
          >
            {t(`empty.${tab}.body`)}
          </EmptyState>
        ) : (
          <div>
            <RequestTable rows={rows} label={t(`tabs.${tab}`)} />
            <LoadMore query={query} />
          </div>
        );
      }}
    </QueryView>
  );
}
