import type { ResourceChange } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { countChanges, groupByStack } from "./plan-summary";

const change = (stackKey: string, logicalId: string, action: ResourceChange["action"]): ResourceChange => ({
  stackKey,
  logicalId,
  action,
  resourceType: "AWS::DynamoDB::Table",
  isStateful: true,
  properties: [],
});
const changes = [
  change("data", "Orders", "UPDATE"),
  change("network", "Vpc", "CREATE"),
  change("data", "Seats", "REPLACE"),
  change("gone", "Old", "DELETE"),
];

describe("a plan's summary", () => {
  it("counts replacements and deletions before the rest", () => {
    expect(countChanges(changes).map(({ action, count }) => `${action} ${count}`)).toEqual([
      "REPLACE 1",
      "DELETE 1",
      "UPDATE 1",
      "CREATE 1",
    ]);
  });

  it("groups by stack, the dangerous first, and keeps a stack that is on its way out", () => {
    expect(groupByStack(["network", "data", "events"], changes)).toMatchObject([
      { stackKey: "network", changes: [{ logicalId: "Vpc" }] },
      { stackKey: "data", changes: [{ logicalId: "Seats" }, { logicalId: "Orders" }] },
      { stackKey: "gone", changes: [{ logicalId: "Old" }] },
    ]);
  });
});
