import { setTimeout as sleep } from "node:timers/promises";
import { type AppError, fromUnknown, isAppError } from "@greenroom/errors";
import type { HandlersOf } from "@greenroom/queue";
import type { ProvisioningDeps } from "../deps";
import { type PROVISIONING_JOBS, wakeRun } from "../jobs";
import { backoffMs, databasePauseMs } from "../lease/backoff";
import { crashLimitFailure, failureOf } from "../lease/failures";
import {
  claimRun,
  findHeld,
  holdLease,
  type Lease,
  LeaseLost,
  type RunRecord,
  releaseRun,
  withFence,
} from "../lease/lease";
import { CRASH_LIMIT } from "../limits";
import { createPlanDraft } from "../plan/plan-draft";
import { readRunSubject } from "../plan/run-subject";
import { stackOrderOf } from "../plan/stack-order";
import type { Waiting } from "../schema";
import type { Slice } from "../slice";
import { advanceSteps } from "../steps/advance-steps";
import { recordWaiting } from "../transitions/record-run-transition";
import { type Ending, settleRun } from "../transitions/settle-run";
import { claimPlan } from "./claim-plan";
import { startRun } from "./start-run";

/** What a slice came to: it ended the run, or the run is to be woken again. */
type Next = { is: "SETTLED" } | { is: "WAKE"; inMs: number };
const SETTLED: Next = { is: "SETTLED" };

/**
 * The worker's side of the three jobs: each advances a run by one slice, that of plans whichever is next
 * (`claimPlan`).
 */
export function createProvisioningHandlers(deps: ProvisioningDeps): HandlersOf<typeof PROVISIONING_JOBS> {
  return {
    "provisioning.plan": (_, signal) => advanceNextPlan(deps, signal),
    "provisioning.apply": ({ runId }, signal) => advanceRun(deps, runId, signal),
    "provisioning.destroy": ({ runId }, signal) => advanceRun(deps, runId, signal),
  };
}

/**
 * Advances a run by one slice of work, at most about two seconds: claim → work → checkpoint → release → wake
 * again. Nothing happens when the run is settled, not due, or held by another worker. Never throws for what
 * the run itself runs into: that becomes its failure or its waiting. A database that is away or busy for a
 * moment is asked again while the lease holds.
 *
 * @throws DATABASE_UNAVAILABLE; the lease then runs out and the sweep finds the run
 */
export async function advanceRun(deps: ProvisioningDeps, runId: string, stop: AbortSignal): Promise<void> {
  const run = await claimRun(deps.db, runId, deps.workerId);
  if (run) await advanceClaimed(deps, run, stop);
}

/** The same for the plan whose turn it is. The wake-up of any plan is a turn for one that is due. */
async function advanceNextPlan(deps: ProvisioningDeps, stop: AbortSignal): Promise<void> {
  const run = await claimPlan(deps.db, deps.workerId);
  if (run) await advanceClaimed(deps, run, stop);
}

async function advanceClaimed(deps: ProvisioningDeps, run: RunRecord, stop: AbortSignal): Promise<void> {
  const runId = run.id;
  const lease = holdLease(deps.db, run, deps.isPresent);
  try {
    const wakeInMs = await workUnderLease(deps, run, lease, stop);
    if (wakeInMs === null) return;
    await wakeRun(deps.enqueue, run, { mark: run.fence, delayMs: wakeInMs });
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    deps.log.warn({ runId, fence: lease.fence }, "The lease passed on; this worker lets go of the run.");
  } finally {
    lease.stop();
  }
}

/**
 * Works and gives the run back, from the start again after each trouble with the database: every write is
 * either there or not, so the rows say what is left to do.
 * @returns milliseconds until it is to be woken, or null when it is settled or was given back already
 * @throws LeaseLost, or DATABASE_UNAVAILABLE when the process stops meanwhile
 */
