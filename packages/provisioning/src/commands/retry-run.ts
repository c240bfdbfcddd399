import { act } from "@greenroom/audit";
import { recordEnvironmentTransition } from "@greenroom/environments";
import { busyStatus } from "@greenroom/environments/lifecycle";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { message } from "@greenroom/messages";
import type { Database, Transaction } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { wakeRun } from "../jobs";
import type { RetryMode } from "../lifecycle";
import { findRetryFacts } from "../queries/retry-facts";
import { type AccessibleRun, getAccessibleRun } from "../queries/run-access";
import { queueRun } from "./queue-run";

/**
 * Tries again what failed or was cancelled, under the same approval: a new run with the same digest. CLEAN
 * first deletes stacks that CloudFormation can only delete; ROLL_BACK only goes on with rollbacks that
 * failed, so that the environment is what it was.
 * @throws NOT_FOUND, FORBIDDEN, or CONFLICT when it is not the environment's newest run, or when its stacks
 * leave another way only
 */
export async function retryRun(
  deps: { db: Database; enqueue: Enqueue; now: () => Date },
  actor: Actor,
  input: { runId: string; mode: RetryMode },
): Promise<{ runId: string }> {
  const queued = await act(deps, actor, async (tx, actor) => {
    const run = await getAccessibleRun(tx, actor, input.runId);
    if (!may(actor, "run.retry", run)) throw notYours(run);
    const facts = await findRetryFacts(tx, run);
    if (!facts.isLatest || run.environmentId === null) throw notRetryable(run);
    assertMode(run, input.mode, facts.retryMode);
    return queueAgain(
      tx,
      { ...run, environmentId: run.environmentId },
      { actor, mode: input.mode, now: deps.now() },
    );
  });
  await wakeRun(deps.enqueue, queued);
  return { runId: queued.id };
}

async function queueAgain(
  tx: Transaction,
  run: AccessibleRun & { environmentId: string },
  { actor, mode, now }: { actor: ActingActor; mode: RetryMode; now: Date },
) {
  const { environmentId } = run;
  const environment = await tx.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { readyAt: true },
  });
  const next = await queueRun(tx, {
    kind: run.kind,
    requestId: run.requestId,
    environmentId,
    environmentName: run.environmentName,
    teamId: run.teamId,
    actor,
    digest: run.digest,
    retry: { ofId: run.id, attempt: run.attempt + 1, mode },
    now,
  });
  await recordEnvironmentTransition(tx, environmentId, {
    from: ["FAILED"],
    to: busyStatus({ ends: run.kind === "DESTROY", isFirst: environment.readyAt === null }),
    cause: message("trail.runRetries", { number: next.number, retried: run.number }),
    actor,
    now,
  });
  return next;
}

function notYours(run: AccessibleRun): AppError {
  return new AppError("runRetryForbidden", { number: run.number });
}

function notRetryable(run: AccessibleRun): AppError {
  return new AppError("runNotRetryable", { number: run.number });
}

/** @param needed the way that the stacks leave */
function assertMode(run: AccessibleRun, mode: RetryMode, needed: RetryMode): void {
  if (mode === needed) return;
  if (needed === "ROLL_BACK") throw needsRollback(run);
  if (mode === "ROLL_BACK") throw nothingToRollBack(run);
  throw needed === "CLEAN" ? needsClean(run) : nothingToClean(run);
}

function needsClean(run: AccessibleRun): AppError {
  return new AppError("runNeedsClean", { number: run.number });
}

function nothingToClean(run: AccessibleRun): AppError {
  return new AppError("runNothingToClean", { number: run.number });
}

function needsRollback(run: AccessibleRun): AppError {
  return new AppError("runNeedsRollback", { number: run.number });
}

function nothingToRollBack(run: AccessibleRun): AppError {
  return new AppError("runNothingToRollBack", { number: run.number });
}
