import { visibleParameters } from "../engine/no-echo";
import { choices, text } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import type { Stack } from "../state/types";
import { type Action, page, stackOf } from "./call";
import { stackDrift } from "./drift";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html */
const STATUSES = [
  ...["CREATE_IN_PROGRESS", "CREATE_FAILED", "CREATE_COMPLETE"],
  ...["ROLLBACK_IN_PROGRESS", "ROLLBACK_FAILED", "ROLLBACK_COMPLETE"],
  ...["DELETE_IN_PROGRESS", "DELETE_FAILED", "DELETE_COMPLETE"],
  ...["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_FAILED"],
  ...["UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED"],
  ...["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"],
  ...["IMPORT_IN_PROGRESS", "IMPORT_COMPLETE"],
  ...["IMPORT_ROLLBACK_IN_PROGRESS", "IMPORT_ROLLBACK_FAILED", "IMPORT_ROLLBACK_COMPLETE"],
];

export const describeStacks: Action = (call) => {
  if (text(call.query, "StackName") !== undefined) return { Stacks: [describe(stackOf(call))] };
  const alive = call.sandbox.store.stacksIn(call).filter(({ status }) => status !== "DELETE_COMPLETE");
  const { items, NextToken } = page(call, alive);
  return { Stacks: items.map(describe), NextToken };
};

export const listStacks: Action = (call) => {
  const wanted = choices(call.query, "StackStatusFilter", STATUSES);
  const stacks = call.sandbox.store.stacksIn(call);
  const chosen = stacks.filter(({ status }) => wanted.length === 0 || wanted.includes(status));
  const { items, NextToken } = page(call, chosen);
  return { StackSummaries: items.map(summarize), NextToken };
};

function summarize(stack: Stack): Record<string, Result> {
  return {
    StackId: stack.stackId,
    StackName: stack.stackName,
    TemplateDescription: stack.deployed?.description,
    CreationTime: stack.creationTime,
    LastUpdatedTime: stack.lastUpdatedTime,
    DeletionTime: stack.deletionTime,
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DriftInformation: stackDrift(stack),
  };
}

function describe(stack: Stack): Result {
  const { StackStatus, TemplateDescription: _description, ...summary } = summarize(stack);
  const submission = stack.deployed ?? stack.operation?.target;
  const parameters = submission ? visibleParameters(submission) : [];
  return {
    ...summary,
    StackStatus,
    ChangeSetId: stack.changeSetId,
    Description: submission?.description,
    Parameters: parameters.length > 0 ? parameters.map((parameter) => ({ ...parameter })) : undefined,
    RollbackConfiguration: {},
    DisableRollback: stack.disableRollback,
    TimeoutInMinutes: stack.timeoutInMinutes,
    NotificationARNs: submission?.notificationArns ?? [],
    Capabilities: submission && submission.capabilities.length > 0 ? submission.capabilities : undefined,
    Outputs: stack.outputs.length > 0 ? stack.outputs.map((output) => ({ ...output })) : undefined,
    RoleARN: submission?.roleArn,
    Tags: submission?.tags.map((tag) => ({ ...tag })) ?? [],
    EnableTerminationProtection: stack.terminationProtection,
  };
}