async function workUnderLease(
  deps: ProvisioningDeps,
  claimed: RunRecord,
  lease: Lease,
  stop: AbortSignal,
): Promise<number | null> {
  let run: RunRecord | null = claimed;
  for (let failures = 1; ; failures++) {
    try {
      if (failures > 1) run = await findHeld(deps.db, lease);
      if (!run) return null;
      const next = await work(deps, run, lease, stop);
      return next.is === "SETTLED" ? null : await releaseRun(deps.db, lease, next.inMs);
    } catch (error) {
      const appError = error instanceof LeaseLost ? null : fromUnknown(error);
      if (appError?.code !== "DATABASE_UNAVAILABLE" || stop.aborted) throw error;
      lease.assertNotLost();
      deps.log.warn({ err: appError, runId: lease.runId }, "The database did not answer; trying again.");
      await sleep(databasePauseMs(failures), undefined, { signal: stop }).catch(() => {});
    }
  }
}

async function work(deps: ProvisioningDeps, run: RunRecord, lease: Lease, stop: AbortSignal): Promise<Next> {
  if (run.crashes >= CRASH_LIMIT) {
    return settle(deps, run, lease, { to: "FAILED", failure: crashLimitFailure(run.kind, CRASH_LIMIT) });
  }
  if (run.status === "QUEUED" && run.cancelRequestedAt) {
    return settle(deps, run, lease, { to: "CANCELLED" });
  }
  try {
    if (run.status === "QUEUED") await startRun(deps, run, lease);
    const subject = await readRunSubject(deps.db, run);
    const draft = run.kind === "PLAN" ? createPlanDraft(deps, subject) : null;
    const order = stackOrderOf(subject);
    const slice: Slice = { deps, lease, run, subject, draft, order, steps: [], isCancelling: false };
    const progress = await advanceSteps(slice, stop);
    if (progress.hasMoved && run.waiting !== null && progress.is === "WAIT") {
      await withFence(deps.db, lease, (tx) =>
        recordWaiting(tx, run.id, { waiting: null, retries: 0, now: deps.now() }),
      );
    }
    if (progress.is === "SETTLED") return SETTLED;
    if (progress.is === "OVER") return await settle(deps, run, lease, progress.ending);
    if (progress.is === "WAIT") return { is: "WAKE", inMs: progress.ms };
    return await waitForCloud(deps, progress.hasMoved ? { ...run, retries: 0 } : run, lease, progress.error);
  } catch (error) {
    return afterError(deps, run, lease, error);
  }
}

/** An error outside any step: its database may be away (try later), else the run cannot go on. */
async function afterError(
  deps: ProvisioningDeps,
  run: RunRecord,
  lease: Lease,
  error: unknown,
): Promise<Next> {
  if (error instanceof LeaseLost) throw error;
  const appError = fromUnknown(error);
  if (appError.code === "DATABASE_UNAVAILABLE") throw appError;
  if (appError.isRetryable) return waitForCloud(deps, run, lease, appError);
  if (!isAppError(error)) deps.log.error({ err: error, runId: run.id }, "A run met an unforeseen error.");
  return settle(deps, run, lease, { to: "FAILED", failure: failureOf(appError, run.kind) });
}

/** The cloud is away or throttles: the run waits, longer each time, and its page says so. */
async function waitForCloud(
  deps: ProvisioningDeps,
  run: RunRecord,
  lease: Lease,
  error: AppError,
): Promise<Next> {
  const retries = run.retries + 1;
  const inMs = backoffMs(retries, deps.random());
  const now = deps.now();
  const isThrottled = error.says.key === "cloud.throttled";
  const waiting: Waiting = {
    cause: isThrottled ? "CLOUD_THROTTLED" : "CLOUD_UNAVAILABLE",
    retryAt: new Date(now.getTime() + inMs),
    message: error.says,
  };
  await withFence(deps.db, lease, (tx) => recordWaiting(tx, run.id, { waiting, retries, now }));
  return { is: "WAKE", inMs };
}

async function settle(deps: ProvisioningDeps, run: RunRecord, lease: Lease, ending: Ending): Promise<Next> {
  await withFence(deps.db, lease, (tx) => settleRun(tx, deps, run, ending));
  return SETTLED;
}
