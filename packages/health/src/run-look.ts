import { setTimeout as sleep } from "node:timers/promises";
import { AppError, fromUnknown } from "@greenroom/errors";
import { messageSchema } from "@greenroom/messages";
import { type Transaction, transaction } from "@greenroom/prisma";
import { z } from "zod";
import { causeOf } from "./cause-of";
import { CHECK_KINDS, type CheckKind } from "./check-kinds";
import { checkAlarms } from "./checks/check-alarms";
import { checkStacks } from "./checks/check-stacks";
import { type Finding, readWatched, type Watched } from "./checks/watched";
import type { HealthDeps } from "./deps";
import { isDue, isStale, isWatched, overallState, settle } from "./lifecycle";
import { CHECK_LIMIT_MS, LEASE_MS, LOOK_EVERY_MS, MAX_FACTS, STALE_AFTER_MS } from "./limits";
import { recordHealth } from "./record-health";
import { type Cause, type Check, checkSchema } from "./schema";

const LOOKS: Record<CheckKind, (deps: HealthDeps, environment: Watched) => Promise<Finding | null>> = {
  STACKS: checkStacks,
  ALARMS: checkAlarms,
};
const FIRST = { state: "UNKNOWN", next: null, ranAt: null, count: 0, facts: [], failure: null } as const;

/**
 * Looks at an environment once, unless another worker does: makes the checks that are due and writes down
 * what follows.
 */
export async function runLook(deps: HealthDeps, environmentId: string): Promise<void> {
  const { db, now } = deps;
  const beganAt = now();
  const { count } = await db.environmentHealth.updateMany({
    where: { environmentId, dueAt: { lte: beganAt } },
    data: { dueAt: new Date(beganAt.getTime() + LEASE_MS) },
  });
  if (count === 0) return;
  const environment = await readWatched(db, environmentId);
  const before = z.array(checkSchema).parse(environment.health?.checks ?? []);
  const made = await Promise.all(CHECK_KINDS.map((kind) => makeCheck(deps, environment, kind, before)));
  const checks = made.flatMap((check) => check ?? []);
  const at = now();
  await transaction(db, async (tx) => {
    await tx.environmentHealth.update({
      where: { environmentId },
      data: { dueAt: new Date(beganAt.getTime() + LOOK_EVERY_MS) },
    });
    // What was seen while a run began, or of what it changed, is no health.
    const { status, version } = await tx.environment.findUniqueOrThrow({
      where: { id: environmentId },
      select: { status: true, version: true },
    });
    if (!isWatched(status) || version !== environment.version) return;
    await recordGap(tx, environment, at);
    const { state, kind } = overallState(checks, at);
    await recordHealth(tx, environmentId, {
      state,
      cause: causeOf(
        checks.find((check) => check.kind === kind),
        state,
      ),
      checks,
      at,
      checkedAt: at,
    });
  });
}

/** The check as it is now; null where there is nothing to check. */
async function makeCheck(
  deps: HealthDeps,
  environment: Watched,
  kind: CheckKind,
  all: readonly Check[],
): Promise<Check | null> {
  const at = deps.now();
  const before: Check = all.find((check) => check.kind === kind) ?? { ...FIRST, facts: [], kind };
  if (!isDue(before, at)) return before;
  try {
    const found = await within(CHECK_LIMIT_MS, LOOKS[kind](deps, environment));
    if (!found) return null;
    const { state, count, facts } = found;
    return {
      kind,
      ...settle(isStale(before, at) ? null : before, state),
      ranAt: at,
      count,
      facts: facts.slice(0, MAX_FACTS),
      failure: null,
    };
  } catch (error) {
    const { says } = fromUnknown(error);
    return { ...before, failure: messageSchema.parse(says) };
  }
}

/** @throws CLOUD_UNAVAILABLE after `limitMs` */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const limit = sleep(limitMs, undefined, { signal: stop.signal, ref: false }).then(() => {
    const awsMessage = `no answer within ${limitMs / 1000} s`;
    throw new AppError("cloud.away", { operation: "the check", awsMessage });
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    limit.catch(() => {});
    stop.abort();
  }
}

/** While no worker looked, nothing was known: from when the last look was too old, until now. */
async function recordGap(tx: Transaction, { id, health }: Watched, at: Date): Promise<void> {
  if (!health?.checkedAt) return;
  const staleAt = new Date(health.checkedAt.getTime() + STALE_AFTER_MS.ALARMS);
  if (staleAt >= at) return;
  const checks = z.array(checkSchema).parse(health.checks);
  const cause: Cause = { kind: "NOT_LOOKED", names: [] };
  await recordHealth(tx, id, { state: "UNKNOWN", cause, checks, at: staleAt, checkedAt: null });
}
