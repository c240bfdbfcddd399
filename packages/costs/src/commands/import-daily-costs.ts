import { AppError } from "@greenroom/errors";
import { Decimal, toText } from "@greenroom/pricing";
import {
  type CostSource,
  type Database,
  Prisma,
  type Transaction,
  takeLocks,
  transaction,
} from "@greenroom/prisma";
import { USD_DECIMALS } from "../limits";

/** What an environment cost on a day, whole: lines that are not named are no longer true. */
export interface CostDay {
  environmentId: string;
  /** YYYY-MM-DD, in UTC as AWS bills. */
  day: string;
  lines: readonly { service: string; component: string; usd: string }[];
  /** AWS has not closed the day yet: its figures may still move. */
  isEstimated?: boolean;
}

export interface CostImport {
  source: CostSource;
  days: readonly CostDay[];
}

export interface ImportOutcome {
  /** Days whose figures are not what they were. */
  changed: { environmentId: string; day: string }[];
  /** Rows written, corrected or taken away. */
  rows: number;
}

/**
 * Replaces what is known of each day that is named, and corrects the totals by the difference, in one
 * transaction: the same import twice changes nothing, and late data corrects what was there. A day has one
 * source: what AWS billed replaces what was metered and is never replaced by it. Days of unknown environments
 * are left out. An environment's team and stage never change, so a correction finds the totals it was counted
 * in.
 *
 * @param work done in the same transaction, after the import and only when it changed something
 * @throws AppError INTERNAL that names the first figure that cannot be an amount of money; nothing is
 * imported then
 */
export async function importDailyCosts(
  { db, now }: { db: Database; now: () => Date },
  costs: CostImport,
  work: (tx: Transaction, outcome: ImportOutcome) => Promise<void> = async () => {},
): Promise<ImportOutcome> {
  if (costs.days.length === 0) return { changed: [], rows: 0 };
  await assertAmounts(db, costs);
  return transaction(db, async (tx) => {
    await takeLocks(tx, ["costImport"]);
    const outcome = await replaceDays(tx, costs, now());
    await moveCounted(tx, costs);
    if (outcome.rows > 0) {
      await forgetEmptyTotals(tx, outcome);
      await work(tx, outcome);
    }
    return outcome;
  });
}

/** What the tables hold before the point. */
const TOO_MANY_USD = "1e14";

/**
 * Money as text: not NaN, which every sum would be from then on, and not more than anybody pays; below zero
 * only where AWS gives back.
 */
function isAmount(usd: string, source: CostSource): boolean {
  if (!/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(usd)) return false;
  const amount = new Decimal(usd);
  return amount.abs().lt(TOO_MANY_USD) && (source === "COST_EXPLORER" || !amount.lt(0));
}

async function assertAmounts(db: Database, { source, days }: CostImport): Promise<void> {
  for (const { environmentId, day, lines } of days) {
    const wrong = lines.find(({ usd }) => !isAmount(usd, source));
    if (!wrong) continue;
    const found = await db.environment.findUnique({
      where: { id: environmentId },
      select: { name: true },
    });
    const { service, component, usd } = wrong;
    const environment = found?.name ?? environmentId;
    throw new AppError("costNotANumber", { environment, day, service, component, usd });
  }
}

