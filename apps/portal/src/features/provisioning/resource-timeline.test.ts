import type { ResourceOutcome, RunEventView } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { resourceTimelines } from "./resource-timeline";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 3, 0, second));
const event = (
  second: number,
  logicalId: string,
  outcome: ResourceOutcome,
  rest: object = {},
): RunEventView => ({
  sequence: second,
  at: at(second),
  data: {
    kind: "RESOURCE",
    stackKey: "network",
    logicalId,
    resourceType: "AWS::EC2::VPC",
    resourceStatus: `CREATE_${outcome}`,
    outcome,
    phase: null,
    physicalId: null,
    reason: null,
    isRootCause: false,
    ...rest,
  },
});

describe("resourceTimelines", () => {
  it("joins the events of a resource, in the order the resources began", () => {
    const lines = resourceTimelines(
      [
        event(1, "Vpc", "MOVING"),
        event(2, "Subnet", "MOVING"),
        event(3, "Vpc", "MOVING", { physicalId: "vpc-1" }),
        event(5, "Vpc", "DONE"),
      ],
      "network",
    );
    expect(lines.map((line) => [line.logicalId, line.outcome])).toEqual([
      ["Vpc", "DONE"],
      ["Subnet", "MOVING"],
    ]);
    expect(lines[0]).toMatchObject({ startedAt: at(1), finishedAt: at(5), physicalId: "vpc-1" });
  });

  it("keeps the root cause and its reason through the rollback", () => {
    const lines = resourceTimelines(
      [
        event(1, "Vpc", "MOVING"),
        event(2, "Vpc", "FAILED", { isRootCause: true, reason: "Limit exceeded" }),
        event(3, "Vpc", "DELETED"),
        event(1, "Igw", "MOVING"),
        event(4, "Igw", "DONE"),
      ],
      "network",
    );
    expect(lines[0]).toMatchObject({
      isRootCause: true,
      reason: "Limit exceeded",
      outcome: "FAILED",
      finishedAt: at(2),
    });
    expect(lines[1]).toMatchObject({ outcome: "DONE" });
  });

  it("leaves other stacks out", () => {
    expect(resourceTimelines([event(1, "Vpc", "DONE")], "data")).toEqual([]);
  });
});
