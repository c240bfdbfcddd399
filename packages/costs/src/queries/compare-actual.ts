import type { Actor } from "@greenroom/identity/schema";
import { Decimal, toText } from "@greenroom/pricing";
import { HOURS_PER_MONTH } from "@greenroom/pricing/schema";
import type { Database } from "@greenroom/prisma";
import { dayOf } from "../calendar";
import { median } from "../expected-at-most";
import { COMPARE_DAYS, COMPARE_ENVIRONMENTS, COMPARE_MIN_DAYS } from "../limits";
import type { ActualComparison, CompareActualInput } from "../schema";
import { teamsInScope } from "./teams-in-scope";

const HOURS_PER_DAY = 24;
const PERCENT_DECIMALS = 2;

interface ComparedRow {
  environmentId: string;
  name: string;
  blueprint: string;
  source: "METERED" | "COST_EXPLORER";
  days: number;
  monthlyUsd: string;
  actualUsd: string;
}

/**
 * Holds estimates against what environments cost: for each of the actor's teams' environments (the 500 that
 * were deployed last), the whole days since its last deployment, up to 28 and at least 3, against as many 24
 * hours of its estimate. Errors are told as median with n, so that one odd environment does not stand for
 * all.
 */
export async function compareActual(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { teamId, environmentId }: CompareActualInput,
): Promise<ActualComparison> {
  const scope = { teamIds: teamsInScope(actor, teamId), environmentId: environmentId ?? null };
  const rows = await readCompared(db, scope, dayOf(now()));
  const environments = rows.map(({ monthlyUsd, ...row }) => {
    const estimated = new Decimal(monthlyUsd).times(HOURS_PER_DAY).times(row.days).div(HOURS_PER_MONTH);
    const error = new Decimal(row.actualUsd).minus(estimated).div(estimated).times(100);
    return { ...row, estimatedUsd: toText(estimated.toDecimalPlaces(10)), error };
  });
  const groups = new Map<string, typeof environments>();
  for (const one of environments) {
    const key = JSON.stringify([one.blueprint, one.source]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return {
    minDays: COMPARE_MIN_DAYS,
    maxDays: COMPARE_DAYS,
    environments: environments.map(({ error, ...row }) => ({ ...row, errorPercent: percent(error) })),
    blueprints: [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { blueprint, source } = first;
      const errors = group.map(({ error }) => error);
      return [{ blueprint, source, n: group.length, medianErrorPercent: percent(median(errors)) }];
    }),
  };
}

const percent = (error: Decimal): string => {
  const rounded = error.toDecimalPlaces(PERCENT_DECIMALS);
  return rounded.isZero() ? "0" : toText(rounded);
};

/** A day counts when it lies wholly after the last deployment, and before today and the end. */
function readCompared(
  db: Database,
  { teamIds, environmentId }: { teamIds: string[] | null; environmentId: string | null },
  today: string,
): Promise<ComparedRow[]> {
  return db.$queryRaw<ComparedRow[]>`
    WITH "compared" AS (
      SELECT "id", "name", "blueprint", "monthlyCostUsd", "readyAt", "destroyedAt" FROM "Environment"
      WHERE "monthlyCostUsd" > 0 AND "readyAt" IS NOT NULL
        AND (${teamIds === null} OR "teamId" = ANY(${teamIds ?? []}::text[]))
        AND (${environmentId}::text IS NULL OR "id" = ${environmentId}::text)
      ORDER BY "readyAt" DESC, "id" LIMIT ${COMPARE_ENVIRONMENTS}::int),
    "day" AS (
      SELECT c."id", d."day", SUM(d."usd") AS "usd", bool_or(d."source" = 'COST_EXPLORER') AS "isBilled"
      FROM "compared" c JOIN "DailyCost" d ON d."environmentId" = c."id"
      WHERE d."day" > c."readyAt"::date AND d."day" < ${today}::date
        AND d."day" >= ${today}::date - ${COMPARE_DAYS}::int
        AND (c."destroyedAt" IS NULL OR d."day" < c."destroyedAt"::date)
      GROUP BY c."id", d."day")
    SELECT c."id" AS "environmentId", c."name", c."blueprint",
      CASE WHEN "isBilled" THEN 'COST_EXPLORER' ELSE 'METERED' END AS "source",
      COUNT(*)::int AS "days", c."monthlyCostUsd"::text AS "monthlyUsd", trim_scale(SUM("day"."usd"))::text AS "actualUsd"
    FROM "compared" c JOIN "day" USING ("id")
    GROUP BY c."id", c."name", c."blueprint", c."monthlyCostUsd", "isBilled"
    HAVING COUNT(*) >= ${COMPARE_MIN_DAYS}::int
    ORDER BY c."name", c."id"`;
}