/** One statement over all days: the differences are taken from, and written over, the same snapshot. */
async function replaceDays(tx: Transaction, { source, days }: CostImport, now: Date): Promise<ImportOutcome> {
  const named = JSON.stringify(
    days.map(({ environmentId, day, isEstimated = false }) => ({ environmentId, day, isEstimated })),
  );
  const lines = JSON.stringify(linesOf(days));
  const isMetered = source === "METERED";
  const changed = await tx.$queryRaw<{ environmentId: string; day: string; rows: number }[]>`
    WITH "target" AS MATERIALIZED (
      SELECT DISTINCT e."id" AS "environmentId", n."day", n."isEstimated", e."teamId", e."stage"
      FROM jsonb_to_recordset(${named}::jsonb) AS n("environmentId" text, "day" date, "isEstimated" boolean)
      JOIN "Environment" e ON e."id" = n."environmentId"
      WHERE NOT ${isMetered} OR NOT EXISTS (SELECT 1 FROM "DailyCost" d
        WHERE d."environmentId" = e."id" AND d."day" = n."day" AND d."source" = 'COST_EXPLORER')),
    "incoming" AS (
      SELECT "environmentId", "day", l."service", l."component", l."usd", "isEstimated"
      FROM jsonb_to_recordset(${lines}::jsonb)
        AS l("environmentId" text, "day" date, "service" text, "component" text, "usd" numeric)
      JOIN "target" USING ("environmentId", "day")),
    "existing" AS (SELECT d.* FROM "DailyCost" d JOIN "target" USING ("environmentId", "day")),
    "change" AS MATERIALIZED (
      SELECT "environmentId", "day", "service", "component", i."usd", i."isEstimated",
        COALESCE(i."usd", 0) - COALESCE(x."usd", 0) AS "delta"
      FROM "incoming" i FULL JOIN "existing" x USING ("environmentId", "day", "service", "component")
      WHERE (i."usd", i."isEstimated", ${source}::"CostSource") IS DISTINCT FROM (x."usd", x."isEstimated", x."source")),
    "removed" AS (
      DELETE FROM "DailyCost" d USING "change" c
      WHERE c."usd" IS NULL AND (d."environmentId", d."day", d."service", d."component")
        = (c."environmentId", c."day", c."service", c."component")),
    "written" AS (
      INSERT INTO "DailyCost" ("environmentId", "day", "service", "component", "usd", "isEstimated", "source", "updatedAt")
      SELECT "environmentId", "day", "service", "component", "usd", "isEstimated", ${source}::"CostSource", ${now.toISOString()}::timestamp
      FROM "change" WHERE "usd" IS NOT NULL
      ON CONFLICT ("environmentId", "day", "service", "component")
      DO UPDATE SET "usd" = EXCLUDED."usd", "isEstimated" = EXCLUDED."isEstimated",
        "source" = EXCLUDED."source", "updatedAt" = EXCLUDED."updatedAt"),
    "daily" AS (
      INSERT INTO "DailyTotal" ("day", "teamId", "stage", "service", "usd")
      SELECT "day", "teamId", "stage", "service", SUM("delta")
      FROM "change" JOIN "target" USING ("environmentId", "day") GROUP BY 1, 2, 3, 4 HAVING SUM("delta") <> 0
      ON CONFLICT ("day", "teamId", "stage", "service")
      DO UPDATE SET "usd" = "DailyTotal"."usd" + EXCLUDED."usd"),
    "monthly" AS (
      INSERT INTO "MonthlyTotal" ("month", "environmentId", "service", "usd")
      SELECT date_trunc('month', "day")::date, "environmentId", "service", SUM("delta")
      FROM "change" GROUP BY 1, 2, 3 HAVING SUM("delta") <> 0
      ON CONFLICT ("month", "environmentId", "service")
      DO UPDATE SET "usd" = "MonthlyTotal"."usd" + EXCLUDED."usd")
    SELECT "environmentId", "day"::text AS "day", COUNT(*)::int AS "rows" FROM "change" GROUP BY 1, 2 ORDER BY 2, 1`;
  return {
    changed: changed.map(({ environmentId, day }) => ({ environmentId, day })),
    rows: changed.reduce((sum, { rows }) => sum + rows, 0),
  };
}

/**
 * One line for each component of a day, rounded to the digits that are kept; what comes to nothing is no
 * line.
 */
function linesOf(days: readonly CostDay[]) {
  const sums = new Map<string, { key: [string, string, string, string]; usd: Decimal }>();
  for (const { environmentId, day, lines } of days) {
    for (const { service, component, usd } of lines) {
      const key: [string, string, string, string] = [environmentId, day, service, component];
      const id = JSON.stringify(key);
      sums.set(id, { key, usd: new Decimal(usd).plus(sums.get(id)?.usd ?? 0) });
    }
  }
  return [...sums.values()].flatMap(({ key: [environmentId, day, service, component], usd }) => {
    const kept = usd.toDecimalPlaces(USD_DECIMALS);
    return kept.isZero() ? [] : [{ environmentId, day, service, component, usd: toText(kept) }];
  });
}

/**
 * Since when costs are known, and until when they are billed. A first day that is taken back stays: something
 * stood on it.
 */
async function moveCounted(tx: Transaction, { source, days }: CostImport): Promise<void> {
  const named = JSON.stringify(
    days.map(({ environmentId, day, lines }) => ({ environmentId, day, hasCosts: lines.length > 0 })),
  );
  await tx.$executeRaw`
    INSERT INTO "CostMeter" AS m ("environmentId", "firstDay", "billedUntil")
    SELECT e."id", min(n."day") FILTER (WHERE n."hasCosts"),
      CASE WHEN ${source === "COST_EXPLORER"} THEN max(n."day") + interval '1 day' END
    FROM jsonb_to_recordset(${named}::jsonb) AS n("environmentId" text, "day" date, "hasCosts" boolean)
    JOIN "Environment" e ON e."id" = n."environmentId" GROUP BY e."id" ORDER BY e."id"
    ON CONFLICT ("environmentId") DO UPDATE SET "firstDay" = LEAST(m."firstDay", EXCLUDED."firstDay"),
      "billedUntil" = GREATEST(m."billedUntil", EXCLUDED."billedUntil")`;
}

/** A total that came to nothing is no row, as if it had never been. */
async function forgetEmptyTotals(tx: Transaction, { changed }: ImportOutcome): Promise<void> {
  const days = [...new Set(changed.map(({ day }) => day))];
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  const environments = [...new Set(changed.map(({ environmentId }) => environmentId))];
  await tx.$executeRaw`
    DELETE FROM "DailyTotal" WHERE "usd" = 0 AND "day" IN (${Prisma.join(days.map(asDate))})`;
  await tx.$executeRaw`
    DELETE FROM "MonthlyTotal" WHERE "usd" = 0 AND "month" IN (${Prisma.join(months.map(asDate))})
      AND "environmentId" IN (${Prisma.join(environments)})`;
}

const asDate = (day: string) => Prisma.sql`${day}::date`;
