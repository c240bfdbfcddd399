import { createStack as makeStack } from "../engine/create-stack";
import { importersOf } from "../engine/environment";
import { setStackStatus } from "../engine/events";
import { addToLedger, once, startOperation } from "../engine/operations";
import { planChanges } from "../engine/plan-changes";
import { readSubmission } from "../engine/submission";
import { refusals } from "../errors";
import { boundedText, choice, flag, requiredText, text, textList, wholeNumber } from "../protocol/query";
import type { Stack } from "../state/types";
import { type Action, type Call, newName, stackOf } from "./call";
import { disablesRollback, refuseExpress } from "./deployment-config";
import { isInProgress, isUnexecuted, isUpdatable } from "./stack-states";

const DELETION_MODES = ["STANDARD", "FORCE_DELETE_STACK"] as const;
const FAILURE_MODES = ["ROLLBACK", "DELETE", "DO_NOTHING"] as const;

export const createStack: Action = (call) => {
  const { sandbox, query } = call;
  const stackName = newName(call, "StackName");
  return once(sandbox, operation(call, `CreateStack ${stackName}`), () => {
    if (sandbox.store.findStack(call, stackName)) throw refusals.stackExists(stackName);
    const stack = makeStack(sandbox, call, stackName);
    const target = readSubmission(sandbox, query, stack);
    if (text(query, "DisableRollback") && text(query, "OnFailure")) {
      throw refusals.eitherOr("DisableRollback", "OnFailure");
    }
    const disableRollback = flag(query, "DisableRollback") || disablesRollback(query);
    const onStackFailure = choice(query, "OnFailure", FAILURE_MODES, "ROLLBACK");
    const timeoutInMinutes = wholeNumber(query, "TimeoutInMinutes", 1);
    Object.assign(stack, {
      terminationProtection: flag(query, "EnableTerminationProtection"),
      disableRollback: disableRollback || onStackFailure === "DO_NOTHING",
      ...(timeoutInMinutes !== undefined && { timeoutInMinutes }),
    });
    const retainExceptOnCreate = flag(query, "RetainExceptOnCreate");
    const failure = { disableRollback, onStackFailure, retainExceptOnCreate };
    sandbox.store.saveStack(stack);
    startOperation(sandbox, stack, "CREATE", { target, ...failure, ...tokenOf(call) });
    return { StackId: stack.stackId };
  });
};

export const updateStack: Action = (call) => {
  const { sandbox, query } = call;
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  return once(sandbox, operation(call, `UpdateStack ${stack.stackId}`), () => {
    if (!isUpdatable(stack)) throw refusals.cannotUpdate(stack.stackId, stack.status);
    const target = readSubmission(sandbox, query, stack);
    const failure = {
      disableRollback: flag(query, "DisableRollback") || disablesRollback(query),
      retainExceptOnCreate: flag(query, "RetainExceptOnCreate"),
    };
    if (!planChanges(sandbox, stack, target, true).hasChanges) throw refusals.noUpdates();
    for (const changeSet of sandbox.store.changeSetsOf(stack.stackId)) {
      if (isUnexecuted(changeSet)) sandbox.store.removeChangeSet(changeSet.changeSetId);
    }
    startOperation(sandbox, stack, "UPDATE", { target, ...failure, ...tokenOf(call) });
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
    const retainResources = retainedBy(call, stack);
    refuseExpress(query);
    if (stack.status === "DELETE_IN_PROGRESS") return {};
    const roleArn = boundedText(query, "RoleARN", 20, 2048);
    if (roleArn && stack.deployed) stack.deployed = { ...stack.deployed, roleArn };
    if (stack.operation) return cancelCreation(call, stack);
    if (stack.status === "REVIEW_IN_PROGRESS") return discardReview(call, stack);
    startOperation(sandbox, stack, "DELETE", { retainResources, ...tokenOf(call) });
    return {};
  });
  return {};
};

/** What the deletion leaves alone: resources that an earlier one could not delete, and no others. */
function retainedBy({ query }: Call, stack: Stack): string[] {
  const isForced = choice(query, "DeletionMode", DELETION_MODES, "STANDARD") === "FORCE_DELETE_STACK";
  const named = textList(query, "RetainResources");
  const isStuck = stack.status === "DELETE_FAILED";
  if (named.length > 0 && !isStuck) throw refusals.retainTooEarly(stack.stackId);
  if (isForced && !isStuck) throw refusals.forceTooEarly(stack.stackId, stack.status);
  const isThere = (logicalId: string) =>
    !["DELETE_COMPLETE", undefined].includes(stack.resources.get(logicalId)?.status);
  if (!named.every(isThere)) throw refusals.retainGone();
  const stuck = [...stack.resources.values()].filter(({ status }) => status === "DELETE_FAILED");
  return isForced ? stuck.map(({ logicalId }) => logicalId) : named;
}

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
  addToLedger(sandbox, stack, "DELETE", tokenOf(call));
  Object.assign(stack.operation ?? {}, { cancelled: "delete", ...tokenOf(call) });
  sandbox.store.saveStack(stack);
  sandbox.runs.get(stack.stackId)?.cancel.abort();
  return {};
}

/** A stack that was only reviewed has nothing to delete. */
function discardReview(call: Call, stack: Stack): Record<string, string> {
  const { sandbox } = call;
  addToLedger(sandbox, stack, "DELETE", tokenOf(call));
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
    addToLedger(sandbox, stack, "CANCEL_UPDATE", tokenOf(call));
    stack.operation.cancelled = "update";
    sandbox.store.saveStack(stack);
    sandbox.runs.get(stack.stackId)?.cancel.abort();
    return {};
  });
  return {};
};

/**
 * Goes on with a rollback that failed, once its cause is corrected
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ContinueUpdateRollback.html).
 */
export const continueUpdateRollback: Action = (call) => {
  const { sandbox, query } = call;
  const stack = stackOf(call);
  once(sandbox, operation(call, `ContinueUpdateRollback ${stack.stackId}`), () => {
    if (stack.status !== "UPDATE_ROLLBACK_FAILED") throw refusals.cannotContinue(stack.stackId, stack.status);
    const roleArn = boundedText(query, "RoleARN", 20, 2048);
    if (roleArn && stack.deployed) stack.deployed = { ...stack.deployed, roleArn };
    startOperation(sandbox, stack, "CONTINUE_ROLLBACK", tokenOf(call));
    return {};
  });
  return {};
};

export const updateTerminationProtection: Action = (call) => {
  const stack = stackOf(call);
  requiredText(call.query, "EnableTerminationProtection");
  if (stack.status.startsWith("DELETE_")) throw refusals.cannotUpdate(stack.stackId, stack.status);
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
