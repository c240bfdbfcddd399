import type { StackEvent } from "@greenroom/cloud";
import { outcomeOf, phaseOf } from "@greenroom/cloud/statuses";
import { verbatim } from "@greenroom/messages";
import { expect, it } from "vitest";
import { followEvents } from "./observe-stack";
import { stackCheckpointSchema } from "./stack-checkpoint";

let serial = 0;
const event = (facts: Partial<StackEvent>): StackEvent => ({
  eventId: `e${++serial}`,
  at: new Date(0),
  stackId: "arn:stack",
  logicalId: "Table",
  resourceType: "AWS::DynamoDB::Table",
  physicalId: null,
  status: "CREATE_IN_PROGRESS",
  reason: null,
  token: "gr-run-data-execute",
  isStack: false,
  ...facts,
  outcome: outcomeOf(facts.status ?? "CREATE_IN_PROGRESS"),
  phase: facts.isStack ? phaseOf(facts.status ?? "CREATE_IN_PROGRESS") : null,
});
const stackEvent = (facts: Partial<StackEvent>) =>
  event({ logicalId: "stack", resourceType: "AWS::CloudFormation::Stack", isStack: true, ...facts });
const follow = (events: StackEvent[], before = stackCheckpointSchema.parse({})) =>
  followEvents(before, events, { stackKey: "data", tokenPrefix: "gr-run-data" });

it("marks the first real failure and nothing that follows from it", () => {
  const { drafts, checkpoint } = follow([
    event({ logicalId: "A", status: "CREATE_FAILED", reason: "Resource creation cancelled" }),
    event({ logicalId: "B", status: "CREATE_FAILED", reason: "Limit exceeded" }),
    event({ logicalId: "C", status: "CREATE_FAILED", reason: "Another one" }),
  ]);
  expect(drafts.map(({ data }) => data.kind === "RESOURCE" && data.isRootCause)).toEqual([
    false,
    true,
    false,
  ]);
  expect(checkpoint.rootCause).toMatchObject({
    logicalId: "B",
    message: verbatim("Limit exceeded"),
    stackKey: "data",
  });
});

it("keeps the root cause over several polls", () => {
  const first = follow([event({ status: "CREATE_FAILED", reason: "Limit exceeded" })]);
  const second = follow(
    [event({ logicalId: "C", status: "DELETE_FAILED", reason: "Stuck" })],
    first.checkpoint,
  );
  expect(second.checkpoint.rootCause?.message).toEqual(verbatim("Limit exceeded"));
});

it("believes only its own operation about the stack's end", () => {
  const { checkpoint } = follow([
    stackEvent({ status: "UPDATE_IN_PROGRESS" }),
    stackEvent({ status: "UPDATE_COMPLETE", token: "somebody-else" }),
  ]);
  expect(checkpoint.stackStatus).toBe("UPDATE_IN_PROGRESS");
});

it("remembers the newest event and what was kept, and counts its polls", () => {
  const events = [
    event({ status: "DELETE_SKIPPED", logicalId: "Kept" }),
    stackEvent({ status: "DELETE_COMPLETE" }),
  ];
  const seen = follow(events).checkpoint;
  expect(seen).toMatchObject({ lastEventId: events[1]?.eventId, retained: ["Kept"], polls: 1 });
  expect(follow([], seen).checkpoint).toMatchObject({ polls: 2, lastEventId: events[1]?.eventId });
});
