import type { ResourceChange } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { meaningOf } from "./meaning";
import { countChanges, groupByStack, isTagsOnly, propertiesOf } from "./plan-summary";

const change = (
  stackKey: string,
  logicalId: string,
  action: ResourceChange["action"],
  more: Partial<ResourceChange> = {},
): ResourceChange => ({
  stackKey,
  logicalId,
  action,
  resourceType: "AWS::DynamoDB::Table",
  isStateful: true,
  properties: [],
  ...more,
});
const property = (path: string, after = "new") => ({
  path,
  before: "old",
  after,
  causesReplacement: "NEVER" as const,
});
const tags = { properties: [property("Tags.greenroom:expiry", "2026-12-01")] };
const changes = [
  change("data", "Orders", "UPDATE"),
  change("network", "Vpc", "CREATE"),
  change("data", "Seats", "REPLACE"),
  change("gone", "Old", "DELETE"),
];
const namesOf = (stackKeys: string[], all: ResourceChange[]) =>
  groupByStack(stackKeys, all).map(({ stackKey, groups }) => [
    stackKey,
    ...groups.map((group) => group.map(({ logicalId }) => logicalId).join("+")),
  ]);

describe("a plan's summary", () => {
  it("counts replacements and deletions before the rest", () => {
    expect(countChanges(changes).map(({ action, count }) => `${action} ${count}`)).toEqual([
      "REPLACE 1",
      "DELETE 1",
      "UPDATE 1",
      "CREATE 1",
    ]);
  });

  it("puts the stacks that lose something first, the dangerous first in each, and keeps one on its way out", () => {
    expect(namesOf(["network", "data", "events"], changes)).toEqual([
      ["data", "Seats", "Orders"],
      ["gone", "Old"],
      ["network", "Vpc"],
    ]);
  });

  it("puts what loses data before what interrupts, and that before what nobody misses", () => {
    const replaced = (id: string, resourceType: string, isStateful = false) =>
      change("all", id, "REPLACE", { resourceType, isStateful });
    const mixed = [
      replaced("ARoute", "AWS::EC2::Route"),
      replaced("BNat", "AWS::EC2::NatGateway"),
      replaced("CTable", "AWS::DynamoDB::Table", true),
    ];
    expect(namesOf(["all"], mixed)).toEqual([["all", "CTable", "BNat", "ARoute"]]);
  });

  it("tells what happens alike to several resources once", () => {
    const alike = ["A", "B", "C"].map((id) => change("data", id, "DELETE"));
    const kept = change("data", "D", "DELETE", { safeguards: ["POINT_IN_TIME"] });
    expect(namesOf(["data"], [...alike, kept])).toEqual([["data", "A+B+C", "D"]]);
  });

  it("tells each property of alike resources once, with what differs, causes first and tags last", () => {
    const cidr = (after: string) => ({
      ...property("CidrBlock", after),
      causesReplacement: "ALWAYS" as const,
    });
    const expiry = property("Tags.expiry");
    const group = [
      change("network", "A", "REPLACE", { properties: [expiry, property("Name"), cidr("1")] }),
      change("network", "B", "REPLACE", { properties: [expiry, cidr("2")] }),
    ] as const;
    expect(propertiesOf([...group])).toEqual([
      {
        path: "CidrBlock",
        causesReplacement: "ALWAYS",
        values: [
          { logicalIds: ["A"], before: "old", after: "1" },
          { logicalIds: ["B"], before: "old", after: "2" },
        ],
      },
      {
        path: "Name",
        causesReplacement: "NEVER",
        values: [{ logicalIds: ["A"], before: "old", after: "new" }],
      },
      {
        path: "Tags.expiry",
        causesReplacement: "NEVER",
        values: [{ logicalIds: ["A", "B"], before: "old", after: "new" }],
      },
    ]);
  });

  it("folds changes of tags alone, and only those", () => {
    const both = { properties: [...tags.properties, property("BillingMode")] };
    const all = [
      change("data", "A", "UPDATE", tags),
      change("data", "B", "UPDATE", both),
      change("data", "C", "UPDATE", { properties: [property("Tags")] }),
      change("data", "D", "UPDATE", { properties: [property("TagsOfMine")] }),
    ];
    const [stack] = groupByStack(["data"], all);
    expect(stack?.tagsOnly.map(({ logicalId }) => logicalId)).toEqual(["A", "C"]);
    expect(namesOf(["data"], all)).toEqual([["data", "B+D"]]);
    expect(countChanges(all)).toEqual([{ action: "UPDATE", count: 2 }]);
    expect(isTagsOnly(change("data", "E", "REPLACE", tags))).toBe(false);
  });
});

describe("what a change means", () => {
  const meaning = (
    action: ResourceChange["action"],
    resourceType: string,
    more: Partial<ResourceChange> = {},
  ) => meaningOf(change("s", "x", action, { resourceType, isStateful: false, ...more }));

  it("is a loss for what holds data or work, an interruption for what others use", () => {
    expect(meaning("REPLACE", "AWS::DynamoDB::Table")).toEqual({ kind: "table", isLoss: true });
    expect(meaning("DELETE", "AWS::EKS::Cluster")).toEqual({ kind: "cluster", isLoss: true });
    expect(meaning("MAY_REPLACE", "AWS::EC2::NatGateway")).toEqual({ kind: "nat", isLoss: false });
  });

  it("is no loss when the old one stays", () => {
    const kept = { safeguards: ["KEPT" as const] };
    expect(meaning("REPLACE", "AWS::S3::Bucket", kept)).toEqual({ kind: "bucket", isLoss: false });
    expect(meaning("REPLACE", "AWS::S3::Bucket", { safeguards: ["PROTECTED"] })?.isLoss).toBe(true);
  });

  it("is said of every type that holds data, and of no other change", () => {
    expect(meaning("DELETE", "AWS::Neptune::DBCluster", { isStateful: true })).toEqual({
      kind: "other",
      isLoss: true,
    });
    expect(meaning("DELETE", "AWS::IAM::Role")).toBeNull();
    for (const action of ["CREATE", "UPDATE", "RETAIN"] as const) {
      expect(meaning(action, "AWS::DynamoDB::Table")).toBeNull();
    }
  });
});
