import { AppError } from "@greenroom/errors";
import { Prisma, type Transaction } from "@greenroom/prisma";
import { appendRunEvents, type RunEventDraft } from "../events/run-events";
import type { RunRecord } from "../lease/lease";
import { isActive, RUN_STATUSES, RUN_TRANSITIONS, type RunStatus } from "../lifecycle";
import { type Failure, failureSchema, type RunEventData, type Waiting, waitingSchema } from "../schema";

export interface RunTransition {
  /** Without it: every status from which `to` can be reached. */
  from?: readonly RunStatus[];
  to: RunStatus;
  now: Date;
  /** Root cause; only with FAILED. */
  failure?: Failure;
  /** Events that happened with it; they come before its own. */
  events?: readonly RunEventDraft[];
}

/**
 * The only writer of a run's status: a compare-and-set and its event, in the caller's transaction. A settled
 * run keeps no lease and waits for nothing.
 *
 * @throws CONFLICT when the run is in no status of `from`
 */
export async function recordRunTransition(
  tx: Transaction,
  runId: string,
  { from, to, now, failure, events = [] }: RunTransition,
): Promise<void> {
  const allowed = RUN_STATUSES.filter(
    (status) =>
      (RUN_TRANSITIONS[status].to as readonly RunStatus[]).includes(to) && (from?.includes(status) ?? true),
  );
  const isSettled = !isActive(to);
  const [run] = await tx.run.updateManyAndReturn({
    where: { id: runId, status: { in: allowed } },
    data: {
      status: to,
      startedAt: to === "RUNNING" ? now : undefined,
      finishedAt: isSettled ? now : undefined,
      failure: failure as Prisma.InputJsonObject | undefined,
      waiting: Prisma.DbNull,
      retries: 0,
      ...(isSettled && { leaseOwner: null, leaseUntil: null }),
    },
  });
  if (!run) {
    throw new AppError("runMoved", { to });
  }
  await appendRunEvents(tx, runId, [...events, { at: now, data: stateOf(run) }]);
}

/**
 * Adds an event with the run's state as it is now: after its status, its waiting or its cancelling changed.
 */
export async function appendRunState(tx: Transaction, runId: string, now: Date): Promise<void> {
  const run = await tx.run.findUniqueOrThrow({ where: { id: runId } });
  await appendRunEvents(tx, runId, [{ at: now, data: stateOf(run) }]);
}

function stateOf(run: RunRecord): RunEventData {
  return {
    kind: "RUN",
    status: run.status,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    failure: failureSchema.nullable().parse(run.failure),
    waiting: waitingSchema.nullable().parse(run.waiting),
    isCancelling: run.cancelRequestedAt !== null,
  };
}

/** Says on the run why it does not move, or with null that it moves again. */
export async function recordWaiting(
  tx: Transaction,
  runId: string,
  { waiting, retries, now }: { waiting: Waiting | null; retries: number; now: Date },
): Promise<void> {
  const data =
    waiting === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(waiting)) as Prisma.InputJsonObject);
  await tx.run.update({ where: { id: runId }, data: { waiting: data, retries } });
  await appendRunState(tx, runId, now);
}
