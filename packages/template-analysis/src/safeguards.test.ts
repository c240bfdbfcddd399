import { beforeAll, describe, expect, it } from "vitest";
import { diffTemplates } from "./diff-templates";

const table = (more: object, Properties: object = {}) => ({
  Resources: {
    Table: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "a", ...Properties }, ...more },
  },
});
const renamed = { TableName: "b" };
const safeguardsOf = (before: object, after: object | null) => diffTemplates(before, after)[0]?.safeguards;

// The published specification of all resource types is read once, which is slow on a busy machine.
beforeAll(() => void diffTemplates(table({}), null), 60_000);

describe("what keeps data that a change takes away", () => {
  it("is the policy of the new template for what is replaced", () => {
    expect(safeguardsOf(table({}), table({ UpdateReplacePolicy: "Retain" }, renamed))).toEqual(["KEPT"]);
    expect(safeguardsOf(table({ UpdateReplacePolicy: "Retain" }), table({}, renamed))).toBeUndefined();
  });

  it("is the protection and the recovery of what exists", () => {
    const guarded = {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    };
    expect(safeguardsOf(table({}, guarded), null)).toEqual(["PROTECTED", "POINT_IN_TIME"]);
    expect(safeguardsOf(table({}), null)).toBeUndefined();
  });

  it("is a last snapshot where CloudFormation takes one", () => {
    const cluster = (Type: string) => ({ Resources: { C: { Type, DeletionPolicy: "Snapshot" } } });
    expect(safeguardsOf(cluster("AWS::RDS::DBCluster"), null)).toEqual(["SNAPSHOT"]);
    expect(safeguardsOf(cluster("AWS::S3::Bucket"), null)).toBeUndefined();
  });

  it("is not asked for where nothing is taken away", () => {
    const before = table({ DeletionPolicy: "Retain" });
    const after = table({ DeletionPolicy: "Retain" }, { BillingMode: "PAY_PER_REQUEST" });
    expect(safeguardsOf(before, after)).toBeUndefined();
    expect(diffTemplates(before, null)[0]).toMatchObject({ action: "RETAIN" });
  });
});
