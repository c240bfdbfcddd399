import { randomUUID } from "node:crypto";
import type { JsonObject } from "@greenroom/template";
import type { Sandbox } from "../sandbox";
import type { Stack, StackEvent, StackResource } from "../state/types";
import { maskedValues } from "./no-echo";

const STACK_TYPE = "AWS::CloudFormation::Stack";

/** Moves the stack to a status and tells of it. */
export function setStackStatus(sandbox: Sandbox, stack: Stack, status: string, reason?: string): void {
  tellOfStack(sandbox, stack, status, reason);
  sandbox.store.saveStack(Object.assign(stack, { status, statusReason: reason }));
}

/**
 * As `setStackStatus`, and the operation is over: noted together, so that a restart cannot find one without
 * the other.
 */
export function setFinalStatus(sandbox: Sandbox, stack: Stack, status: string, reason?: string): void {
  tellOfStack(sandbox, stack, status, reason);
  sandbox.store.saveStack(Object.assign(stack, { status, statusReason: reason, operation: undefined }));
}

function tellOfStack(sandbox: Sandbox, stack: Stack, status: string, reason?: string): void {
  addEvent(sandbox, stack, {
    EventId: randomUUID(),
    LogicalResourceId: stack.stackName,
    PhysicalResourceId: stack.stackId,
    ResourceType: STACK_TYPE,
    Timestamp: nextTimestamp(sandbox, stack),
    ResourceStatus: status,
    ...(reason && { ResourceStatusReason: reason }),
  });
}

/** Moves a resource of the stack to a status and tells of it. */
export function setResourceStatus(
  sandbox: Sandbox,
  stack: Stack,
  resource: StackResource,
  status: string,
  reason?: string,
): void {
  const timestamp = tellOfResource(sandbox, stack, resource, status, reason);
  resource.status = status;
  resource.statusReason = reason;
  resource.timestamp = timestamp;
  sandbox.store.saveResource(stack, resource);
}

/** Tells of a physical resource that the stack's own list may no longer hold. Returns the event's time. */
export function tellOfResource(
  sandbox: Sandbox,
  stack: Stack,
  resource: { logicalId: string; type: string; physicalId: string; properties: JsonObject },
  status: string,
  reason?: string,
): string {
  const timestamp = nextTimestamp(sandbox, stack);
  const mask = maskedValues(stack.operation?.target, stack.deployed);
  addEvent(sandbox, stack, {
    EventId: `${resource.logicalId}-${status}-${timestamp}`,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    Timestamp: timestamp,
    ResourceStatus: status,
    ...(reason && { ResourceStatusReason: reason }),
    ResourceProperties: JSON.stringify(mask(resource.properties)),
  });
  return timestamp;
}

/** Event ids hold their time, so no two events of a stack may share a millisecond. */
function nextTimestamp(sandbox: Sandbox, stack: Stack): string {
  const last = stack.events.at(-1)?.Timestamp;
  const now = Date.parse(sandbox.now());
  return new Date(last === undefined ? now : Math.max(now, Date.parse(last) + 1)).toISOString();
}

function addEvent(
  sandbox: Sandbox,
  stack: Stack,
  event: Omit<StackEvent, "StackId" | "StackName" | "OperationId" | "ClientRequestToken">,
): void {
  const { operation } = stack;
  sandbox.store.addEvent(stack, {
    ...event,
    StackId: stack.stackId,
    StackName: stack.stackName,
    ...(operation?.token && { ClientRequestToken: operation.token }),
    OperationId: operation?.id ?? stack.stackId,
  });
}
