import type { ChangeSetSnapshot, StackSnapshot } from "@greenroom/cloud";
import { recordStack } from "@greenroom/environments";
import { isAppError } from "@greenroom/errors";
import { message, verbatim } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { pollMs } from "../lease/backoff";
import { failureWith } from "../lease/failures";
import { findUnapproved } from "../plan/find-unapproved";
import { type StepOutcome, type StepRunner, saveCheckpoint, targetOf } from "../slice";
import { observeStack, rollbackFailure, stackMessage } from "../stacks/observe-stack";
import { operationName } from "../stacks/operation-name";
import { stackCheckpointSchema } from "../stacks/stack-checkpoint";
import { isOurStack } from "../stacks/stack-ownership";
import { trackStack } from "../stacks/track-stack";
import { cancelStack, endCancelled } from "./cancel-stack";
import type { StackWork } from "./stack-work";

const AGAIN: StepOutcome = { is: "AGAIN" };

/**
 * Brings one stack to its planned template: find it → make a change set → compare it with what was approved →
 * execute → observe. Each call does one thing. The checkpoint is written before each effect; a call whose
 * outcome is unknown is looked at, not repeated, and names and tokens are the same for whoever goes on.
 */
export const applyStack: StepRunner = async (slice, step) => {
  const stack = slice.subject.plan?.stacks.find(({ key }) => key === step.stackKey);
  if (!stack) throw new Error(`Run ${slice.run.id} has no plan for the stack "${step.stackKey}".`);
  const at = stackCheckpointSchema.parse(step.checkpoint);
  const work: StackWork = { slice, step, stack, target: targetOf(slice, stack.key), at };
  if (slice.isCancelling) {
    const cancelled = await cancelStack(work);
    if (cancelled) return cancelled;
  }
  switch (at.phase) {
    case "FIND":
      return find(work);
    case "CHANGE_SET":
      return prepare(work);
    case "EXECUTE":
      return execute(work);
    case "NO_CHANGES":
      return skip(work);
    default:
      return observe(work);
  }
};

async function find(work: StackWork): Promise<StepOutcome> {
  const { slice, step, stack, target, at } = work;
  const found = await slice.deps.stacks.findStack(target);
  if (found && found.phase !== "DELETED") {
    if (!(await isOurStack(slice, stack.key, target, found))) return refuse(work, notOurs(stack.stackName));
    if (found.phase === "MOVING") {
      at.polls++;
      await saveCheckpoint(slice, step, at);
      return { is: "WAIT", ms: pollMs(at.polls, slice.deps) };
    }
    if (isStuck(found)) return refuse(work, stuck(found));
  }
  const isNew = !found || found.phase === "DELETED" || found.phase === "REVIEW";
  at.kind = isNew ? "CREATE" : "UPDATE";
  at.stackId = isNew ? null : found.stackId;
  at.phase = "CHANGE_SET";
  at.polls = 0;
  // Whatever becomes of this worker, the environment knows of a stack of this name.
  await saveCheckpoint(slice, step, at, isNew ? (tx) => track(work, tx, null) : undefined);
  return make(work);
}

/** Asks for the change set. One that an earlier worker asked for already is found by its name and token. */
async function make(work: StackWork): Promise<StepOutcome> {
  const { slice, step, stack, target, at } = work;
  const { deps, lease, run } = slice;
  const name = operationName(run.id, stack.key);
  lease.assertHeld();
  const { stackId } = await deps.stacks.createChangeSet(target, {
    name,
    token: name,
    kind: at.kind ?? "CREATE",
    template: stack.template,
    settings: stack.settings,
    approvedHash: stack.submissionHash,
  });
  at.stackId = stackId;
  await saveCheckpoint(slice, step, at, (tx) => track(work, tx, stackId));
  return { is: "WAIT", ms: pollMs(0, deps) };
}

