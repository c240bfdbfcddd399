import { describe, expect, it, vi } from "vitest";
import { diffStacks, type StackChange } from "./diff-stacks";
import { diffTemplates } from "./diff-templates";

// Loading the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const read = (StackName: string, OutputName: string, Region?: string) => ({
  "Fn::GetStackOutput": { StackName, OutputName, ...(Region && { Region }) },
});
const network = (CidrBlock: string) => ({
  Resources: { Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock } } },
  Outputs: { VpcId: { Value: { Ref: "Vpc" } }, Cidr: { Value: CidrBlock }, Name: { Value: "main" } },
});
const stack = (
  key: string,
  before: object | null,
  after: object | null,
  region = "ap-northeast-2",
): StackChange => ({
  key,
  stackName: `gr-${key}`,
  region,
  before,
  after,
});
const group = (VpcId: unknown) => ({
  Resources: { Group: { Type: "AWS::EC2::SecurityGroup", Properties: { GroupDescription: "db", VpcId } } },
  Outputs: { GroupId: { Value: { "Fn::GetAtt": ["Group", "GroupId"] } } },
});
const note = (Value: unknown) => ({
  Resources: { Note: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value } } },
});
const actions = (stacks: StackChange[]) =>
  diffStacks(stacks).map(({ stackKey, logicalId, action }) => `${stackKey}.${logicalId} ${action}`);

describe("a stack that reads outputs of another", () => {
  const [before, after] = [network("10.0.0.0/16"), network("10.1.0.0/16")];
  const reader = group(read("gr-network", "VpcId"));
  const far = note(read("gr-cache", "GroupId", "ap-northeast-2"));

  it("changes when their values do, and so on from stack to stack and region to region", () => {
    const changes = diffStacks([
      stack("network", before, after),
      stack("cache", reader, reader),
      stack("far", far, far, "us-east-1"),
    ]);
    expect(changes).toMatchObject([
      { stackKey: "network", logicalId: "Vpc", action: "REPLACE" },
      { stackKey: "cache", logicalId: "Group", action: "REPLACE", properties: [{ path: "VpcId" }] },
      { stackKey: "far", logicalId: "Note", action: "UPDATE", properties: [{ path: "Value" }] },
    ]);
    expect(changes[1]?.properties[0]?.after).toContain("new network.VpcId");
  });

  it("changes when what is written in the output does", () => {
    const cidr = note(read("gr-network", "Cidr"));
    expect(actions([stack("network", before, after), stack("notes", cidr, cidr)])).toContain(
      "notes.Note UPDATE",
    );
  });

  it("stays as it is when the value does, or when it reads a stack of that name elsewhere", () => {
    const name = note(read("gr-network", "Name"));
    const elsewhere = note(read("gr-network", "VpcId", "us-east-1"));
    const stacks = [
      stack("network", before, after),
      stack("a", name, name),
      stack("b", elsewhere, elsewhere),
    ];
    expect(actions(stacks)).toEqual(["network.Vpc REPLACE"]);
  });
});

describe("a parameter's default", () => {
  const role = (Default: string) => ({
    Parameters: { PermissionsBoundary: { Type: "String", Default } },
    Conditions: { IsBound: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "PermissionsBoundary" }, ""] }] } },
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {},
          PermissionsBoundary: {
            "Fn::If": ["IsBound", { Ref: "PermissionsBoundary" }, { Ref: "AWS::NoValue" }],
          },
        },
      },
    },
  });

  it("changes what is made from it", () => {
    const bound = role("arn:aws:iam::111122223333:policy/boundary");
    expect(diffTemplates(role(""), role(""))).toEqual([]);
    expect(diffTemplates(bound, bound)).toEqual([]);
    expect(diffTemplates(role(""), bound)).toMatchObject([
      {
        logicalId: "Role",
        action: "UPDATE",
        properties: [
          { path: "PermissionsBoundary", before: null, after: "arn:aws:iam::111122223333:policy/boundary" },
        ],
      },
    ]);
  });
});
