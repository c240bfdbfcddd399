import type { EnvironmentStatus } from "@greenroom/environments/lifecycle";
import { type Database, Prisma } from "@greenroom/prisma";
import type { DashboardPeriod } from "./dashboard-period";

/** Which costs a reader may see and asked for. `teamIds` null: of all teams. */
export interface CostScope {
  teamIds: string[] | null;
  stage: string | undefined;
}

/** As conditions on columns that are called so. */
export function inScope({ teamIds, stage }: CostScope): Prisma.Sql {
  const team = teamIds === null ? Prisma.empty : Prisma.sql`AND "teamId" = ANY(${teamIds})`;
  return stage === undefined ? team : Prisma.sql`${team} AND stage = ${stage}`;
}

/** The last day that any cost is known of, within what the dashboard looks at: days after it are not cheap, but unknown. */
export async function readMeasuredUntil(db: Database, period: DashboardPeriod): Promise<string | null> {
  const [row] = await db.$queryRaw<{ day: string | null }[]>`
    SELECT max(day)::text AS day FROM "DailyTotal"
    WHERE day BETWEEN ${period.readFrom}::date AND ${period.readTo}::date`;
  return row?.day ?? null;
}

/** A sum; what it is not grouped by is null. Money as text. */
export interface TotalRow {
  /** First day of the month. */
  month: string;
  teamId: string | null;
  stage: string | null;
  service: string | null;
  usd: string;
}

/** The sums of both months by team, by stage and by service, the dearest first. */
export function readTotals(db: Database, scope: CostScope, period: DashboardPeriod): Promise<TotalRow[]> {
  return db.$queryRaw<TotalRow[]>`
    SELECT month::text, "teamId", stage, service, sum(usd)::text AS usd FROM "MonthlyTeamTotal"
    WHERE month IN (${period.firstDay}::date, ${period.previousFirstDay}::date) ${inScope(scope)}
    GROUP BY GROUPING SETS ((month, "teamId"), (month, stage), (month, service))
    HAVING sum(usd) <> 0 ORDER BY sum(usd) DESC`;
}

export interface DayRow {
  day: string;
  service: string;
  usd: string;
}

/** The sums of every day by service. */
export function readDays(db: Database, scope: CostScope, period: DashboardPeriod): Promise<DayRow[]> {
  return db.$queryRaw<DayRow[]>`
    SELECT day::text, service, sum(usd)::text AS usd FROM "DailyTotal"
    WHERE day BETWEEN ${period.readFrom}::date AND ${period.readTo}::date ${inScope(scope)}
    GROUP BY day, service HAVING sum(usd) <> 0`;
}

/** An environment, or the sum of all: what it cost in both months, and what it is estimated to cost a month. */
export interface EnvironmentCostRecord {
  list: "DEAREST" | "MOVER" | "ALL";
  id: string;
  name: string;
  teamId: string;
  stage: string;
  status: EnvironmentStatus;
  expectedUsd: string | null;
  usd: string;
  previousUsd: string;
  count: number;
}

/**
 * The dearest environments of the month, those whose mean day changed most against the month before, and the sum of all.
 * Of the current month also those without a cost yet, by their estimate.
 *
 * @param days how many days of the month are in the figures; 0: nothing has moved
 */
export function readEnvironments(
  db: Database,
  scope: CostScope,
  period: DashboardPeriod,
  limits: { dearest: number; movers: number; days: number },
): Promise<EnvironmentCostRecord[]> {
  const isNarrow = scope.teamIds !== null || scope.stage !== undefined;
  const ofScope = isNarrow
    ? Prisma.sql`AND "environmentId" IN (SELECT id FROM "Environment" WHERE true ${inScope(scope)})`
    : Prisma.empty;
  const others = period.isCurrentMonth ? Prisma.sql`OR e.status <> 'DESTROYED'` : Prisma.empty;
  const move = Prisma.sql`abs(usd * ${period.previousDayCount}::numeric - "previousUsd" * ${limits.days}::numeric)`;
  return db.$queryRaw<EnvironmentCostRecord[]>`
    WITH paid AS (
      SELECT "environmentId",
        coalesce(sum(usd) FILTER (WHERE month = ${period.firstDay}::date), 0) AS usd,
        coalesce(sum(usd) FILTER (WHERE month = ${period.previousFirstDay}::date), 0) AS "previousUsd"
      FROM "MonthlyEnvironmentTotal"
      WHERE usd <> 0 AND month IN (${period.firstDay}::date, ${period.previousFirstDay}::date) ${ofScope}
      GROUP BY "environmentId"
    ), cost AS MATERIALIZED (
      SELECT e.id, e.name, e."teamId", e.stage, e.status,
        CASE WHEN e.status <> 'DESTROYED' THEN e."monthlyCostUsd" END AS expected,
        coalesce(paid.usd, 0) AS usd, coalesce(paid."previousUsd", 0) AS "previousUsd"
      FROM "Environment" e LEFT JOIN paid ON paid."environmentId" = e.id
      WHERE (paid."environmentId" IS NOT NULL ${others}) ${inScope(scope)}
    ), listed AS (
      (SELECT 'DEAREST' AS list, *, 1 AS count FROM cost
        ORDER BY usd DESC, expected DESC NULLS LAST, "previousUsd" DESC, id LIMIT ${limits.dearest})
      UNION ALL
      (SELECT 'MOVER', *, 1 FROM cost WHERE ${limits.days}::numeric > 0 AND ${move} > 0
        ORDER BY ${move} DESC, id LIMIT ${limits.movers})
      UNION ALL
      SELECT 'ALL', '', '', '', '', 'DESTROYED', NULL, coalesce(sum(usd), 0), coalesce(sum("previousUsd"), 0), count(*)::int
      FROM cost
    )
    SELECT list, id, name, "teamId", stage, status::text, expected::text AS "expectedUsd", usd::text,
      "previousUsd"::text, count
    FROM listed`;
}