async function prepare(work: StackWork): Promise<StepOutcome> {
  const { slice, step, stack, target, at } = work;
  const { deps, run } = slice;
  const name = operationName(run.id, stack.key);
  const changeSet = await deps.stacks.findChangeSet(target, name);
  if (!changeSet) return make(work);
  if (at.stackId !== changeSet.stackId) {
    at.stackId = changeSet.stackId;
    await saveCheckpoint(slice, step, at, (tx) => track(work, tx, changeSet.stackId));
  }
  switch (changeSet.status) {
    case "PENDING":
      at.polls++;
      await saveCheckpoint(slice, step, at);
      return { is: "WAIT", ms: pollMs(at.polls, deps) };
    case "NO_CHANGES":
      at.phase = "NO_CHANGES";
      await saveCheckpoint(slice, step, at);
      return skip(work);
    case "READY":
      return allowExecution(work, changeSet);
    case "EXECUTED":
      at.phase = "OBSERVE";
      await saveCheckpoint(slice, step, at);
      return AGAIN;
    default:
      return refuse(work, {
        says: changeSet.reason
          ? verbatim(changeSet.reason)
          : message("run.changeSetIs", { stackName: stack.stackName, status: changeSet.status }),
        remedy: message(
          changeSet.status === "OBSOLETE" ? "remedy.changedMeanwhile" : "remedy.correctThenRetry",
        ),
      });
  }
}

/** There was nothing to do; one that is gone already was thrown away before an answer was lost. */
async function skip(work: StackWork): Promise<StepOutcome> {
  const { slice, stack, target } = work;
  slice.lease.assertHeld();
  await slice.deps.stacks.deleteChangeSet(target, operationName(slice.run.id, stack.key));
  return finish(work, "SKIPPED");
}

/**
 * The gate: what a change set would do beyond the plan that a person approved; it is thrown away then. Null
 * when there is nothing.
 */
async function checkAgainstApproval(
  work: StackWork,
  changeSet: ChangeSetSnapshot,
): Promise<StepOutcome | null> {
  const { slice, stack, target } = work;
  const approved = slice.subject.plan?.changes.filter(({ stackKey }) => stackKey === stack.key) ?? [];
  const beyond = findUnapproved(approved, changeSet.changes);
  if (!beyond) return null;
  // Thrown away to leave nothing behind; the refusal stands without it.
  await slice.deps.stacks.deleteChangeSet(target, operationName(slice.run.id, stack.key)).catch(() => {});
  const { action, logicalId, resourceType, approved: wanted } = beyond;
  const would = { action, logicalId, resourceType };
  const says = wanted
    ? message("run.beyondApproved", { ...would, approved: wanted })
    : message("run.neverApproved", would);
  return refuse(work, {
    code: "DIGEST_MISMATCH",
    says,
    remedy: message("remedy.planAgain"),
    logicalId,
    resourceType,
  });
}

async function allowExecution(work: StackWork, changeSet: ChangeSetSnapshot): Promise<StepOutcome> {
  const { slice, step, target, at } = work;
  const refusal = await checkAgainstApproval(work, changeSet);
  if (refusal) return refusal;
  const history = await slice.deps.stacks.listEvents({ ...target, stackId: changeSet.stackId }, null);
  at.phase = "EXECUTE";
  at.lastEventId = history.at(-1)?.eventId ?? null;
  at.polls = 0;
  await saveCheckpoint(slice, step, at);
  return execute(work, changeSet);
}

/**
 * The change set is a ticket for one use, and shows whether it was used: whoever goes on after a crash looks
 * before it acts.
 * @param seen as it was seen before the intent was written down, by the worker that wrote it
 */
async function execute(work: StackWork, seen?: ChangeSetSnapshot): Promise<StepOutcome> {
  const { slice, step, stack, target, at } = work;
  const { deps, lease, run } = slice;
  const name = operationName(run.id, stack.key);
  const changeSet = seen ?? (await deps.stacks.findChangeSet(target, name));
  if (changeSet?.status === "READY") {
    // The checkpoint says that it passed the gate; the change set itself is believed more.
    const refusal = seen ? null : await checkAgainstApproval(work, changeSet);
    if (refusal) return refusal;
    lease.assertHeld();
    try {
      await deps.stacks.executeChangeSet(target, name, operationName(run.id, stack.key, "execute"));
    } catch (error) {
      // Refused because it was used meanwhile is the same as done.
      const after =
        isAppError(error) && !error.isRetryable ? await deps.stacks.findChangeSet(target, name) : null;
      if (!isAppError(error) || error.isRetryable || after?.status === "READY") throw error;
    }
  }
  at.phase = "OBSERVE";
  await saveCheckpoint(slice, step, at);
  return { is: "WAIT", ms: pollMs(0, deps) };
}

