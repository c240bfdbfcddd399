import { Decimal, toText } from "@greenroom/pricing";
import { type Database, transaction } from "@greenroom/prisma";
import { addDays, dayOf, startOfDay } from "../calendar";
import { expectedAtMost } from "../expected-at-most";
import { BASELINE_DAYS, METER_BATCH } from "../limits";
import type { ImportOutcome } from "./import-daily-costs";

interface Anomaly {
  environmentId: string;
  day: string;
  service: string;
  component: string;
  usd: Decimal;
  expectedUsd: Decimal;
}

/** Usd by service and component ("[service,component]" as JSON), by day. */
type Series = Map<string, Map<string, Decimal>>;

/**
 * Holds each day, component by component, against up to 28 days before it on which the environment cost
 * anything (a component that was not there cost 0 then), and keeps what is above as anomalies. A day that is
 * not over may already be too dear. What somebody dismissed stays, and says that so much is expected for the
 * next 28 days; an anomaly that late data takes away goes.
 *
 * @param changed days whose figures changed
 * @returns how many anomalies are new
 */
export async function detectAnomalies(
  { db, now }: { db: Database; now: () => Date },
  changed: ImportOutcome["changed"],
): Promise<number> {
  const daysOf = new Map<string, string[]>();
  for (const { environmentId, day } of changed) {
    daysOf.set(environmentId, [...(daysOf.get(environmentId) ?? []), day]);
  }
  const environmentIds = [...daysOf.keys()].sort();
  let found = 0;
  for (let index = 0; index < environmentIds.length; index += METER_BATCH) {
    const batch = environmentIds.slice(index, index + METER_BATCH);
    const days = batch.flatMap((environmentId) =>
      (daysOf.get(environmentId) ?? []).map((day) => ({ environmentId, day })),
    );
    found += await judge(db, batch, days, now());
  }
  return found;
}

async function judge(
  db: Database,
  environmentIds: string[],
  days: { environmentId: string; day: string }[],
  now: Date,
): Promise<number> {
  const sorted = days.map(({ day }) => day).sort();
  const [first = "", last = first] = [sorted[0], sorted.at(-1)];
  const day = { gte: startOfDay(addDays(first, -BASELINE_DAYS)), lte: startOfDay(last) };
  const [rows, dismissed] = await Promise.all([
    db.dailyCost.findMany({ where: { environmentId: { in: environmentIds }, day } }),
    db.costAnomaly.findMany({
      where: { environmentId: { in: environmentIds }, day, dismissedAt: { not: null } },
    }),
  ]);
  const anomalies = days.flatMap(({ environmentId, day }) =>
    judgeDay(
      { environmentId, day },
      seriesOf(rows.filter((row) => row.environmentId === environmentId)),
      seriesOf(dismissed.filter((row) => row.environmentId === environmentId)),
    ),
  );
  return keep(db, days, anomalies, now);
}

function seriesOf(
  rows: readonly { day: Date; service: string; component: string; usd: { toFixed(): string } }[],
): Series {
  const series: Series = new Map();
  for (const { day, service, component, usd } of rows) {
    const ofDay = series.get(dayOf(day)) ?? new Map<string, Decimal>();
    series.set(dayOf(day), ofDay.set(JSON.stringify([service, component]), new Decimal(usd.toFixed())));
  }
  return series;
}

function judgeDay(of: { environmentId: string; day: string }, costs: Series, dismissed: Series): Anomaly[] {
  const from = addDays(of.day, -BASELINE_DAYS);
  const isBefore = (day: string) => day >= from && day < of.day;
  const before = [...costs.keys()].filter(isBefore);
  return [...(costs.get(of.day) ?? [])].flatMap(([key, usd]) => {
    const most = expectedAtMost(before.map((day) => costs.get(day)?.get(key) ?? new Decimal(0)));
    if (most === null) return [];
    const accepted = [...dismissed.keys()].filter(isBefore).map((day) => dismissed.get(day)?.get(key) ?? 0);
    const expectedUsd = Decimal.max(most, ...accepted);
    if (usd.lessThanOrEqualTo(expectedUsd)) return [];
    const [service, component] = JSON.parse(key) as [string, string];
    return [{ ...of, service, component, usd, expectedUsd }];
  });
}

/** What was found and not dismissed is what is found now. */
function keep(
  db: Database,
  days: readonly { environmentId: string; day: string }[],
  anomalies: readonly Anomaly[],
  now: Date,
): Promise<number> {
  const judged = JSON.stringify(days);
  const found = JSON.stringify(
    anomalies.map((one) => ({ ...one, usd: toText(one.usd), expectedUsd: toText(one.expectedUsd) })),
  );
  return transaction(db, async (tx) => {
    await tx.$executeRaw`
      DELETE FROM "CostAnomaly" a USING jsonb_to_recordset(${judged}::jsonb) AS j("environmentId" text, "day" date)
      WHERE a."dismissedAt" IS NULL AND (a."environmentId", a."day") = (j."environmentId", j."day")
        AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(${found}::jsonb)
            AS f("environmentId" text, "day" date, "service" text, "component" text)
          WHERE (f."environmentId", f."day", f."service", f."component")
            = (a."environmentId", a."day", a."service", a."component"))`;
    const written = await tx.$queryRaw<{ isNew: boolean }[]>`
      INSERT INTO "CostAnomaly" ("environmentId", "day", "service", "component", "usd", "expectedUsd", "foundAt")
      SELECT "environmentId", "day", "service", "component", "usd", "expectedUsd", ${now.toISOString()}::timestamp
      FROM jsonb_to_recordset(${found}::jsonb)
        AS f("environmentId" text, "day" date, "service" text, "component" text, "usd" numeric, "expectedUsd" numeric)
      ON CONFLICT ("environmentId", "day", "service", "component")
      DO UPDATE SET "usd" = EXCLUDED."usd", "expectedUsd" = EXCLUDED."expectedUsd"
        WHERE "CostAnomaly"."dismissedAt" IS NULL
      RETURNING xmax = 0 AS "isNew"`;
    return written.filter(({ isNew }) => isNew).length;
  });
}
