import type { ArchitectureView, ResourceChange } from "@greenroom/provisioning/schema";
import { expect, it } from "vitest";
import { withRemoved } from "./with-removed";

const view: ArchitectureView = {
  homeRegion: "ap-northeast-2",
  links: [],
  stacks: [
    {
      key: "data",
      stackName: "demo-data",
      region: "ap-northeast-2",
      title: null,
      groups: [{ type: "AWS::DynamoDB::Table", members: ["Tickets"], needs: [], reads: [] }],
      costs: { monthlyUsd: "0", resources: {}, unpriced: [] },
      plannedCount: null,
    },
  ],
};
const deleted = (stackKey: string, logicalId: string): ResourceChange => ({
  stackKey,
  logicalId,
  action: "DELETE",
  resourceType: "AWS::SQS::Queue",
  isStateful: true,
  properties: [],
});

it("draws what a plan takes away beside what stays, also whole stacks", () => {
  const { stacks } = withRemoved(view, [
    deleted("data", "Old"),
    deleted("events", "A"),
    deleted("events", "B"),
  ]);
  expect(stacks.map(({ key, groups }) => [key, ...groups.map(({ members }) => members.join("+"))])).toEqual([
    ["data", "Tickets", "Old"],
    ["events", "A+B"],
  ]);
});

it("leaves an architecture alone that loses nothing", () => {
  expect(withRemoved(view, [{ ...deleted("data", "Tickets"), action: "UPDATE" }])).toBe(view);
});