async function observe(work: StackWork): Promise<StepOutcome> {
  const { slice, step, target, stack, at } = work;
  const observation = await observeStack(slice, step, target, at);
  if (observation.is === "MOVING") return { is: "WAIT", ms: observation.ms };
  const { snapshot } = observation;
  if (observation.is === "UNKNOWN") return refuse(work, noTrace(stack.stackName));
  if (at.cancel && snapshot.phase !== "SUCCEEDED") return endCancelled(work, snapshot);
  if (snapshot.phase === "SUCCEEDED") return finish(work, "SUCCEEDED", snapshot);
  if (snapshot.phase === "ROLLBACK_STUCK")
    return { is: "FAILED", failure: rollbackFailure(stack.stackName, at, snapshot, stack.key) };
  const remedy = message(remedyAfter(snapshot));
  if (at.rootCause) return { is: "FAILED", failure: { ...at.rootCause, remedy } };
  return refuse(work, { says: stackMessage(stack.stackName, snapshot), remedy });
}

/** The stack is as planned: its outputs and template become the environment's. */
async function finish(
  { slice, stack, target, at }: StackWork,
  status: "SUCCEEDED" | "SKIPPED",
  known?: StackSnapshot,
): Promise<StepOutcome> {
  const { deps, subject } = slice;
  const snapshot =
    known ?? (await deps.stacks.findStack(at.stackId ? { ...target, stackId: at.stackId } : target));
  const { environment } = subject;
  if (!snapshot || !environment)
    throw new Error(`The stack ${stack.stackName} vanished while it was finished.`);
  if (subject.context.stage === "prod" && !snapshot.isProtected)
    await deps.stacks.setTerminationProtection(target, true);
  const template = JSON.parse(stack.template) as { Resources?: object };
  return {
    is: "DONE",
    status,
    write: (tx) =>
      recordStack(
        tx,
        environment.id,
        {
          key: stack.key,
          position: subject.plan?.stacks.indexOf(stack) ?? 0,
          stackName: stack.stackName,
          stackId: snapshot.stackId,
          region: stack.region,
          template: template as Record<string, unknown>,
          templateHash: stack.templateHash,
          outputs: snapshot.outputs,
          resourceCount: Object.keys(template.Resources ?? {}).length,
        },
        deps.now(),
      ),
  };
}

async function track({ slice, stack }: StackWork, tx: Transaction, stackId: string | null): Promise<void> {
  const { environment, plan } = slice.subject;
  if (environment) await trackStack(tx, environment.id, stack, plan?.stacks.indexOf(stack) ?? 0, stackId);
}

type Refusal = Omit<Parameters<typeof failureWith>[0], "stackKey">;

function refuse({ stack }: StackWork, refusal: Refusal): StepOutcome {
  return { is: "FAILED", failure: failureWith({ ...refusal, stackKey: stack.key }) };
}

const notOurs = (stackName: string): Refusal => ({
  says: message("run.stackNotOurs", { stackName }),
  remedy: message("remedy.renameStack"),
});

const noTrace = (stackName: string): Refusal => ({
  says: message("run.noTrace", { stackName }),
  remedy: message("remedy.lookAtStack"),
});

/** No change set is taken of it. */
const isStuck = ({ phase }: StackSnapshot): boolean =>
  phase === "ONLY_DELETABLE" || phase === "FAILED" || phase === "ROLLBACK_STUCK";

const stuck = ({ status, phase }: StackSnapshot): Refusal =>
  phase === "ONLY_DELETABLE"
    ? { says: message("run.onlyDeletable", { status }), remedy: message("remedy.cleanAndRetry") }
    : {
        says: message("run.stuck", { status }),
        remedy: message(phase === "ROLLBACK_STUCK" ? "remedy.continueRollback" : "remedy.bringInOrder"),
      };

/** Only a stack that was rolled back is what it was before. */
function remedyAfter({ phase }: StackSnapshot) {
  if (phase === "ONLY_DELETABLE") return "remedy.correctThenClean";
  return phase === "ROLLED_BACK" ? "remedy.rolledBack" : "remedy.bringInOrder";
}
