import { refusals } from "../errors";
import { requiredText, text } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import type { Stack, StackResource } from "../state/types";
import { type Action, type Call, PAGE_SIZE, page, stackOf } from "./call";
import { resourceDrift } from "./drift";

/**
 * The first hundred of a stack, or of the stack that a physical resource belongs to; ListStackResources pages
 * through all.
 */
export const describeStackResources: Action = (call) => {
  const isByName = text(call.query, "StackName") !== undefined;
  if (isByName === (text(call.query, "PhysicalResourceId") !== undefined)) throw refusals.stackOrResource();
  const stack = isByName ? stackOf(call) : stackOfPhysicalId(call);
  const logicalId = text(call.query, "LogicalResourceId");
  const resources = shown(stack).filter((resource) => !logicalId || resource.logicalId === logicalId);
  const described = resources.slice(0, PAGE_SIZE).map((resource) => ({
    StackName: stack.stackName,
    StackId: stack.stackId,
    Timestamp: resource.timestamp,
    ...identityOf(resource),
  }));
  return { StackResources: described };
};

export const listStackResources: Action = (call) => {
  const { items, NextToken } = page(call, shown(stackOf(call)));
  const summaries = items.map((resource) => ({
    LastUpdatedTimestamp: resource.timestamp,
    ...identityOf(resource),
  }));
  return { StackResourceSummaries: summaries, NextToken };
};

export const describeStackResource: Action = (call) => {
  const stack = stackOf(call, refusals.stackMissingForChangeSet);
  const logicalId = requiredText(call.query, "LogicalResourceId");
  const resource = stack.resources.get(logicalId);
  if (!resource) throw refusals.resourceMissing(logicalId, stack.stackName);
  return {
    StackResourceDetail: {
      StackName: stack.stackName,
      StackId: stack.stackId,
      LastUpdatedTimestamp: resource.timestamp,
      Metadata: resource.metadata ? JSON.stringify(resource.metadata) : undefined,
      ...identityOf(resource),
    },
  };
};

function identityOf(resource: StackResource): Record<string, Result> {
  return {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId || undefined,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.statusReason,
    DriftInformation: resourceDrift(resource),
  };
}

/** By logical id, as AWS lists them. */
function shown(stack: Stack): StackResource[] {
  return [...stack.resources.values()].sort((left, right) => (left.logicalId < right.logicalId ? -1 : 1));
}

function stackOfPhysicalId(call: Call): Stack {
  const physicalId = requiredText(call.query, "PhysicalResourceId");
  const found = call.sandbox.store
    .stacksIn(call)
    .find(({ resources }) => [...resources.values()].some((resource) => resource.physicalId === physicalId));
  if (!found) throw refusals.physicalIdMissing(physicalId);
  return found;
}
