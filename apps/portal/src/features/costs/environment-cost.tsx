"use client";
import { type CostDashboard, daysBetween, type EnvironmentCosts } from "@greenroom/costs/schema";
import { addDecimals } from "@greenroom/pricing/schema";
import { Card, Money, Skeleton } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CostAdvice } from "../../modules/costs/cost-advice";
import { EstimateSplit } from "../../modules/costs/estimate-split";
import { useTRPC } from "../../trpc/client";
import { QueryView } from "../../trpc/query-view";
import { EnvironmentAccuracy } from "./accuracy";
import { EnvironmentAnomalies } from "./anomalies/anomalies";
import { CostComponents } from "./cost-components";
import { DailyCostCard } from "./daily-cost-card";
import { EnvironmentDiscounts } from "./discounts/environment-discounts";
import { useMonthText } from "./month-text";

const HISTORY_DAYS = 60;
/** Parts of a day in the chart; all others are summed. */
const MAX_SERVICES = 6;

/** The estimate of an environment as it is; nothing is asked for one that is gone. */
function useEnvironmentEstimate(environmentId: string) {
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
  return { query, isThere, environment };
}

/** What an environment costs a month at today's prices, split by service; nothing for one that is gone. */
export function EnvironmentCost({ environmentId }: { environmentId: string }) {
  const t = useTranslations("price");
  const { query, isThere, environment } = useEnvironmentEstimate(environmentId);
  if (!isThere || !environment) return null;
  const { blueprint, region, stage, spec } = environment;
  return (
    <Card title={t("title")}>
      <QueryView query={query} skeleton={<Skeleton className="h-40" />}>
        {(estimate) => <EstimateSplit estimate={estimate} />}
      </QueryView>
      <CostAdvice input={{ blueprint, region, stage, spec }} isOpen />
    </Card>
  );
}

/** What it has cost by day, and what every part of it is charged by. */
export function EnvironmentCostDetails({ environmentId }: { environmentId: string }) {
  const t = useTranslations("costs");
  const trpc = useTRPC();
  const { query, isThere } = useEnvironmentEstimate(environmentId);
  const costs = useQuery(trpc.costs.ofEnvironment.queryOptions({ environmentId, days: HISTORY_DAYS }));
  return (
    <>
      <QueryView query={costs} skeleton={<Skeleton className="h-40" />}>
        {(known) =>
          known.days.length > 0 ? (
            <DailyCostCard daily={toDaily(known)} forecastUsd={null}>
              <MonthFigures month={known.month} />
            </DailyCostCard>
          ) : (
            <Card title={t("daily")}>
              <p className="text-ink-muted">{t("unmeasured.body")}</p>
            </Card>
          )
        }
      </QueryView>
      <EnvironmentAnomalies environmentId={environmentId} />
      <EnvironmentAccuracy environmentId={environmentId} />
      {isThere ? <EnvironmentDiscounts environmentId={environmentId} /> : null}
      {isThere && query.data ? <CostComponents estimate={query.data} /> : null}
    </>
  );
}

function MonthFigures({ month: { month, soFarUsd, forecastUsd } }: { month: EnvironmentCosts["month"] }) {
  const t = useTranslations("costs");
  const monthText = useMonthText()(month.slice(0, 7));
  return (
    <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
      <div>
        <dt className="text-ink-muted text-sm">{t("soFar", { month: monthText })}</dt>
        <dd className="font-semibold text-lg">
          <Money usd={soFarUsd} />
        </dd>
      </div>
      {forecastUsd === null ? null : (
        <div>
          <dt className="text-ink-muted text-sm">{t("forecast", { month: monthText })}</dt>
          <dd className="font-semibold text-lg">
            <Money usd={forecastUsd} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The days of one environment as the chart takes them; days of which nothing is known cost nothing. */
function toDaily({ days, firstDay, lastDay }: EnvironmentCosts): CostDashboard["daily"] {
  const sums = new Map<string, string>();
  for (const { service, usd } of days.flatMap((day) => day.services))
    sums.set(service, addDecimals([sums.get(service) ?? "0", usd]));
  const byCost = [...sums].sort(([, a], [, b]) => Number(b) - Number(a)).map(([service]) => service);
  const shown = byCost.slice(0, MAX_SERVICES);
  const services = byCost.length > MAX_SERVICES ? [...shown, null] : shown;
  const byDay = new Map(days.map((day) => [day.day, day.services]));
  const isOf = (column: string | null, service: string) =>
    column === null ? !shown.includes(service) : column === service;
  return {
    services,
    days: daysBetween(firstDay, lastDay).map((day) => ({
      day,
      usd: services.map((column) =>
        addDecimals(
          (byDay.get(day) ?? []).filter(({ service }) => isOf(column, service)).map(({ usd }) => usd),
        ),
      ),
    })),
  };
}
