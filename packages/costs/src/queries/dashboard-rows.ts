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

/**
 * The last day that any cost is known of, within what the dashboard looks at: days after it are not cheap,
 * but unknown.
 */
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

/**
 * An environment, or the sum of others: what it cost in both months, and what it is estimated to cost a
 * month.
 */
export interface EnvironmentCostRecord {
  /** REST: all that are not among the dearest. TEAM and STAGE: since when one has costs, and nothing else. */
  list: "DEAREST" | "MOVER" | "REST" | "TEAM" | "STAGE";
  id: string;
  name: string;
  teamId: string;
  stage: string;
  status: EnvironmentStatus;
  expectedUsd: string | null;
  isExpectedAtLeast: boolean;
  usd: string;
  previousUsd: string;
  /** The first day that it cost anything on; not before the month before. */
  since: string;
  count: number;
}

/**
 * The dearest environments of the month, those whose mean day changed most against the month before, the sum
 * of all that are not among the dearest, and since when teams and stages have costs. Of the current month
 * also those without a cost yet, by their estimate.
 *
 * @param counted how many days of the month are in the figures; 0: nothing has moved
 */
export function readEnvironments(
  db: Database,
  scope: CostScope,
  period: DashboardPeriod,
  { dearest, movers, counted }: { dearest: number; movers: number; counted: number },
): Promise<EnvironmentCostRecord[]> {
  const isNarrow = scope.teamIds !== null || scope.stage !== undefined;
  const ofScope = isNarrow
    ? Prisma.sql`AND "environmentId" IN (SELECT id FROM "Environment" WHERE true ${inScope(scope)})`
    : Prisma.empty;
  const others = period.isCurrentMonth ? Prisma.sql`OR e.status <> 'DESTROYED'` : Prisma.empty;
  const [first, previousFirst] = [
    Prisma.sql`${period.firstDay}::date`,
    Prisma.sql`${period.previousFirstDay}::date`,
  ];
  // As daysOf(): a mean day of both months.
  const day = Prisma.sql`coalesce(usd / nullif(greatest(0, ${counted}::numeric - greatest(0, since - ${first})), 0), 0)`;
  const previousDay = Prisma.sql`coalesce("previousUsd" / nullif(${period.previousDayCount}::int - (since - ${previousFirst}), 0), 0)`;
  return db.$queryRaw<EnvironmentCostRecord[]>`
    WITH paid AS (
      SELECT "environmentId",
        coalesce(sum(usd) FILTER (WHERE month = ${first}), 0) AS usd,
        coalesce(sum(usd) FILTER (WHERE month = ${previousFirst}), 0) AS "previousUsd"
      FROM "MonthlyEnvironmentTotal"
      WHERE usd <> 0 AND month IN (${first}, ${previousFirst}) ${ofScope}
      GROUP BY "environmentId"
    ), cost AS MATERIALIZED (
      SELECT e.id, e.name, e."teamId", e.stage, e.status,
        CASE WHEN e.status <> 'DESTROYED' THEN e."monthlyCostUsd" END AS expected,
        e.status <> 'DESTROYED' AND e."isCostAtLeast" AS "isLeast",
        coalesce(paid.usd, 0) AS usd, coalesce(paid."previousUsd", 0) AS "previousUsd",
        greatest(coalesce(m."firstDay", ${previousFirst}), ${previousFirst}) AS since
      FROM "Environment" e LEFT JOIN paid ON paid."environmentId" = e.id
        LEFT JOIN "CostMeter" m ON m."environmentId" = e.id
      WHERE (paid."environmentId" IS NOT NULL ${others}) ${inScope(scope)}
    ), dearest AS (
      SELECT * FROM cost ORDER BY usd DESC, expected DESC NULLS LAST, "previousUsd" DESC, id LIMIT ${dearest}
    ), moved AS (
      SELECT *, round(abs(${day} - ${previousDay}), 6) AS move FROM cost WHERE ${counted}::numeric > 0
    ), listed AS (
      SELECT 'DEAREST' AS list, *, 1 AS count FROM dearest
      UNION ALL
      (SELECT 'MOVER', id, name, "teamId", stage, status, expected, "isLeast", usd, "previousUsd", since, 1
        FROM moved WHERE move > 0 ORDER BY move DESC, id LIMIT ${movers})
      UNION ALL
      SELECT 'REST', '', '', '', '', 'DESTROYED', NULL, false, coalesce(sum(usd), 0), coalesce(sum("previousUsd"), 0),
        coalesce(min(since), ${previousFirst}), count(*)::int
      FROM cost WHERE id NOT IN (SELECT id FROM dearest)
      UNION ALL
      SELECT CASE WHEN "teamId" IS NULL THEN 'STAGE' ELSE 'TEAM' END, '', '', coalesce("teamId", ''), coalesce(stage, ''),
        'DESTROYED', NULL, false, 0, 0, min(since), 0
      FROM cost WHERE usd <> 0 OR "previousUsd" <> 0 GROUP BY GROUPING SETS (("teamId"), (stage))
    )
    SELECT list, id, name, "teamId", stage, status::text, expected::text AS "expectedUsd", "isLeast" AS "isExpectedAtLeast", usd::text,
      "previousUsd"::text, since::text, count
    FROM listed`;
}
