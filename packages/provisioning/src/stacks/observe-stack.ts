import type { StackEvent, StackSnapshot, StackTarget } from "@greenroom/cloud";
import { DELETED_STATUS, operationOf, outcomeOf } from "@greenroom/cloud/statuses";
import { type Message, message, verbatim } from "@greenroom/messages";
import { appendRunEvents, type RunEventDraft } from "../events/run-events";
import { pollMs } from "../lease/backoff";
import { failureWith } from "../lease/failures";
import type { Failure } from "../schema";
import { type Slice, type StepRecord, saveCheckpoint } from "../slice";
import { operationName } from "./operation-name";
import type { StackCheckpoint } from "./stack-checkpoint";

/** A resource that was stopped because another one failed is not the cause. */
const FOLLOWS_FROM_ANOTHER = /cancell?ed/i;

/**
 * Polls of a resting stack without a trace of our operation, after which a person has to find out what
 * happened to it.
 */
const POLLS_WITHOUT_A_TRACE = 60;

export type Observation =
  | { is: "MOVING"; ms: number }
  | { is: "OVER"; snapshot: StackSnapshot }
  /** The operation was asked for, and the cloud shows no trace of it. */
  | { is: "UNKNOWN"; snapshot: StackSnapshot };

/**
 * One poll of a moving stack: writes down its new events and tells whether our operation is over. The stack's
 * own status may be stale right after an operation began, so it counts only when the events of our operation
 * say the same; until they say that it is over, it is not even asked for.
 */
export async function observeStack(
  slice: Slice,
  step: StepRecord,
  target: StackTarget,
  checkpoint: StackCheckpoint,
): Promise<Observation> {
  const { deps } = slice;
  const at: StackTarget = checkpoint.stackId ? { ...target, stackId: checkpoint.stackId } : target;
  const events = await deps.stacks.listEvents(at, checkpoint.lastEventId);
  const seen = followEvents(checkpoint, events, {
    stackKey: step.stackKey ?? "",
    tokenPrefix: operationName(slice.run.id, step.stackKey ?? ""),
  });
  Object.assign(checkpoint, seen.checkpoint);
  await saveCheckpoint(slice, step, checkpoint, async (tx) => {
    await appendRunEvents(tx, slice.run.id, seen.drafts);
  });
  const moving: Observation = { is: "MOVING", ms: pollMs(checkpoint.polls, deps) };
  if (isUnderWay(checkpoint)) return moving;
  const snapshot = await deps.stacks.findStack(at);
  if (snapshot === null) return { is: "OVER", snapshot: goneSnapshot(checkpoint) };
  const isOver = snapshot.phase !== "MOVING" && snapshot.status === checkpoint.stackStatus;
  if (isOver) return { is: "OVER", snapshot };
  const hasNoTrace = checkpoint.stackStatus === null && snapshot.phase !== "MOVING";
  return hasNoTrace ? { is: "UNKNOWN", snapshot } : moving;
}

/** By its events our operation goes on, or it has left no trace yet and may still do so. */
function isUnderWay({ stackStatus, polls }: StackCheckpoint): boolean {
  return stackStatus === null ? polls <= POLLS_WITHOUT_A_TRACE : outcomeOf(stackStatus) === "MOVING";
}

const goneSnapshot = ({ stackId }: StackCheckpoint): StackSnapshot => ({
  stackId: stackId ?? "",
  status: DELETED_STATUS,
  statusReason: null,
  phase: "DELETED",
  operation: null,
  isProtected: false,
  tags: {},
  outputs: {},
});

/**
 * Pure: what new events mean for the checkpoint and the run's log. Events of others are logged but prove
 * nothing of ours.
 */
export function followEvents(
  before: StackCheckpoint,
  events: readonly StackEvent[],
  { stackKey, tokenPrefix }: { stackKey: string; tokenPrefix: string },
): { checkpoint: StackCheckpoint; drafts: RunEventDraft[] } {
  const checkpoint = { ...before, retained: [...before.retained] };
  const drafts: RunEventDraft[] = [];
  for (const event of events) {
    checkpoint.lastEventId = event.eventId;
    const isOurs = event.token === null || event.token.startsWith(tokenPrefix);
    if (event.isStack && isOurs) checkpoint.stackStatus = event.status;
    if (event.outcome === "RETAINED") checkpoint.retained.push(event.logicalId);
    const isOurFailure = isOurs && isFirstFailure(event);
    const isRootCause = checkpoint.rootCause === null && isOurFailure;
    if (isRootCause) checkpoint.rootCause = rootCauseOf(event, stackKey);
    if (isOurFailure && checkpoint.stackStatus && operationOf(checkpoint.stackStatus) === "UPDATE_ROLLBACK")
      checkpoint.rollbackCause ??= rootCauseOf(event, stackKey);
    drafts.push({
      at: event.at,
      sourceEventId: event.eventId,
      data: {
        kind: "RESOURCE",
        stackKey,
        logicalId: event.logicalId,
        resourceType: event.resourceType,
        resourceStatus: event.status,
        outcome: event.outcome,
        phase: event.phase,
        physicalId: event.physicalId,
        reason: event.reason,
        isRootCause,
      },
    });
  }
  checkpoint.polls = before.polls + 1;
  return { checkpoint, drafts };
}

function isFirstFailure(event: StackEvent): boolean {
  return !event.isStack && event.outcome === "FAILED" && !FOLLOWS_FROM_ANOTHER.test(event.reason ?? "");
}

function rootCauseOf(event: StackEvent, stackKey: string): Failure {
  const { reason, logicalId, resourceType, status } = event;
  return failureWith({
    says: reason === null ? message("run.noReason", { logicalId, status }) : verbatim(reason),
    remedy: message("remedy.correctThenRetry"),
    stackKey,
    logicalId,
    resourceType,
  });
}

/** What the cloud says of a stack, else the status it is in. */
export const stackMessage = (
  stackName: string,
  { status, statusReason }: Pick<StackSnapshot, "status" | "statusReason">,
): Message =>
  statusReason === null ? message("run.stackIs", { stackName, status }) : verbatim(statusReason);

/** What is told of a stack whose rollback failed: why it was rolled back, and what stopped that. */
export function rollbackFailure(
  stackName: string,
  { rootCause, rollbackCause }: Pick<StackCheckpoint, "rootCause" | "rollbackCause">,
  snapshot: Pick<StackSnapshot, "status" | "statusReason">,
  stackKey: string,
): Failure {
  const place = rollbackCause ?? rootCause;
  const cause = place?.message ?? stackMessage(stackName, snapshot);
  return failureWith({
    says: message("run.rollbackFailed", { stackName, cause }),
    remedy: message("remedy.continueRollback"),
    stackKey,
    logicalId: place?.logicalId,
    resourceType: place?.resourceType,
  });
}
