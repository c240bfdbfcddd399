import { randomUUID } from "node:crypto";
import { partitionOf } from "@greenroom/template";
import { createStack as makeStack } from "../engine/create-stack";
import { setStackStatus } from "../engine/events";
import { visibleParameters } from "../engine/no-echo";
import { once, startOperation } from "../engine/operations";
import { prepareChangeSet } from "../engine/prepare-change-set";
import { readSubmission } from "../engine/submission";
import { refusals } from "../errors";
import { choice, flag, requiredText, text } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import type { ChangeSet, Operation, Stack } from "../state/types";
import { type Action, type Call, newName, page, stackOf } from "./call";
import { isUnexecuted, isUpdatable } from "./stack-states";

const TYPES = ["CREATE", "UPDATE", "IMPORT"] as const;
const FAILURE_MODES = ["ROLLBACK", "DELETE", "DO_NOTHING"] as const;

/** Notes what is asked for; the comparison with the stack follows shortly after. */
export const createChangeSet: Action = (call) => {
  const { sandbox, query } = call;
  const stackName = requiredText(query, "StackName");
  const changeSetName = newName(call, "ChangeSetName");
  const type = choice(query, "ChangeSetType", TYPES, "UPDATE");
  if (type === "IMPORT") throw refusals.notSimulated("ChangeSetType IMPORT");
  // The same stack may be named by its name first and by its id when the request is repeated.
  const known = sandbox.store.findStack(call, stackName)?.stackName ?? stackName;
  const fingerprint = `CreateChangeSet ${known} ${changeSetName} ${type}`;
  return once(sandbox, { ...call, field: "ClientToken", fingerprint }, () => {
    const stack = stackForChangeSet(call, stackName, changeSetName, type);
    if (findByName(call, stack, changeSetName)) throw refusals.changeSetExists(changeSetName, stack.stackId);
    const submission = readSubmission(sandbox, query, stack, true);
    const clientToken = text(query, "ClientToken");
    const description = text(query, "Description");
    const onStackFailure = choice(query, "OnStackFailure", FAILURE_MODES, "ROLLBACK");
    if (!sandbox.store.stacks.has(stack.stackId))
      setStackStatus(sandbox, stack, "REVIEW_IN_PROGRESS", "User Initiated");
    const changeSet: ChangeSet = {
      changeSetId: `arn:${partitionOf(call.region)}:cloudformation:${call.region}:${call.accountId}:changeSet/${changeSetName}/${randomUUID()}`,
      changeSetName,
      stackId: stack.stackId,
      stackName: stack.stackName,
      type,
      status: "CREATE_PENDING",
      executionStatus: "UNAVAILABLE",
      creationTime: sandbox.now(),
      submission,
      changes: [],
      changesWithValues: [],
      onStackFailure,
      ...(clientToken && { clientToken }),
      ...(description && { description }),
    };
    sandbox.store.saveChangeSet(changeSet);
    void prepareChangeSet(sandbox, changeSet);
    return { Id: changeSet.changeSetId, StackId: stack.stackId };
  });
};

function stackForChangeSet(
  call: Call,
  name: string,
  changeSetName: string,
  type: "CREATE" | "UPDATE",
): Stack {
  const stack = call.sandbox.store.findStack(call, name);
  if (type === "UPDATE") {
    if (!stack || stack.status === "DELETE_COMPLETE") throw refusals.stackMissingForChangeSet(name);
    if (!isUpdatable(stack)) throw refusals.cannotUpdate(stack.stackId, stack.status);
    return stack;
  }
  if (!stack) return makeStack(call.sandbox, call, newName(call, "StackName"));
  if (stack.status !== "REVIEW_IN_PROGRESS") throw refusals.stackExistsForChangeSet(name, changeSetName);
  return stack;
}

/** The change set of that name that was not executed yet: an executed one gives its name free. */
function findByName({ sandbox }: Call, stack: Stack, name: string): ChangeSet | undefined {
  const named = sandbox.store
    .changeSetsOf(stack.stackId)
    .filter(({ changeSetName }) => changeSetName === name);
  return named.find(isUnexecuted);
}

