"use client";
import { OPEN_REQUEST_STATUSES } from "@greenroom/requests/lifecycle";
import { Card, EmptyState, RelativeTime, TableSkeleton, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRequestName } from "../../modules/requests/use-request-name";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { PriceChange } from "./price/price-change";
import { RequestTable } from "./request-table";

/** The requests about an environment, newest first. */
export function EnvironmentRequests({ environmentId }: { environmentId: string }) {
  const t = useTranslations("requests");
  const trpc = useTRPC();
  const query = useQuery(trpc.requests.list.queryOptions({ environmentId, limit: 20 }));
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{t("title")}</h2>
      <QueryView query={query} skeleton={<TableSkeleton rows={2} label={t("loading")} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("noneYet")} />
          ) : (
            <RequestTable rows={items} label={t("title")} />
          )
        }
      </QueryView>
    </section>
  );
}

/** Requests the reader may decide on; when there are none, it says so in a line. */
export function AwaitingMe() {
  const t = useTranslations("home");
  const requestName = useRequestName();
  const trpc = useTRPC();
  const query = useQuery(trpc.requests.list.queryOptions({ awaitingMe: true, limit: 20 }));
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <Hourglass aria-hidden className="size-4 text-attention" />
          {t("awaiting")}
        </span>
      }
    >
      <QueryView query={query} skeleton={<TableSkeleton rows={1} label={t("loading")} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-muted">{t("nothingAwaits")}</p>
          ) : (
            <ul className="grid gap-2">
              {items.map((row) => (
                <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
                  <span>
                    <TextLink href={`/requests/${row.id}`}>{requestName(row)}</TextLink>{" "}
                    <span className="text-ink-muted">
                      {row.requester.name} · <RelativeTime value={row.createdAt} />
                    </span>
                  </span>
                  <PriceChange
                    before={row.monthlyCostBeforeUsd}
                    after={row.monthlyCostUsd}
                    isBeforeAtLeast={row.isCostBeforeAtLeast}
                    isAfterAtLeast={row.isCostAtLeast}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}

/** The reader's own requests that are still open; absent when there are none. */
export function MyOpenRequests() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const query = useQuery(
    trpc.requests.list.queryOptions({ mine: true, statuses: OPEN_REQUEST_STATUSES, limit: 10 }),
  );
  const rows = query.data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="font-semibold text-lg">{t("myRequests")}</h2>
      <RequestTable rows={rows} label={t("myRequests")} />
    </section>
  );
}
