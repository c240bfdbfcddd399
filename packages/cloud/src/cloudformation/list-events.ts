import { DescribeStackEventsCommand } from "@aws-sdk/client-cloudformation";
import type { StackEvent, StackTarget } from "../contract";
import { outcomeOf, phaseOf } from "../statuses";
import type { Connection } from "./connection";
import { isNotThere, mapError } from "./map-error";
import { assertOwnStack } from "./own-stack";
import { eventReply, readReply } from "./replies";

/**
 * Events newer than `afterEventId`, oldest first. CloudFormation gives them newest first in pages of 100;
 * reading stops at the first known one. A stack that is not there has none.
 */
export async function listEvents(
  connection: Connection,
  target: StackTarget,
  StackName: string,
  afterEventId: string | null,
): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const client = await connection.describer(target);
      const page = await client.send(new DescribeStackEventsCommand({ StackName, NextToken }));
      for (const event of page.StackEvents ?? []) {
        if (event.EventId === afterEventId) return events.reverse();
        events.push(readEvent(target, event));
      }
      NextToken = page.NextToken;
    } while (NextToken);
    return events.reverse();
  } catch (error) {
    if (isNotThere(error)) return [];
    throw mapError(error, "DescribeStackEvents");
  }
}

function readEvent(target: StackTarget, reply: unknown): StackEvent {
  const event = readReply(eventReply, reply, "DescribeStackEvents");
  assertOwnStack(target, event.StackId);
  const isStack = event.PhysicalResourceId === event.StackId;
  return {
    eventId: event.EventId,
    at: event.Timestamp,
    stackId: event.StackId,
    logicalId: event.LogicalResourceId,
    resourceType: event.ResourceType,
    physicalId: event.PhysicalResourceId || null,
    status: event.ResourceStatus,
    outcome: outcomeOf(event.ResourceStatus),
    phase: isStack ? phaseOf(event.ResourceStatus) : null,
    reason: event.ResourceStatusReason ?? null,
    token: event.ClientRequestToken ?? null,
    isStack,
  };
}
