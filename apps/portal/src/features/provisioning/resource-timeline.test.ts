import type { RunEventView } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { resourceTimelines } from "./resource-timeline";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 3, 0, second));
const event = (
  second: number,
  logicalId: string,
  resourceStatus: string,
  rest: object = {},
): RunEventView => ({
  sequence: second,
  at: at(second),
  data: {
    kind: "RESOURCE",
    stackKey: "network",
    logicalId,
    resourceType: "AWS::EC2::VPC",
    resourceStatus,
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
        event(1, "Vpc", "CREATE_IN_PROGRESS"),
        event(2, "Subnet", "CREATE_IN_PROGRESS"),
        event(3, "Vpc", "CREATE_IN_PROGRESS", { physicalId: "vpc-1" }),
        event(5, "Vpc", "CREATE_COMPLETE"),
      ],
      "network",
    );
    expect(lines.map((line) => [line.logicalId, line.state])).toEqual([
      ["Vpc", "done"],
      ["Subnet", "moving"],
    ]);
    expect(lines[0]).toMatchObject({ startedAt: at(1), finishedAt: at(5), physicalId: "vpc-1" });
  });

  it("keeps the root cause and its reason through the rollback", () => {
    const lines = resourceTimelines(
      [
        event(1, "Vpc", "CREATE_IN_PROGRESS"),
        event(2, "Vpc", "CREATE_FAILED", { isRootCause: true, reason: "Limit exceeded" }),
        event(3, "Vpc", "DELETE_COMPLETE"),
        event(1, "Igw", "UPDATE_IN_PROGRESS"),
        event(4, "Igw", "UPDATE_COMPLETE"),
      ],
      "network",
    );
    expect(lines[0]).toMatchObject({
      isRootCause: true,
      reason: "Limit exceeded",
      state: "failed",
      resourceStatus: "CREATE_FAILED",
      finishedAt: at(2),
    });
    expect(lines[1]).toMatchObject({ state: "done" });
  });

  it("leaves other stacks out", () => {
    expect(resourceTimelines([event(1, "Vpc", "CREATE_COMPLETE")], "data")).toEqual([]);
  });
});
