import { tryLock } from "@greenroom/prisma";
import type { ProvisioningDeps } from "../deps";
import { wakeRun } from "../jobs";
import { LeaseLost, withFence } from "../lease/lease";
import type { RunKind } from "../lifecycle";
import {
  GONE_FOR_MS,
  PRESENCE_TTL_MS,
  SWEEP_BATCH,
  SWEEP_INTERVAL_MS,
  SWEEP_LATENESS_MS,
  WORKER_WAIT_MS,
} from "../limits";
import { recordWaiting } from "../transitions/record-run-transition";
import { listWorkers, releaseRuns } from "./worker-presence";

interface OverdueRun {
  id: string;
  kind: RunKind;
  fence: number;
  queuedAt: Date;
  isWaitingForWorker: boolean;
}

type SweepDeps = Pick<ProvisioningDeps, "db" | "enqueue" | "now" | "log">;

/**
 * Wakes runs that are due and that nobody works on: the queue lost their wake-up, or their worker was paused
 * and its lease ran out. One worker at a time does this; a wake-up too many finds the run claimed and does
 * nothing.
 *
 * @returns how many were woken
 */
export async function sweepRuns(
  deps: Omit<SweepDeps, "log">,
  latenessMs = SWEEP_LATENESS_MS,
): Promise<number> {
  const overdue = await findOverdue(deps, latenessMs);
  await Promise.all(overdue.map((run) => wake(deps, run)));
  for (const run of overdue) if (run.isWaitingForWorker) await sayNoWorkerIsFree(deps, run);
  return overdue.length;
}

/**
 * A job of an earlier sweep may have died with its worker while the queue still holds its id, which swallows
 * a second one: each sweep sends ids of its own.
 */
const wake = ({ enqueue, now }: Omit<SweepDeps, "log">, run: Pick<OverdueRun, "id" | "kind" | "fence">) =>
  wakeRun(enqueue, run, { mark: `${run.fence}-${Math.floor(now().getTime() / SWEEP_INTERVAL_MS)}` });

/**
 * What a sweeper knows from its looks before: since when a worker's lock is gone, and since when it has
 * looked without a gap.
 */
export interface Watch {
  goneSince: Map<string, number>;
  since: number;
  lookedAt: number;
}

/**
 * A watch that begins now.
 * @param nowMs any clock that goes on evenly, in milliseconds, like the one of every later look
 */
export const beginWatch = (nowMs: number): Watch => ({ goneSince: new Map(), since: nowMs, lookedAt: nowMs });

/**
 * Hands the runs of dead workers on and wakes them. A worker is dead when its lock stays gone, or when
 * nothing was heard of it for long, while this one could have heard it: after the database was away nobody is
 * dead yet.
 *
 * @returns the ids of those who were found dead
 */
export async function removeDeadWorkers(deps: SweepDeps, watch: Watch, nowMs: number): Promise<string[]> {
  if (nowMs - watch.lookedAt > PRESENCE_TTL_MS / 2) Object.assign(watch, beginWatch(nowMs));
  const workers = await listWorkers(deps.db);
  watch.lookedAt = nowMs;
  const dead: string[] = [];
  for (const { id, isGone, isSilent } of workers) {
    if (!isGone) watch.goneSince.delete(id);
    const goneSince = watch.goneSince.get(id) ?? nowMs;
    if (isGone) watch.goneSince.set(id, goneSince);
    const couldHear = nowMs - watch.since > PRESENCE_TTL_MS;
    if ((isGone && nowMs - goneSince >= GONE_FOR_MS) || (isSilent && couldHear)) dead.push(id);
  }
  for (const id of dead) {
    watch.goneSince.delete(id);
    const runs = await releaseRuns(deps.db, id, "died");
    deps.log.warn(
      { workerId: id, runs: runs.map((run) => run.id) },
      "A worker died; its runs are handed on.",
    );
    await Promise.all(runs.map((run) => wake(deps, run)));
  }
  return dead;
}

/** One statement, so that a worker which is paused in the middle of it keeps no lock that others wait for. */
function findOverdue({ db }: Pick<ProvisioningDeps, "db">, latenessMs: number): Promise<OverdueRun[]> {
  return db.$queryRaw<OverdueRun[]>`
    WITH "sweep" AS MATERIALIZED (SELECT ${tryLock("sweep")} AS "isMine")
    SELECT "id", "kind"::text AS "kind", "fence", "queuedAt",
      "status" = 'QUEUED' AND "waiting" IS NULL AND "leaseUntil" IS NULL
        AND "queuedAt" < now() - ${WORKER_WAIT_MS}::int * interval '1 ms' AS "isWaitingForWorker"
    FROM "sweep" JOIN "Run" ON "sweep"."isMine"
    WHERE "status" IN ('QUEUED', 'RUNNING')
      AND CASE WHEN "leaseUntil" IS NULL THEN "wakeAt" < now() - ${latenessMs}::int * interval '1 ms'
        ELSE "leaseUntil" < now() END
    ORDER BY "wakeAt" LIMIT ${SWEEP_BATCH}::int`;
}

async function sayNoWorkerIsFree(
  { db, now }: Pick<ProvisioningDeps, "db" | "now">,
  run: OverdueRun,
): Promise<void> {
  try {
    await withFence(db, { runId: run.id, fence: run.fence }, (tx) =>
      recordWaiting(tx, run.id, {
        waiting: { cause: "WORKER", since: run.queuedAt },
        retries: 0,
        now: now(),
      }),
    );
  } catch (error) {
    // A worker took it in between, which is all that was wanted.
    if (!(error instanceof LeaseLost)) throw error;
  }
}

/** A sweeper that remembers what it saw. Each call is one turn; one that failed begins to watch anew. */
export function createSweeper(deps: SweepDeps): () => Promise<void> {
  let watch = beginWatch(performance.now());
  return async () => {
    try {
      await removeDeadWorkers(deps, watch, performance.now());
      await sweepRuns(deps);
    } catch (error) {
      watch = beginWatch(performance.now());
      throw error;
    }
  };
}
