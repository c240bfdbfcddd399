import { synthesizeApp } from "@greenroom/infra-templates";
import { type BlueprintContext, getBlueprint } from "@greenroom/infra-templates/catalog";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { diffTemplates } from "./diff-templates";
import type { TemplateChange } from "./template-change";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Resources = Record<string, { Type: string; Properties?: object; DeletionPolicy?: string }>;
const template = (Resources: Resources) => ({ Resources });
const actions = (changes: TemplateChange[]) =>
  Object.fromEntries(changes.map((c) => [c.logicalId, c.action]));

const table = (name: string, DeletionPolicy = "Delete") => ({
  Type: "AWS::DynamoDB::Table",
  DeletionPolicy,
  Properties: { TableName: name },
});
const queue = (properties: object) => ({ Type: "AWS::SQS::Queue", Properties: properties });

describe("one resource", () => {
  it("is created, left alone, deleted or let go", () => {
    const one = template({ A: table("a") });
    expect(diffTemplates(null, one)).toEqual([
      {
        logicalId: "A",
        resourceType: "AWS::DynamoDB::Table",
        action: "CREATE",
        isStateful: true,
        properties: [],
      },
    ]);
    expect(diffTemplates(one, one)).toEqual([]);
    expect(actions(diffTemplates(one, null))).toEqual({ A: "DELETE" });
    expect(actions(diffTemplates(template({ A: table("a", "Retain") }), null))).toEqual({ A: "RETAIN" });
    const exceptOnCreate = template({ A: table("a", "RetainExceptOnCreate") });
    expect(actions(diffTemplates(exceptOnCreate, template({})))).toEqual({ A: "RETAIN" });
  });

  it("tells replacements from updates, with the property and both values", () => {
    expect(diffTemplates(template({ A: table("a") }), template({ A: table("b") }))).toEqual([
      {
        logicalId: "A",
        resourceType: "AWS::DynamoDB::Table",
        action: "REPLACE",
        isStateful: true,
        properties: [{ path: "TableName", before: "a", after: "b", causesReplacement: "ALWAYS" }],
      },
    ]);
    const before = { RedrivePolicy: { maxReceiveCount: 3 }, Tags: [{ Key: "greenroom:team", Value: "a" }] };
    const after = {
      RedrivePolicy: { maxReceiveCount: 5 },
      Tags: [
        { Key: "greenroom:request", Value: "8" },
        { Key: "greenroom:team", Value: "a" },
      ],
    };
    const [change] = diffTemplates(template({ Q: queue(before) }), template({ Q: queue(after) }));
    expect(change).toMatchObject({ action: "UPDATE" });
    expect(change?.properties).toEqual([
      { path: "RedrivePolicy.maxReceiveCount", before: "3", after: "5", causesReplacement: "NEVER" },
      { path: "Tags.greenroom:request", before: null, after: "8", causesReplacement: "NEVER" },
    ]);
  });

  it("hides secrets and cuts long values", () => {
    const group = (AuthToken: unknown, notes: string) => ({
      A: {
        Type: "AWS::ElastiCache::ReplicationGroup",
        Properties: { AuthToken, ReplicationGroupDescription: notes },
      },
    });
    const dynamic = "{{resolve:secretsmanager:cache:SecretString:token}}";
    const changes = diffTemplates(
      template(group("hunter2", "x")),
      template(group(dynamic, "y".repeat(5000))),
    );
    expect(JSON.stringify(changes)).not.toContain("hunter2");
    expect(changes[0]?.properties).toContainEqual(
      expect.objectContaining({ path: "AuthToken", before: "(hidden)", after: dynamic }),
    );
    expect(JSON.stringify(changes).length).toBeLessThan(1000);
  });
});

describe("what follows from a change elsewhere", () => {
  const vpcWith = (cidr: string) =>
    template({
      Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: cidr } },
      Subnet: { Type: "AWS::EC2::Subnet", Properties: { VpcId: { Ref: "Vpc" }, CidrBlock: "10.0.0.0/24" } },
      Endpoint: {
        Type: "AWS::EC2::VPCEndpoint",
        Properties: { VpcId: "vpc-1", SubnetIds: [{ "Fn::Sub": "${Subnet}" }] },
      },
    });

  it("replaces along references, and updates what only mentions a replaced resource", () => {
    const changes = diffTemplates(vpcWith("10.0.0.0/16"), vpcWith("10.1.0.0/16"));
    expect(actions(changes)).toEqual({ Vpc: "REPLACE", Subnet: "REPLACE", Endpoint: "UPDATE" });
    expect(changes[2]?.properties[0]).toMatchObject({ path: "SubnetIds", causesReplacement: "NEVER" });
  });

  it("leaves readers of an identity alone while the resource itself stays", () => {
    const withTag = (value: string, attribute: string) =>
      template({
        Address: { Type: "AWS::EC2::EIP", Properties: { Tags: [{ Key: "a", Value: value }] } },
        Nat: {
          Type: "AWS::EC2::NatGateway",
          Properties: { AllocationId: { "Fn::GetAtt": ["Address", attribute] }, SubnetId: "s" },
        },
      });
    expect(actions(diffTemplates(withTag("1", "AllocationId"), withTag("2", "AllocationId")))).toEqual({
      Address: "UPDATE",
    });
    expect(actions(diffTemplates(withTag("1", "PublicIp"), withTag("2", "PublicIp")))).toEqual({
      Address: "UPDATE",
      Nat: "MAY_REPLACE",
    });
  });
});

describe("the ticketing platform", () => {
  beforeAll(() => {
    process.env.CDK_VALIDATION = "false";
  });
  const model = getBlueprint("ticketing");
  const context: BlueprintContext = {
    environmentName: "spring-sale",
    teamSlug: "box-office",
    ownerEmail: "rina@demo.greenroom",
    costCentre: "CC-100",
    requestNumber: 7,
    stage: "dev",
    region: "ap-northeast-2",
    accountId: "111122223333",
    expiresOn: null,
  };
  type Spec = { network: Record<string, unknown>; data: Record<string, unknown> };
  const stack = (index: number, change: (spec: Spec) => void = () => {}) => {
    const spec = structuredClone(model.presets[0]!.spec) as Spec;
    change(spec);
    return synthesizeApp("ticketing", spec, context)[index]!.template;
  };

  it("another network replaces every resource inside it", () => {
    const changes = diffTemplates(
      stack(0),
      stack(0, (spec) => {
        spec.network.cidr = "10.99.0.0/16";
      }),
    );
    expect(actions(changes)).toMatchObject({
      Vpc: "REPLACE",
      AppSubnet1: "REPLACE",
      NatGateway1: "REPLACE",
      DbRouteTable: "REPLACE",
      FlowLog: "REPLACE",
      S3Endpoint: "REPLACE",
    });
    expect(actions(changes)).not.toHaveProperty("FlowLogGroup");
  });

  it("recovery switched on only updates the tables", () => {
    const changes = diffTemplates(
      stack(1),
      stack(1, (spec) => {
        spec.data.pointInTimeRecovery = true;
      }),
    );
    expect(new Set(changes.map((change) => change.action))).toEqual(new Set(["UPDATE"]));
    expect(changes).toHaveLength(6);
    expect(changes[0]?.properties).toContainEqual({
      path: "Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
      before: "false",
      after: "true",
      causesReplacement: "NEVER",
    });
  });
});
