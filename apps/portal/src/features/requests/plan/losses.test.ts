import type { ResourceChange } from "@greenroom/provisioning/schema";
import { describe, expect, it } from "vitest";
import { findLosses } from "./losses";

const change = (
  logicalId: string,
  resourceType: string,
  rest: Partial<ResourceChange> = {},
): ResourceChange => ({
  stackKey: "data",
  logicalId,
  resourceType,
  action: "DELETE",
  isStateful: true,
  properties: [],
  ...rest,
});

describe("findLosses", () => {
  it("names what is lost by kind, and nothing that is kept, new, or only interrupted", () => {
    expect(
      findLosses([
        change("Tickets", "AWS::DynamoDB::GlobalTable"),
        change("Orders", "AWS::DynamoDB::Table"),
        change("Kept", "AWS::DynamoDB::Table", { safeguards: ["KEPT"] }),
        change("Cache", "AWS::ElastiCache::ReplicationGroup", { action: "MAY_REPLACE" }),
        change("New", "AWS::S3::Bucket", { action: "CREATE" }),
        change("Nat", "AWS::EC2::NatGateway", { isStateful: false }),
        change("Role", "AWS::IAM::Role", { isStateful: false }),
        change("Volume", "AWS::EC2::Volume"),
      ]),
    ).toEqual([
      { kind: "table", action: "DELETE", names: ["Tickets", "Orders"] },
      { kind: "cache", action: "REPLACE", names: ["Cache"] },
      { kind: "other", action: "DELETE", names: ["Volume"] },
    ]);
  });
});
