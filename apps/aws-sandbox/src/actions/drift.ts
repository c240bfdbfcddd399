import { randomUUID } from "node:crypto";
import { detectDrift } from "../engine/detect-drift";
import { refusals } from "../errors";
import { choices, requiredText, textList, wholeNumber } from "../protocol/query";
import type { Result } from "../protocol/render-xml";
import { canDetectDrift, detectsDrift } from "../resources/drift-support";
import type { DriftDetection, ResourceDrift, Stack, StackResource } from "../state/types";
import { type Action, type Call, PAGE_SIZE, page, stackOf } from "./call";

const DRIFT_STATUSES = ["IN_SYNC", "MODIFIED", "DELETED", "NOT_CHECKED"];
/** AWS's own answer takes from seconds to minutes, longer for more resources; no recording covers it. */
const SECONDS_A_RESOURCE = 0.5;

/** Begins to look; `DescribeStackDriftDetectionStatus` says when it is done. One at a time for a stack. */
export const detectStackDrift: Action = (call) => {
  const stack = stackOf(call);
  refuseDetection(call, stack);
  const wanted = textList(call.query, "LogicalResourceIds");
  for (const logicalId of wanted) resourceOf(stack, logicalId);
  const resources = [...stack.resources.values()].filter(
    ({ logicalId }) => wanted.length === 0 || wanted.includes(logicalId),
  );
  const detection: DriftDetection = {
    id: randomUUID(),
    stackId: stack.stackId,
    startedAt: call.sandbox.now(),
    until: Date.now() + call.sandbox.durations.ofSeconds(resources.length * SECONDS_A_RESOURCE),
    logicalIds: resources.map(({ logicalId }) => logicalId),
  };
  call.sandbox.store.saveDetection(detection);
  return { StackDriftDetectionId: detection.id };
};

export const describeStackDriftDetectionStatus: Action = (call) => {
  const id = requiredText(call.query, "StackDriftDetectionId");
  const detection = call.sandbox.store.detections.get(id);
  const stack = detection && call.sandbox.store.findStack(call, detection.stackId);
  if (!stack) throw refusals.detectionMissing(id);
  finishDetections(call, stack);
  const isOver = detection.isOver === true;
  const drifted = driftedOf(stack);
  return {
    StackId: stack.stackId,
    StackDriftDetectionId: id,
    DetectionStatus: isOver ? "DETECTION_COMPLETE" : "DETECTION_IN_PROGRESS",
    StackDriftStatus: isOver ? statusOf(drifted.length) : undefined,
    DriftedStackResourceCount: isOver ? drifted.length : undefined,
    Timestamp: detection.startedAt,
  };
};

/** At once, unlike the detection of a whole stack. */
export const detectStackResourceDrift: Action = (call) => {
  const stack = stackOf(call);
  refuseDetection(call, stack);
  const resource = resourceOf(stack, requiredText(call.query, "LogicalResourceId"));
  if (!detectsDrift(resource.type)) throw refusals.driftNotSupported(resource.type);
  return { StackResourceDrift: describe(stack, check(call, stack, resource)) };
};

/** What was found last, of the types that AWS checks and no others. */
export const describeStackResourceDrifts: Action = (call) => {
  const stack = stackOf(call);
  finishDetections(call, stack);
  const wanted = choices(call.query, "StackResourceDriftStatusFilters", DRIFT_STATUSES);
  const most = wholeNumber(call.query, "MaxResults", 1) ?? PAGE_SIZE;
  if (most > PAGE_SIZE)
    throw refusals.badMember("maxResults", String(most), "have value less than or equal to 100");
  const checked = [...stack.resources.values()]
    .filter(({ drift }) => drift !== undefined && (wanted.length === 0 || wanted.includes(drift.status)))
    .sort((left, right) => (left.logicalId < right.logicalId ? -1 : 1));
  const { items, NextToken } = page(call, checked, most);
  return { StackResourceDrifts: items.map((resource) => describe(stack, resource)), NextToken };
};

export const detectStackSetDrift: Action = () => {
  throw refusals.stackSetsNotSimulated();
};

/** What DescribeStacks and ListStacks tell of it. */
export function stackDrift(stack: Stack): Record<string, Result> {
  if (stack.driftCheckedAt === undefined) return { StackDriftStatus: "NOT_CHECKED" };
  return { StackDriftStatus: statusOf(driftedOf(stack).length), LastCheckTimestamp: stack.driftCheckedAt };
}

/** What the descriptions of resources tell of it. */
export function resourceDrift({ drift }: StackResource): Record<string, Result> {
  if (drift === undefined) return { StackResourceDriftStatus: "NOT_CHECKED" };
  return { StackResourceDriftStatus: drift.status, LastCheckTimestamp: drift.checkedAt };
}

function refuseDetection(call: Call, stack: Stack): void {
  if (!canDetectDrift(stack.status)) throw refusals.cannotDetectDrift(stack.stackId, stack.status);
  finishDetections(call, stack);
  const running = [...call.sandbox.store.detections.values()].some(
    ({ stackId, isOver }) => stackId === stack.stackId && !isOver,
  );
  if (running) throw refusals.detectionRuns(stack.stackId);
}

/** Looks at the resources of every detection whose time has come. */
function finishDetections(call: Call, stack: Stack): void {
  for (const detection of call.sandbox.store.detections.values()) {
    if (detection.stackId !== stack.stackId || detection.isOver || Date.now() < detection.until) continue;
    for (const logicalId of detection.logicalIds) {
      const resource = stack.resources.get(logicalId);
      if (resource && detectsDrift(resource.type)) check(call, stack, resource);
    }
    stack.driftCheckedAt = detection.startedAt;
    call.sandbox.store.saveStack(stack);
    call.sandbox.store.saveDetection({ ...detection, isOver: true });
  }
}

function check(call: Call, stack: Stack, resource: StackResource): StackResource {
  resource.drift = detectDrift(resource, call.sandbox.now());
  call.sandbox.store.saveResource(stack, resource);
  return resource;
}

function resourceOf(stack: Stack, logicalId: string): StackResource {
  const resource = stack.resources.get(logicalId);
  if (!resource) throw refusals.resourceMissing(logicalId, stack.stackName);
  return resource;
}

const driftedOf = (stack: Stack): StackResource[] =>
  [...stack.resources.values()].filter(({ drift }) => drift !== undefined && drift.status !== "IN_SYNC");

const statusOf = (drifted: number): string => (drifted > 0 ? "DRIFTED" : "IN_SYNC");

function describe(stack: Stack, resource: StackResource): Result {
  const drift = resource.drift as ResourceDrift;
  return {
    StackId: stack.stackId,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId || undefined,
    ResourceType: resource.type,
    ExpectedProperties: JSON.stringify(resource.properties),
    ActualProperties: drift.actual === null ? undefined : JSON.stringify(drift.actual),
    PropertyDifferences: drift.differences.map((difference) => ({ ...difference })),
    StackResourceDriftStatus: drift.status,
    Timestamp: drift.checkedAt,
  };
}
