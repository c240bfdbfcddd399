import { setTimeout as sleep } from "node:timers/promises";
import { fromUnknown } from "@greenroom/errors";
import type { ProvisioningDeps } from "./deps";
import { jobOf, wakeUpId } from "./jobs";
import { LeaseLost, withFence } from "./lease";
import type { RunKind } from "./lifecycle";
import { SWEEP_BATCH, SWEEP_INTERVAL_MS, SWEEP_LATENESS_MS, SWEEP_LOCK, WORKER_WAIT_MS } from "./limits";
import { recordWaiting } from "./record-run-transition";

interface OverdueRun {
  id: string;
  kind: RunKind;
  fence: number;
  queuedAt: Date;
  isWaitingForWorker: boolean;
}

/**
 * Wakes runs that are due and that nobody works on: the queue lost their wake-up, or their worker died and its lease ran out. One
 * worker at a time does this; a wake-up too many finds the run claimed and does nothing.
 *
 * @returns how many were woken
 */
export async function sweepRuns(
  deps: Pick<ProvisioningDeps, "db" | "enqueue" | "now">,
  latenessMs = SWEEP_LATENESS_MS,
): Promise<number> {
  const overdue = await findOverdue(deps, latenessMs);
  for (const run of overdue) {
    await deps.enqueue(jobOf(run.kind), { runId: run.id }, { jobId: `${wakeUpId(run.id, run.fence)}-sweep` });
    if (run.isWaitingForWorker) await sayNoWorkerIsFree(deps, run);
  }
  return overdue.length;
}

/** One statement, so that a worker which is paused in the middle of it keeps no lock that others wait for. */
function findOverdue({ db }: Pick<ProvisioningDeps, "db">, latenessMs: number): Promise<OverdueRun[]> {
  return db.$queryRaw<OverdueRun[]>`
    WITH "sweep" AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}::int) AS "isMine")
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

/** Sweeps every two seconds until `stop`; a database that is away is tried again at the next turn. */
export async function keepSweeping(
  deps: Pick<ProvisioningDeps, "db" | "enqueue" | "now" | "log">,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await sweepRuns(deps);
    } catch (error) {
      deps.log.warn({ err: fromUnknown(error) }, "The sweep could not look for overdue runs.");
    }
    await sleep(SWEEP_INTERVAL_MS, undefined, { signal: stop }).catch(() => {});
  }
}
