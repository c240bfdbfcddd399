import { expect, it } from "vitest";
import { CHANGE_ACTIONS, type ResourceChange } from "../schema";
import { findUnapproved } from "./find-unapproved";

const approved = (action: ResourceChange["action"]): ResourceChange[] => [
  {
    stackKey: "data",
    logicalId: "Table",
    resourceType: "AWS::DynamoDB::Table",
    action,
    isStateful: true,
    properties: [],
  },
];
const wanted = (action: ResourceChange["action"]) => [
  { logicalId: "Table", resourceType: "AWS::DynamoDB::Table", action },
];

/** Row: approved. What of CloudFormation's actions it covers. */
const COVERED: Record<ResourceChange["action"], ResourceChange["action"][]> = {
  CREATE: ["CREATE"],
  UPDATE: ["UPDATE"],
  MAY_REPLACE: ["UPDATE", "MAY_REPLACE", "REPLACE"],
  REPLACE: ["UPDATE", "MAY_REPLACE", "REPLACE"],
  DELETE: ["DELETE", "RETAIN"],
  RETAIN: ["RETAIN"],
};

it.each(CHANGE_ACTIONS.flatMap((from) => CHANGE_ACTIONS.map((to) => [from, to] as const)))(
  "an approved %s answers a change set's %s as the table says",
  (from, to) => {
    const beyond = findUnapproved(approved(from), wanted(to));
    if (COVERED[from].includes(to)) expect(beyond).toBeNull();
    else expect(beyond).toMatchObject({ logicalId: "Table", action: to, approved: from });
  },
);

it("names a resource that nobody approved, and accepts doing less", () => {
  expect(findUnapproved([], wanted("UPDATE"))).toMatchObject({ logicalId: "Table", approved: null });
  expect(findUnapproved(approved("REPLACE"), [])).toBeNull();
});
