import { setTimeout as sleep } from "node:timers/promises";
import { type AppError, fromUnknown, isAppError } from "@greenroom/errors";
import type { Prisma } from "@greenroom/prisma";
import { z } from "zod";
import { appendRunEvents } from "../events/run-events";
import { failureOf } from "../lease/failures";
import { LeaseLost, withFence } from "../lease/lease";
import { PAUSE_IN_SLICE_MS, SLICE_BUDGET_MS } from "../limits";
import { mismatch } from "../plan/approved-plan";
import { type Failure, failureSchema, STEP_KINDS, type StepKind } from "../schema";
import type { Slice, StepOutcome, StepRecord, StepRunner } from "../slice";
import { recordStepTransition } from "../transitions/record-step-transition";
import type { Ending } from "../transitions/settle-run";
import { applyStack } from "./apply-stack";
import { clean } from "./clean";
import { deleteStack } from "./delete-stack";
import { check, compare, policy, price, synthesize } from "./plan-steps";
import { record } from "./record";
import { rollBack } from "./roll-back";
import { readySteps, type StepDraft, stepsOf } from "./run-steps";
import { verify } from "./verify";

/** Who does which step; a kind without a runner does not compile. */
const STEP_RUNNERS: Record<StepKind, StepRunner> = {
  SYNTHESIZE: synthesize,
  COMPARE: compare,
  CHECK: check,
  POLICY: policy,
  PRICE: price,
  VERIFY: verify,
  CLEAN: clean,
  ROLL_BACK: rollBack,
  APPLY_STACK: applyStack,
  DELETE_STACK: deleteStack,
  RECORD: record,
};

/** How far the steps came. `hasMoved`: something was done without the cloud refusing to talk. */
export type Progress = { hasMoved: boolean } & (
  | { is: "SETTLED" }
  /** Nothing is left to do of a run that is to end so. */
  | { is: "OVER"; ending: Ending }
  | { is: "WAIT"; ms: number }
  /** Something outside is away for now. */
  | { is: "AWAY"; error: AppError }
);

type Result = StepOutcome | { is: "AWAY"; error: AppError };

const stepKindSchema = z.enum(STEP_KINDS);
const failedStepSchema = z.object({ failure: failureSchema });

/**
 * Goes round the steps, all that may run side by side, until the run is settled, must wait, or the slice is
 * used up.
 */
export async function advanceSteps(slice: Slice, stop: AbortSignal): Promise<Progress> {
  const endAt = performance.now() + SLICE_BUDGET_MS;
  const dueAt = new Map<number, number>();
  let hasMoved = false;
  for (;;) {
    await refresh(slice);
    const active = stepsToAdvance(slice);
    if (active.length === 0) {
      const hasFailed = slice.steps.some(({ status }) => status === "FAILED");
      if (slice.subject.mismatch && !hasFailed) throw slice.subject.mismatch;
      return { is: "OVER", ending: endingOf(slice), hasMoved };
    }
    const now = performance.now();
    const due = active.filter(({ position }) => (dueAt.get(position) ?? 0) <= now);
    const nextAt = Math.min(...active.map(({ position }) => dueAt.get(position) ?? now));
    const ms = Math.max(0, Math.round(nextAt - now));
    if (now > endAt || stop.aborted || ms > PAUSE_IN_SLICE_MS) return { is: "WAIT", ms, hasMoved };
    if (due.length === 0) {
      await sleep(ms, undefined, { signal: stop }).catch(() => {});
      continue;
    }
    const results = await Promise.allSettled(due.map((step) => advanceStep(slice, step)));
    for (const [index, result] of results.entries()) {
      if (result.status === "rejected") throw result.reason;
      const { value } = result;
      if (value.is === "WAIT") dueAt.set(due[index]!.position, performance.now() + value.ms);
      if (value.is !== "AWAY") hasMoved = true;
    }
    const outcomes = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    if (outcomes.some(({ is }) => is === "SETTLED")) return { is: "SETTLED", hasMoved };
    const away = outcomes.find((outcome) => outcome.is === "AWAY");
    if (away) return { ...away, hasMoved };
  }
}

