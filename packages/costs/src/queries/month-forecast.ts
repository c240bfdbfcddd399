import { type Database, Prisma } from "@greenroom/prisma";
import { dayOf, endOfMonth, monthOf } from "../calendar";
import { HOURS_PER_MONTH } from "../components";
import { USD_DECIMALS } from "../limits";
import { Decimal } from "../ranges";
import { type CostScope, inScope } from "./dashboard-rows";

const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;

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
  soFarUsd: Decimal;
  /** What environments without a price add is not known, and not in it. */
  restUsd: Decimal;
  /** What the environments that stand now are expected to cost in 24 hours. */
  dailyUsd: Decimal;
}

/**
 * The one rule of every forecast: what the month has cost so far, today included, and for each environment the hours from where its
 * costs are counted to until the month ends, or until it ends itself, at a 730th of the price that it was last planned with. So what was
 * destroyed adds nothing after its end, what was changed goes on at its new price, and sums are the sums of their parts.
 * A lifetime that has passed ends nothing: what stands goes on.
 */
function environmentsToCome(now: Date, which: Prisma.Sql): Prisma.Sql {
  const today = dayOf(now);
  const monthStart = Prisma.sql`${monthOf(today)}::timestamp`;
  const at = Prisma.sql`${now.toISOString()}::timestamp`;
  return Prisma.sql`
    SELECT "id", "teamId",
      CASE WHEN "seconds" <= 0 THEN 0
        ELSE round("monthlyCostUsd" * "seconds" / ${SECONDS_PER_MONTH}::int, ${USD_DECIMALS}::int) END AS "restUsd",
      CASE WHEN "status" = 'DESTROYED' THEN 0
        ELSE round("monthlyCostUsd" * 24 / ${HOURS_PER_MONTH}::int, ${USD_DECIMALS}::int) END AS "dailyUsd"
    FROM (
      SELECT e."id", e."teamId", e."status", e."monthlyCostUsd", extract(epoch FROM
        LEAST(${endOfMonth(today).toISOString()}::timestamp, e."destroyedAt", CASE WHEN e."expiresAt" > ${at} THEN e."expiresAt" END)
        - GREATEST(${monthStart}, COALESCE(GREATEST(m."meteredUntil", m."billedUntil"), e."readyAt", ${at}))) AS "seconds"
      FROM "Environment" e LEFT JOIN "CostMeter" m ON m."environmentId" = e."id"
      WHERE (e."status" <> 'DESTROYED' OR e."destroyedAt" > ${monthStart}) ${which}
    ) AS standing`;
}

/** The month of environments by id; also of those that are gone. */
export async function readEnvironmentMonths(
  db: Database,
  environmentIds: readonly string[],
  now: Date,
): Promise<Map<string, EnvironmentMonth>> {
  if (environmentIds.length === 0) return new Map();
  const ids = [...environmentIds];
  const rows = await db.$queryRaw<
    { id: string; soFarUsd: string; restUsd: string | null; countedUntil: Date | null }[]
  >`
    SELECT e."id", COALESCE(t."usd", 0)::text AS "soFarUsd", GREATEST(m."meteredUntil", m."billedUntil") AS "countedUntil",
      CASE WHEN r."id" IS NULL THEN 0 ELSE r."restUsd" END::text AS "restUsd"
    FROM "Environment" e
    LEFT JOIN "CostMeter" m ON m."environmentId" = e."id"
    LEFT JOIN "MonthlyEnvironmentTotal" t ON t."environmentId" = e."id" AND t."month" = ${monthOf(dayOf(now))}::date
    LEFT JOIN (${environmentsToCome(now, Prisma.sql`AND e."id" = ANY(${ids}::text[])`)}) r ON r."id" = e."id"
    WHERE e."id" = ANY(${ids}::text[])`;
  return new Map(
    rows.map(({ id, soFarUsd, restUsd, countedUntil }) => [
      id,
      {
        soFarUsd: new Decimal(soFarUsd),
        countedUntil,
        forecastUsd: restUsd === null ? null : new Decimal(soFarUsd).plus(restUsd),
      },
    ]),
  );
}

/** The month of the teams in scope by id; those that cost nothing, and will not, are absent. */
export async function readTeamMonths(
  db: Database,
  scope: CostScope,
  now: Date,
): Promise<Map<string, TeamMonth>> {
  const rows = await db.$queryRaw<{ teamId: string; soFarUsd: string; restUsd: string; dailyUsd: string }[]>`
    SELECT "teamId", COALESCE("soFarUsd", 0)::text AS "soFarUsd", COALESCE("restUsd", 0)::text AS "restUsd",
      COALESCE("dailyUsd", 0)::text AS "dailyUsd"
    FROM (SELECT "teamId", sum("usd") AS "soFarUsd" FROM "MonthlyTeamTotal"
      WHERE "month" = ${monthOf(dayOf(now))}::date ${inScope(scope)} GROUP BY "teamId") AS spent
    FULL JOIN (SELECT "teamId", sum("restUsd") AS "restUsd", sum("dailyUsd") AS "dailyUsd"
      FROM (${environmentsToCome(now, inScope(scope))}) AS standing GROUP BY "teamId") AS coming USING ("teamId")`;
  return new Map(
    rows.map(({ teamId, soFarUsd, restUsd, dailyUsd }) => [
      teamId,
      {
        soFarUsd: new Decimal(soFarUsd),
        restUsd: new Decimal(restUsd),
        dailyUsd: new Decimal(dailyUsd),
      },
    ]),
  );
}
