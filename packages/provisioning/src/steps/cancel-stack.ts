import type { StackSnapshot } from "@greenroom/cloud";
import { forgetStack } from "@greenroom/environments";
import { isAppError } from "@greenroom/errors";
import { message } from "@greenroom/messages";
import { pollMs } from "../lease/backoff";
import { failureWith } from "../lease/failures";
import { type StepOutcome, saveCheckpoint } from "../slice";
import { rollbackFailure, stackMessage } from "../stacks/observe-stack";
import { operationName } from "../stacks/operation-name";
import type { StackWork } from "./stack-work";

/**
 * What cancelling means for a stack that is being applied: a change that was not executed is thrown away, a
 * running update is rolled back, a stack that is being created is deleted.
 *
 * @returns null when there is nothing to stop any more: the operation is left to end
 */
export async function cancelStack(work: StackWork): Promise<StepOutcome | null> {
  const { slice, step, target, at, stack } = work;
  if (at.phase === "FIND" || at.phase === "NO_CHANGES") return { is: "DONE", status: "CANCELLED" };
  // Begun before: that its change set is gone is our own doing.
  if (at.cancel === "DISCARD") return discard(work);
  if (at.phase === "CHANGE_SET" || at.phase === "EXECUTE") {
    const changeSet = await slice.deps.stacks.findChangeSet(target, operationName(slice.run.id, stack.key));
    const wasUsed = changeSet === null ? at.phase === "EXECUTE" : changeSet.status === "EXECUTED";
    if (!wasUsed) {
      at.cancel = "DISCARD";
      await saveCheckpoint(slice, step, at);
      return discard(work);
    }
    at.phase = "OBSERVE";
    at.stackId = changeSet?.stackId ?? at.stackId;
    await saveCheckpoint(slice, step, at);
    return { is: "AGAIN" };
  }
  return stop(work);
}

/** Nothing was executed: a stack in review is removed, an existing stack only loses the change set. */
async function discard({ slice, target, at, stack }: StackWork): Promise<StepOutcome> {
  const { deps, lease, run, subject } = slice;
  lease.assertHeld();
  if (at.kind === "UPDATE") {
    await deps.stacks.deleteChangeSet(target, operationName(run.id, stack.key));
    return { is: "DONE", status: "CANCELLED" };
  }
  const found = await deps.stacks.findStack(target);
  if (found?.phase === "REVIEW") {
    await deps.stacks.deleteStack(
      { ...target, stackId: found.stackId },
      {
        token: operationName(run.id, stack.key, "cancel"),
        executionRoleArn: stack.settings.executionRoleArn,
      },
    );
  }
  const { environment } = subject;
  return {
    is: "DONE",
    status: "CANCELLED",
    write: async (tx) => {
      if (environment) await forgetStack(tx, environment.id, stack.key);
    },
  };
}

async function stop({ slice, step, target, at, stack }: StackWork): Promise<StepOutcome | null> {
  const { deps, lease, run } = slice;
  const where = at.stackId ? { ...target, stackId: at.stackId } : target;
  const token = operationName(run.id, stack.key, "cancel");
  if (at.isCancelAccepted) return null;
  const operation = (await deps.stacks.findStack(where))?.operation;
  if (operation !== "UPDATE" && operation !== "CREATE") return null;
  const how = operation === "UPDATE" ? "ROLL_BACK" : "DELETE";
  if (at.cancel !== how) {
    at.cancel = how;
    at.stackStatus = null;
    at.polls = 0;
    await saveCheckpoint(slice, step, at);
  }
  lease.assertHeld();
  try {
    if (how === "ROLL_BACK") await deps.stacks.cancelUpdate(where, token);
    else await deps.stacks.deleteStack(where, { token, executionRoleArn: stack.settings.executionRoleArn });
    at.isCancelAccepted = true;
    await saveCheckpoint(slice, step, at);
  } catch (error) {
    // Refused: it ended, or is being stopped already. The next poll tells.
    if (!isAppError(error) || error.isRetryable) throw error;
  }
  return { is: "WAIT", ms: pollMs(0, deps) };
}

/** The stopped operation is over. */
export function endCancelled(
  { slice, at, stack }: StackWork,
  { phase, status, statusReason }: Pick<StackSnapshot, "phase" | "status" | "statusReason">,
): StepOutcome {
  const { environment } = slice.subject;
  if (phase === "DELETED") {
    return {
      is: "DONE",
      status: "CANCELLED",
      write: async (tx) => {
        if (environment) await forgetStack(tx, environment.id, stack.key);
      },
    };
  }
  if (phase === "ROLLED_BACK" || phase === "ONLY_DELETABLE") return { is: "DONE", status: "CANCELLED" };
  if (phase === "ROLLBACK_STUCK") {
    const failure = rollbackFailure(stack.stackName, at, { status, statusReason }, stack.key);
    return { is: "FAILED", failure };
  }
  const cause = at.rootCause?.message ?? stackMessage(stack.stackName, { status, statusReason });
  return {
    is: "FAILED",
    failure: failureWith({
      says: message("run.notBroughtBack", { cause }),
      remedy: message("remedy.bringInOrder"),
      stackKey: stack.key,
    }),
  };
}
