import { setImmediate as nextTurn } from "node:timers/promises";
import { fromUnknown } from "@greenroom/errors";
import { findBlueprint, parseSpec } from "@greenroom/infra-templates/catalog";
import type { Logger } from "@greenroom/logger";
import { defaultPriceBook, type PriceBook } from "@greenroom/pricing";
import type { Usage } from "@greenroom/pricing/usage";
import { type Database, Prisma } from "@greenroom/prisma";
import { dayOf, daysBetween, startOfDay } from "../calendar";
import { METER_BATCH, METER_REWIND_MS } from "../limits";
import { type MeteredPeriod, meterDay } from "../meter-day";
import { type CostDay, type ImportOutcome, importDailyCosts } from "./import-daily-costs";

export interface MeterDeps {
  db: Database;
  now: () => Date;
  log: Logger;
  book?: PriceBook;
}

type StackPeriod = Prisma.StackPeriodGetPayload<Record<never, never>>;
type SpecPeriod = Prisma.SpecPeriodGetPayload<Record<never, never>>;

interface DueEnvironment {
  id: string;
  blueprint: string;
  destroyedAt: Date | null;
  meteredUntil: Date | null;
}

/**
 * Prices what exists from where the meter stood until now, and imports the days it touches; the first and
 * last of them are partial and priced anew the next time. Missed hours are caught up, and what was destroyed
 * in between is counted to its end. An environment that cannot be priced is logged and left for the next
 * time; the others go on.
 *
 * @param signal stops between two batches; the rest is due the next time
 * @returns the days whose figures changed
 */
export async function meterEnvironments(
  deps: MeterDeps,
  signal?: AbortSignal,
): Promise<ImportOutcome["changed"]> {
  const until = deps.now();
  const changed: ImportOutcome["changed"] = [];
  let after = "";
  while (!signal?.aborted) {
    const batch = await findDue(deps.db, until, after);
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    changed.push(...(await meterBatch(deps, batch, until)));
  }
  return changed;
}

/** Environments of which something stood since their meter stopped, or a little before. */
function findDue(db: Database, until: Date, after: string): Promise<DueEnvironment[]> {
  const now = Prisma.sql`${until.toISOString()}::timestamp`;
  return db.$queryRaw<DueEnvironment[]>`
    SELECT e."id", e."blueprint", e."destroyedAt", m."meteredUntil"
    FROM "Environment" e LEFT JOIN "CostMeter" m ON m."environmentId" = e."id"
    WHERE e."id" > ${after} AND (m."meteredUntil" IS NULL OR m."meteredUntil" < ${now})
      AND EXISTS (SELECT 1 FROM "StackPeriod" p WHERE p."environmentId" = e."id" AND p."startedAt" < ${now}
        AND (m."meteredUntil" IS NULL OR COALESCE(LEAST(p."endedAt", e."destroyedAt"), 'infinity')
          > m."meteredUntil" - ${METER_REWIND_MS}::int * interval '1 ms'))
    ORDER BY e."id" LIMIT ${METER_BATCH}::int`;
}

async function meterBatch(
  deps: MeterDeps,
  batch: readonly DueEnvironment[],
  until: Date,
): Promise<ImportOutcome["changed"]> {
  const days: CostDay[] = [];
  const metered: string[] = [];
  for (const environment of batch) {
    try {
      days.push(...(await priceDays(deps, environment, until)));
      metered.push(environment.id);
    } catch (error) {
      deps.log.warn(
        { err: fromUnknown(error), environmentId: environment.id },
        "An environment could not be metered.",
      );
    }
  }
  const { changed } = await importDailyCosts(deps, { source: "METERED", days });
  if (metered.length > 0) await moveMeters(deps.db, metered, until);
  return changed;
}

async function priceDays(
  { db, book = defaultPriceBook() }: MeterDeps,
  environment: DueEnvironment,
  until: Date,
): Promise<CostDay[]> {
  const { id: environmentId, destroyedAt, meteredUntil } = environment;
  const since = meteredUntil && new Date(meteredUntil.getTime() - METER_REWIND_MS);
  const firstDay = since && startOfDay(dayOf(since));
  const [stacks, specs] = await Promise.all([
    db.stackPeriod.findMany({
      where: {
        environmentId,
        startedAt: { lt: until },
        ...(firstDay && { OR: [{ endedAt: null }, { endedAt: { gt: firstDay } }] }),
      },
      orderBy: { startedAt: "asc" },
    }),
    db.specPeriod.findMany({ where: { environmentId }, orderBy: { id: "asc" } }),
  ]);
  const [first] = stacks;
  if (!first) return [];
  const from = firstDay ?? startOfDay(dayOf(first.startedAt));
  const stood = stacks.map((stack) => ({ ...stack, endedAt: earlier(stack.endedAt, destroyedAt) }));
  const periods = withUsage(stood, specs, from, environment.blueprint);
  const days: CostDay[] = [];
  for (const day of daysBetween(dayOf(from), dayOf(until))) {
    days.push({ environmentId, day, lines: meterDay(periods, day, until, book) });
    // Pricing a large environment takes some milliseconds; leases are kept alive in between.
    await nextTurn();
  }
  return days;
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

/** What stood from `from` on, cut where the spec changed, with the use that was expected in each part. */
function withUsage(
  stacks: readonly StackPeriod[],
  specs: readonly SpecPeriod[],
  from: Date,
  blueprint: string,
): MeteredPeriod[] {
  return specs.flatMap(({ spec, startedAt }, index) => {
    const since = index > 0 && startedAt > from ? startedAt : from;
    const parts = stacks
      .map((stack) => ({
        ...stack,
        template: stack.template as object,
        startedAt: stack.startedAt > since ? stack.startedAt : since,
        endedAt: earlier(stack.endedAt, specs[index + 1]?.startedAt ?? null),
      }))
      .filter((part) => part.endedAt === null || part.endedAt > part.startedAt);
    if (parts.length === 0) return [];
    const usage = usageOf(blueprint, spec);
    return parts.map((part) => ({ ...part, usage }));
  });
}

/** What the spec lets expect; a blueprint that is no longer offered tells nothing of use. */
function usageOf(blueprint: string, spec: unknown): Usage {
  const model = findBlueprint(blueprint);
  return model ? model.usage(parseSpec(model, spec)) : {};
}

/** Never back: another worker may have come further. */
async function moveMeters(db: Database, environmentIds: readonly string[], until: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "CostMeter" ("environmentId", "meteredUntil")
    SELECT "id", ${until.toISOString()}::timestamp FROM unnest(${environmentIds}::text[]) AS "id"
    ON CONFLICT ("environmentId")
    DO UPDATE SET "meteredUntil" = GREATEST("CostMeter"."meteredUntil", EXCLUDED."meteredUntil")`;
}