/** By ARN, or by name together with the stack; of several the latest. @throws ChangeSetNotFound */
function changeSetOf(call: Call): ChangeSet {
  const { store } = call.sandbox;
  const name = requiredText(call.query, "ChangeSetName");
  const byId = store.changeSets.get(name);
  if (byId && store.findStack(call, byId.stackId)) return byId;
  if (byId || name.startsWith("arn:") || !text(call.query, "StackName"))
    throw refusals.changeSetMissing(name);
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  const named = store.changeSetsOf(stack.stackId).filter(({ changeSetName }) => changeSetName === name);
  const found = findByName(call, stack, name) ?? named.at(-1);
  if (!found) throw refusals.changeSetMissing(name);
  return found;
}

export const describeChangeSet: Action = (call) => {
  const changeSet = changeSetOf(call);
  const { submission } = changeSet;
  const withValues = flag(call.query, "IncludePropertyValues");
  const { items, NextToken } = page(call, withValues ? changeSet.changesWithValues : changeSet.changes);
  const parameters = visibleParameters(submission);
  return {
    ...summaryOf(changeSet),
    Parameters: parameters.length > 0 ? parameters.map((parameter) => ({ ...parameter })) : undefined,
    NotificationARNs: submission.notificationArns,
    RollbackConfiguration: {},
    Capabilities: submission.capabilities,
    Tags: submission.tags.length > 0 ? submission.tags.map((tag) => ({ ...tag })) : undefined,
    Changes: items as Result[],
    OnStackFailure: changeSet.onStackFailure === "ROLLBACK" ? undefined : changeSet.onStackFailure,
    NextToken,
  };
};

export const listChangeSets: Action = (call) => {
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  const { items, NextToken } = page(call, call.sandbox.store.changeSetsOf(stack.stackId));
  return { Summaries: items.map(summaryOf), NextToken };
};

function summaryOf(changeSet: ChangeSet): Record<string, Result> {
  return {
    ChangeSetName: changeSet.changeSetName,
    ChangeSetId: changeSet.changeSetId,
    StackId: changeSet.stackId,
    StackName: changeSet.stackName,
    Description: changeSet.description,
    CreationTime: changeSet.creationTime,
    ExecutionStatus: changeSet.executionStatus,
    Status: changeSet.status,
    StatusReason: changeSet.statusReason,
    IncludeNestedStacks: false,
  };
}

/** Deletes a change set that was not executed; deleting what is not there is no error, as in AWS. */
export const deleteChangeSet: Action = (call) => {
  let changeSet: ChangeSet;
  try {
    changeSet = changeSetOf(call);
  } catch (error) {
    if (text(call.query, "ChangeSetName")?.startsWith("arn:")) return {};
    throw error;
  }
  if (changeSet.executionStatus === "EXECUTE_IN_PROGRESS" || changeSet.status.endsWith("_PENDING")) {
    throw refusals.changeSetBusy(changeSet.changeSetId, changeSet.status);
  }
  call.sandbox.store.removeChangeSet(changeSet.changeSetId);
  return {};
};

export const executeChangeSet: Action = (call) => {
  const { sandbox, query } = call;
  const changeSet = changeSetOf(call);
  const { changeSetId, submission } = changeSet;
  const fingerprint = `ExecuteChangeSet ${changeSetId}`;
  once(sandbox, { ...call, field: "ClientRequestToken", fingerprint }, () => {
    const stack = sandbox.store.stacks.get(changeSet.stackId) as Stack;
    if (changeSet.executionStatus !== "AVAILABLE") {
      throw refusals.changeSetNotExecutable(changeSetId, changeSet.executionStatus);
    }
    const isNew = stack.status === "REVIEW_IN_PROGRESS";
    if (!isNew && !isUpdatable(stack)) throw refusals.cannotUpdate(stack.stackId, stack.status);
    for (const other of sandbox.store.changeSetsOf(stack.stackId)) {
      if (other.changeSetId !== changeSetId && isUnexecuted(other)) {
        sandbox.store.removeChangeSet(other.changeSetId);
      }
    }
    sandbox.store.saveChangeSet(Object.assign(changeSet, { executionStatus: "EXECUTE_IN_PROGRESS" }));
    stack.changeSetId = changeSetId;
    const token = text(query, "ClientRequestToken");
    startOperation(sandbox, stack, isNew ? "CREATE" : "UPDATE", {
      target: submission,
      changeSetName: changeSet.changeSetName,
      disableRollback: flag(query, "DisableRollback"),
      onStackFailure: changeSet.onStackFailure as Operation["onStackFailure"],
      ...(token && { token }),
    });
    return {};
  });
  return {};
};
