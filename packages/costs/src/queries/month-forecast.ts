import { Decimal } from "@greenroom/pricing";
import { HOURS_PER_MONTH } from "@greenroom/pricing/schema";
import { type Database, Prisma } from "@greenroom/prisma";
import { dayOf, endOfMonth, monthOf } from "../calendar";
import { DAY_MS, USD_DECIMALS } from "../limits";
import { type CostScope, inScope } from "./dashboard-rows";

/** The month at hand of an environment. */
export interface EnvironmentMonth {
  soFarUsd: Decimal;
  /** Up to when its costs are known; null before anything was. */
  countedUntil: Date | null;
  /** Null when no price lets expect the rest. */
  forecastUsd: Decimal | null;
}

/** The month at hand of a team: sums over its environments. */
export interface TeamMonth {
  teamId: string;
  soFarUsd: Decimal;
  /** What is to come of it; what environments without a price add is not known, and not in it. */
  restUsd: Decimal;
  /** What the environments that stand now are expected to cost in 24 hours. */
  dailyUsd: Decimal;
  /** And in a month of 730 hours. */
  monthlyUsd: Decimal;
  environmentCount: number;
  /** Of these, how many have no price. */
  withoutEstimateCount: number;
  /** And how many have a price that leaves something out. */
  leastCount: number;
}

/**
 * The one rule of every forecast: what the month has cost so far, today included, and for each environment
 * the hours from where its costs are counted to until the month ends, or until it ends itself, at a 730th of
 * the price that it was last planned with. So what was destroyed adds nothing after its end, what was changed
 * goes on at its new price, and sums are the sums of their parts. A lifetime that has passed ends nothing:
 * what stands goes on.
 */
function environmentsToCome(now: Date, which: Prisma.Sql): Prisma.Sql {
  const today = dayOf(now);
  const monthStart = Prisma.sql`${monthOf(today)}::timestamp`;
  const at = Prisma.sql`${now.toISOString()}::timestamp`;
  return Prisma.sql`
    SELECT e."id", e."teamId", e."status", e."monthlyCostUsd", e."isCostAtLeast", GREATEST(0, extract(epoch FROM
      LEAST(${endOfMonth(today).toISOString()}::timestamp, e."destroyedAt", CASE WHEN e."expiresAt" > ${at} THEN e."expiresAt" END)
      - GREATEST(${monthStart}, COALESCE(GREATEST(m."meteredUntil", m."billedUntil"), e."readyAt", ${at})))) AS "seconds"
    FROM "Environment" e LEFT JOIN "CostMeter" m ON m."environmentId" = e."id"
    WHERE (e."status" <> 'DESTROYED' OR e."destroyedAt" > ${monthStart}) ${which}`;
}

/** Dollars of a price for 730 hours, over seconds. */
const overSeconds = (monthlyUsdSeconds: Decimal | string): Decimal =>
  new Decimal(monthlyUsdSeconds).div(HOURS_PER_MONTH * 3600).toDecimalPlaces(USD_DECIMALS);

/** The month of environments by id; also of those that are gone. */
export async function readEnvironmentMonths(
  db: Database,
  environmentIds: readonly string[],
  now: Date,
): Promise<Map<string, EnvironmentMonth>> {
  if (environmentIds.length === 0) return new Map();
  const ids = [...environmentIds];
  const rows = await db.$queryRaw<
    { id: string; soFarUsd: string; toCome: string | null; countedUntil: Date | null }[]
  >`
    SELECT e."id", COALESCE(t."usd", 0)::text AS "soFarUsd", GREATEST(m."meteredUntil", m."billedUntil") AS "countedUntil",
      CASE WHEN r."seconds" > 0 THEN r."monthlyCostUsd" * r."seconds" ELSE 0 END::text AS "toCome"
    FROM "Environment" e
    LEFT JOIN "CostMeter" m ON m."environmentId" = e."id"
    LEFT JOIN "MonthlyEnvironmentTotal" t ON t."environmentId" = e."id" AND t."month" = ${monthOf(dayOf(now))}::date
    LEFT JOIN (${environmentsToCome(now, Prisma.sql`AND e."id" = ANY(${ids}::text[])`)}) r ON r."id" = e."id"
    WHERE e."id" = ANY(${ids}::text[])`;
  return new Map(
    rows.map(({ id, soFarUsd, toCome, countedUntil }) => [
      id,
      {
        soFarUsd: new Decimal(soFarUsd),
        countedUntil,
        forecastUsd: toCome === null ? null : new Decimal(soFarUsd).plus(overSeconds(toCome)),
      },
    ]),
  );
}

/**
 * The month of the teams in scope, those that are expected to cost most first; those that cost nothing, and
 * will not, are absent.
 */
export async function readTeamMonths(db: Database, scope: CostScope, now: Date): Promise<TeamMonth[]> {
  const rows = await db.$queryRaw<TeamMonthRow[]>`
    SELECT "teamId", COALESCE("soFarUsd", 0)::text AS "soFarUsd", COALESCE("toCome", 0)::text AS "toCome",
      COALESCE("monthlyUsd", 0)::text AS "monthlyUsd", COALESCE("environmentCount", 0) AS "environmentCount",
      COALESCE("withoutEstimateCount", 0) AS "withoutEstimateCount", COALESCE("leastCount", 0) AS "leastCount"
    FROM (SELECT "teamId", sum("usd") AS "soFarUsd" FROM "MonthlyTeamTotal"
      WHERE "month" = ${monthOf(dayOf(now))}::date ${inScope(scope)} GROUP BY "teamId") AS spent
    FULL JOIN (SELECT "teamId", sum("monthlyCostUsd" * "seconds") AS "toCome",
        sum("monthlyCostUsd") FILTER (WHERE "status" <> 'DESTROYED') AS "monthlyUsd",
        count(*) FILTER (WHERE "status" <> 'DESTROYED')::int AS "environmentCount",
        count(*) FILTER (WHERE "status" <> 'DESTROYED' AND "monthlyCostUsd" IS NULL)::int AS "withoutEstimateCount",
        count(*) FILTER (WHERE "status" <> 'DESTROYED' AND "isCostAtLeast")::int AS "leastCount"
      FROM (${environmentsToCome(now, inScope(scope))}) AS standing GROUP BY "teamId") AS coming USING ("teamId")
    ORDER BY "coming"."monthlyUsd" DESC NULLS LAST`;
  return rows.map(({ soFarUsd, toCome, monthlyUsd, ...row }) => ({
    ...row,
    soFarUsd: new Decimal(soFarUsd),
    restUsd: overSeconds(toCome),
    dailyUsd: overSeconds(new Decimal(monthlyUsd).times(DAY_MS / 1000)),
    monthlyUsd: new Decimal(monthlyUsd),
  }));
}

interface TeamMonthRow {
  teamId: string;
  soFarUsd: string;
  /** Dollars of prices for 730 hours, times the seconds to come. */
  toCome: string;
  monthlyUsd: string;
  environmentCount: number;
  withoutEstimateCount: number;
  leastCount: number;
}
