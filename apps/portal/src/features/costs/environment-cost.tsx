"use client";
import { Card, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EstimateSplit } from "../../components/estimate-split";
import { QueryView } from "../../components/query-view";
import { useTRPC } from "../../trpc/client";

/** What an environment costs a month at today's prices, split by service; nothing for one that is gone. */
export function EnvironmentCost({ environmentId }: { environmentId: string }) {
  const t = useTranslations("price");
  const trpc = useTRPC();
  const environment = useQuery(trpc.environments.get.queryOptions({ environmentId })).data;
  const isThere = environment !== undefined && environment.status !== "DESTROYED";
  const query = useQuery({
    ...trpc.costs.estimate.queryOptions({
      blueprint: environment?.blueprint ?? "",
      region: environment?.region ?? "",
      stage: environment?.stage ?? "",
      spec: environment?.spec ?? {},
    }),
    enabled: isThere,
  });
  if (!isThere) return null;
  return (
    <Card title={t("title")}>
      <QueryView query={query} skeleton={<Skeleton className="h-40" />}>
        {(estimate) => <EstimateSplit estimate={estimate} />}
      </QueryView>
    </Card>
  );
}