async function refresh(slice: Slice): Promise<void> {
  const { deps, run } = slice;
  const [row, steps] = await Promise.all([
    deps.db.run.findUniqueOrThrow({ where: { id: run.id }, select: { cancelRequestedAt: true } }),
    deps.db.runStep.findMany({ where: { runId: run.id }, orderBy: { position: "asc" } }),
  ]);
  slice.isCancelling = row.cancelRequestedAt !== null;
  slice.steps = steps.map((step) => ({ ...step, kind: stepKindSchema.parse(step.kind) }));
  if (!areStepsOfPlan(slice)) slice.subject.mismatch ??= mismatch("STEPS");
}

/** Steps are rows, too: a run does those that its approved plan leads to, in that order, and no others. */
function areStepsOfPlan({ run, subject, steps }: Slice): boolean {
  if (!subject.plan) return true;
  const idOf = ({ key, kind, stackKey }: StepDraft) => `${key} ${kind} ${stackKey}`;
  return steps.map(idOf).join() === stepsOf(run, subject.plan).map(idOf).join();
}

/** Running steps go on whatever happened; new ones begin only while nothing failed and nobody cancels. */
function stepsToAdvance({ steps, subject, order, isCancelling }: Slice): StepRecord[] {
  const running = steps.filter(({ status }) => status === "RUNNING");
  const ready = readySteps(steps, order);
  const hasStopped = steps.some(({ status }) => status === "FAILED" || status === "CANCELLED");
  // With everything done, writing that down is no longer worth cancelling.
  const isOnlyRecord = ready.length === 1 && ready[0]?.kind === "RECORD" && subject.plan !== null;
  return hasStopped || (isCancelling && !isOnlyRecord) ? running : [...running, ...ready];
}

function endingOf({ steps }: Slice): Ending {
  const failed = steps.find(({ status }) => status === "FAILED");
  return failed
    ? { to: "FAILED", failure: failedStepSchema.parse(failed.checkpoint).failure }
    : { to: "CANCELLED" };
}

async function advanceStep(slice: Slice, step: StepRecord): Promise<Result> {
  const { deps, lease } = slice;
  try {
    if (step.status === "PENDING") {
      await withFence(deps.db, lease, (tx) =>
        recordStepTransition(tx, step, { to: "RUNNING", now: deps.now() }),
      );
    }
    if (slice.subject.mismatch) throw slice.subject.mismatch;
    const outcome = await STEP_RUNNERS[step.kind](slice, step);
    await writeOutcome(slice, step, outcome);
    return outcome;
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    const appError = fromUnknown(error);
    if (appError.code === "DATABASE_UNAVAILABLE") throw appError;
    if (appError.isRetryable) return { is: "AWAY", error: appError };
    if (!isAppError(error)) {
      deps.log.error({ err: error, runId: slice.run.id, step: step.key }, "A step met an unforeseen error.");
    }
    const outcome: StepOutcome = {
      is: "FAILED",
      failure: failureOf(appError, slice.run.kind, step.stackKey),
    };
    await writeOutcome(slice, step, outcome);
    return outcome;
  }
}

async function writeOutcome(slice: Slice, step: StepRecord, outcome: StepOutcome): Promise<void> {
  if (outcome.is !== "DONE" && outcome.is !== "FAILED") return;
  const { deps, lease } = slice;
  await withFence(deps.db, lease, async (tx) => {
    const now = deps.now();
    const failure = outcome.is === "FAILED" ? outcome.failure : null;
    await recordStepTransition(tx, step, {
      to: outcome.is === "FAILED" ? "FAILED" : outcome.status,
      now,
      checkpoint: failure ? withFailure(step.checkpoint, failure) : undefined,
    });
    if (failure) {
      const { message, stackKey } = failure;
      await appendRunEvents(tx, step.runId, [
        { at: now, data: { kind: "LOG", level: "ERROR", message, stackKey } },
      ]);
    }
    await outcome.write?.(tx);
  });
}

const withFailure = (checkpoint: unknown, failure: Failure): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify({ ...(checkpoint as object), failure })) as Prisma.InputJsonObject;
