import type { Actor } from "@greenroom/identity/schema";
import { Decimal, toText } from "@greenroom/pricing";
import type { Database } from "@greenroom/prisma";
import { addDays, dayOf, monthOf, startOfDay } from "../calendar";
import { groupBy } from "../group-by";
import type { EnvironmentCosts, EnvironmentCostsInput } from "../schema";
import { readEnvironmentMonths } from "./month-forecast";
import { getVisibleEnvironment } from "./visible-environment";

interface CostRow {
  day: Date;
  service: string;
  component: string;
  usd: { toFixed(): string };
  source: "METERED" | "COST_EXPLORER";
  isEstimated: boolean;
}

/**
 * What an environment has cost by day, and what the month will come to (see `month-forecast.ts`).
 * @throws NOT_FOUND also for an environment of a team the actor does not see
 */
export async function getEnvironmentCosts(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { environmentId, days }: EnvironmentCostsInput,
): Promise<EnvironmentCosts> {
  const environment = await getVisibleEnvironment(db, actor, environmentId);
  const lastDay = dayOf(now());
  const firstDay = addDays(lastDay, 1 - days);
  const [rows, months] = await Promise.all([
    db.dailyCost.findMany({
      where: { environmentId, day: { gte: startOfDay(firstDay), lte: startOfDay(lastDay) } },
      orderBy: [{ day: "asc" }, { service: "asc" }],
    }),
    readEnvironmentMonths(db, [environmentId], now()),
  ]);
  const month = months.get(environmentId);
  return {
    currency: "USD",
    firstDay,
    lastDay,
    days: byDay(rows, lastDay),
    components: byComponent(rows),
    month: {
      month: monthOf(lastDay),
      soFarUsd: month ? toText(month.soFarUsd) : "0",
      countedUntil: month?.countedUntil ?? null,
      forecastUsd: month?.forecastUsd ? toText(month.forecastUsd) : null,
      expectedMonthlyUsd: environment.monthlyCostUsd?.toFixed() ?? null,
    },
  };
}

function byDay(rows: readonly CostRow[], today: string): EnvironmentCosts["days"] {
  return [...groupBy(rows, (row) => dayOf(row.day))].map(([day, ofDay]) => ({
    day,
    usd: toText(sumOf(ofDay)),
    source: ofDay.some(({ source }) => source === "COST_EXPLORER") ? "COST_EXPLORER" : "METERED",
    isProvisional: day === today || ofDay.some(({ isEstimated }) => isEstimated),
    services: [...groupBy(ofDay, ({ service }) => service)].map(([service, ofService]) => ({
      service,
      usd: toText(sumOf(ofService)),
    })),
  }));
}

function byComponent(rows: readonly CostRow[]): EnvironmentCosts["components"] {
  return [...groupBy(rows, ({ service, component }) => JSON.stringify([service, component])).values()]
    .map((group) => ({ group, usd: sumOf(group) }))
    .sort((a, b) => b.usd.comparedTo(a.usd))
    .flatMap(({ group: [first], usd }) =>
      first ? [{ service: first.service, component: first.component, usd: toText(usd) }] : [],
    );
}

const sumOf = (rows: readonly { usd: { toFixed(): string } }[]): Decimal =>
  rows.reduce((sum, { usd }) => sum.plus(usd.toFixed()), new Decimal(0));
