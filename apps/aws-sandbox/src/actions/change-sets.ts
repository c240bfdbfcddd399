import { randomUUID } from "node:crypto";
import { partitionOf } from "@greenroom/template";
import { createStack as makeStack } from "../engine/create-stack";
import { setStackStatus } from "../engine/events";
import { visibleParameters } from "../engine/no-echo";
import { once, startOperation } from "../engine/operations";
import { prepareChangeSet } from "../engine/prepare-change-set";
import { readSubmission } from "../engine/submission";
import { refusals } from "../errors";
import { boundedText, choice, flag, requiredText, text } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import type { ChangeSet, Operation, Stack } from "../state/types";
import { type Action, type Call, newName, page, stackOf } from "./call";
import { disablesRollback } from "./deployment-config";
import { isUnexecuted, isUpdatable } from "./stack-states";

const TYPES = ["CREATE", "UPDATE", "IMPORT"] as const;
const MAX_DESCRIPTION_LENGTH = 8192;
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
  refuseOtherContent(call, known, changeSetName);
  return once(sandbox, { ...call, field: "ClientToken", fingerprint }, () => {
    const stack = stackForChangeSet(call, stackName, changeSetName, type);
    if (findByName(call, stack, changeSetName)) throw refusals.changeSetExists(changeSetName, stack.stackId);
    const submission = readSubmission(sandbox, query, stack, true);
    const clientToken = text(query, "ClientToken");
    const description = boundedText(query, "Description", 1, MAX_DESCRIPTION_LENGTH);
    const onStackFailure =
      text(query, "OnStackFailure") && choice(query, "OnStackFailure", FAILURE_MODES, "ROLLBACK");
    if (onStackFailure === "DELETE" && type !== "CREATE")
      throw refusals.onlyForCreate("OnStackFailure DELETE");
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
      disableRollback: disablesRollback(query),
      includeNestedStacks: flag(query, "IncludeNestedStacks"),
      ...(onStackFailure && { onStackFailure }),
      ...(clientToken && { clientToken }),
      ...(description && { description }),
    };
    sandbox.store.saveChangeSet(changeSet);
    void prepareChangeSet(sandbox, changeSet);
    return { Id: changeSet.changeSetId, StackId: stack.stackId };
  });
};

/** A repeated request is the same request: its token does not stand for another template. */
function refuseOtherContent(call: Call, stackName: string, changeSetName: string): void {
  const { query, sandbox } = call;
  const stack = sandbox.store.findStack(call, stackName);
  const first = stack && findByName(call, stack, changeSetName);
  if (!first?.clientToken || first.clientToken !== text(query, "ClientToken")) return;
  const template = text(query, "TemplateBody") ?? first.submission.templateBody;
  if (template !== first.submission.templateBody) throw refusals.otherContent(changeSetName, "Template");
}

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

/**
 * By ARN, or by name together with the stack; of several the latest. @throws ValidationError without the
 * stack of a name
 */
function findChangeSet(call: Call): ChangeSet | undefined {
  const { store } = call.sandbox;
  const name = requiredText(call.query, "ChangeSetName");
  if (name.startsWith("arn:")) {
    const byId = store.changeSets.get(name);
    return byId && store.findStack(call, byId.stackId) ? byId : undefined;
  }
  if (!text(call.query, "StackName")) throw refusals.changeSetWithoutStack();
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  const named = store.changeSetsOf(stack.stackId).filter(({ changeSetName }) => changeSetName === name);
  return findByName(call, stack, name) ?? named.at(-1);
}

/** As `findChangeSet`. @throws ChangeSetNotFound when it is not there */
export function changeSetOf(call: Call): ChangeSet {
  const found = findChangeSet(call);
  if (!found) throw refusals.changeSetMissing(requiredText(call.query, "ChangeSetName"));
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
    OnStackFailure: changeSet.onStackFailure,
    ImportExistingResources: submission.importExisting,
    DeploymentMode: submission.revertDrift ? "REVERT_DRIFT" : undefined,
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
    IncludeNestedStacks: changeSet.includeNestedStacks ?? false,
  };
}

/**
 * Deletes a change set that was not executed. One that is not there counts as deleted, as long as its stack
 * is.
 */
export const deleteChangeSet: Action = (call) => {
  const changeSet = findChangeSet(call);
  if (!changeSet) return {};
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
    const { status, executionStatus } = changeSet;
    if (status !== "CREATE_COMPLETE") throw refusals.changeSetNotExecutable(changeSetId, "status", status);
    if (executionStatus !== "AVAILABLE") {
      throw refusals.changeSetNotExecutable(changeSetId, "execution status", executionStatus);
    }
    const disableRollback = flag(query, "DisableRollback") || (changeSet.disableRollback ?? false);
    if (text(query, "DisableRollback") && changeSet.onStackFailure) {
      throw refusals.eitherOr("DisableRollback", "OnStackFailure");
    }
    const retainExceptOnCreate = flag(query, "RetainExceptOnCreate");
    const isNew = stack.status === "REVIEW_IN_PROGRESS";
    if (!isNew && !isUpdatable(stack)) throw refusals.cannotUpdate(stack.stackId, stack.status);
    for (const other of sandbox.store.changeSetsOf(stack.stackId)) {
      if (other.changeSetId !== changeSetId && isUnexecuted(other)) {
        sandbox.store.removeChangeSet(other.changeSetId);
      }
    }
    sandbox.store.saveChangeSet(Object.assign(changeSet, { executionStatus: "EXECUTE_IN_PROGRESS" }));
    stack.changeSetId = changeSetId;
    if (isNew) stack.disableRollback = disableRollback || changeSet.onStackFailure === "DO_NOTHING";
    const token = text(query, "ClientRequestToken");
    startOperation(sandbox, stack, isNew ? "CREATE" : "UPDATE", {
      target: submission,
      changeSetName: changeSet.changeSetName,
      disableRollback,
      retainExceptOnCreate,
      onStackFailure: changeSet.onStackFailure as Operation["onStackFailure"],
      ...(token && { token }),
    });
    return {};
  });
  return {};
};
