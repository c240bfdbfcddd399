import { createStack as makeStack } from "../engine/create-stack";
import { importersOf } from "../engine/environment";
import { setStackStatus } from "../engine/events";
import { noteInLedger, once, startOperation } from "../engine/operations";
import { planChanges } from "../engine/plan-changes";
import { readSubmission } from "../engine/submission";
import { refusals } from "../errors";
import { choice, flag, requiredText, text, textList } from "../protocol/query";
import type { Stack } from "../state/types";
import { type Action, type Call, newName, stackOf } from "./call";
import { isInProgress, isUnexecuted, isUpdatable } from "./stack-states";

const FAILURE_MODES = ["ROLLBACK", "DELETE", "DO_NOTHING"] as const;

export const createStack: Action = (call) => {
  const { sandbox, query } = call;
  const stackName = newName(call, "StackName");
  return once(sandbox, operation(call, `CreateStack ${stackName}`), () => {
    if (sandbox.store.findStack(call, stackName)) throw refusals.stackExists(stackName);
    const stack = makeStack(sandbox, call, stackName);
    const target = readSubmission(sandbox, query, stack);
    const disableRollback = flag(query, "DisableRollback");
    const onStackFailure = choice(query, "OnFailure", FAILURE_MODES, "ROLLBACK");
    Object.assign(stack, {
      terminationProtection: flag(query, "EnableTerminationProtection"),
      disableRollback,
    });
    sandbox.store.saveStack(stack);
    startOperation(sandbox, stack, "CREATE", { target, disableRollback, onStackFailure, ...tokenOf(call) });
    return { StackId: stack.stackId };
  });
};

export const updateStack: Action = (call) => {
  const { sandbox, query } = call;
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  return once(sandbox, operation(call, `UpdateStack ${stack.stackId}`), () => {
    if (!isUpdatable(stack)) throw refusals.cannotUpdate(stack.stackId, stack.status);
    const target = readSubmission(sandbox, query, stack);
    if (!planChanges(sandbox, stack, target, true).hasChanges) throw refusals.noUpdates();
    for (const changeSet of sandbox.store.changeSetsOf(stack.stackId)) {
      if (isUnexecuted(changeSet)) sandbox.store.removeChangeSet(changeSet.changeSetId);
    }
    const disableRollback = flag(query, "DisableRollback");
    startOperation(sandbox, stack, "UPDATE", { target, disableRollback, ...tokenOf(call) });
    return { StackId: stack.stackId };
  });
};

/** Deletes a stack; one that is not there counts as deleted. A creation under way is cancelled first. */
export const deleteStack: Action = (call) => {
  const { sandbox, query } = call;
  const stack = sandbox.store.findStack(call, requiredText(query, "StackName"));
  if (!stack || stack.status === "DELETE_COMPLETE") return {};
  once(sandbox, operation(call, `DeleteStack ${stack.stackId}`), () => {
    checkDeletable(call, stack);
    if (stack.status === "DELETE_IN_PROGRESS") return {};
    const isForced = text(query, "DeletionMode") === "FORCE_DELETE_STACK";
    const stuck = [...stack.resources.values()].filter(({ status }) => status === "DELETE_FAILED");
    const retainResources = isForced
      ? stuck.map(({ logicalId }) => logicalId)
      : textList(query, "RetainResources");
    if (stack.operation) return cancelCreation(call, stack);
    if (stack.status === "REVIEW_IN_PROGRESS") return discardReview(call, stack);
    startOperation(sandbox, stack, "DELETE", { retainResources, ...tokenOf(call) });
    return {};
  });
  return {};
};

function checkDeletable({ sandbox }: Call, stack: Stack): void {
  if (stack.terminationProtection) throw refusals.protectedStack(stack.stackName);
  const isDeletable =
    ["CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS"].includes(stack.status) || !isInProgress(stack);
  if (!isDeletable) throw refusals.cannotDelete(stack.stackId, stack.status);
  for (const { ExportName } of stack.outputs) {
    const users = ExportName ? importersOf(sandbox, stack, ExportName) : [];
    if (ExportName && users.length > 0) throw refusals.exportInUse(ExportName, users);
  }
}

function cancelCreation(call: Call, stack: Stack): Record<string, string> {
  const { sandbox } = call;
  noteInLedger(sandbox, stack, "DELETE", tokenOf(call));
  Object.assign(stack.operation ?? {}, { cancelled: "delete", ...tokenOf(call) });
  sandbox.store.saveStack(stack);
  sandbox.runs.get(stack.stackId)?.cancel.abort();
  return {};
}

/** A stack that was only reviewed has nothing to delete. */
function discardReview(call: Call, stack: Stack): Record<string, string> {
  const { sandbox } = call;
  noteInLedger(sandbox, stack, "DELETE", tokenOf(call));
  for (const { changeSetId } of sandbox.store.changeSetsOf(stack.stackId))
    sandbox.store.removeChangeSet(changeSetId);
  stack.deletionTime = sandbox.now();
  setStackStatus(sandbox, stack, "DELETE_COMPLETE", "User Initiated");
  return {};
}

export const cancelUpdateStack: Action = (call) => {
  const { sandbox } = call;
  const stack = stackOf(call);
  once(sandbox, operation(call, `CancelUpdateStack ${stack.stackId}`), () => {
    if (stack.status !== "UPDATE_IN_PROGRESS" || !stack.operation) throw refusals.cannotCancel();
    stack.operation.cancelled = "update";
    sandbox.store.saveStack(stack);
    sandbox.runs.get(stack.stackId)?.cancel.abort();
    return {};
  });
  return {};
};

export const updateTerminationProtection: Action = (call) => {
  const stack = stackOf(call);
  stack.terminationProtection = flag(call.query, "EnableTerminationProtection");
  call.sandbox.store.saveStack(stack);
  return { StackId: stack.stackId };
};

function operation(call: Call, fingerprint: string) {
  return { ...call, field: "ClientRequestToken", fingerprint };
}

function tokenOf({ query }: Call): { token?: string } {
  const token = text(query, "ClientRequestToken");
  return token === undefined ? {} : { token };
}
