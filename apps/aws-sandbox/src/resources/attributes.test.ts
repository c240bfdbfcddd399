import { existsSync, readFileSync } from "node:fs";
import type { JsonObject } from "@greenroom/template";
import { beforeAll, describe, expect, it } from "vitest";
import { createPhysicalResource } from "./attributes";
import { loadSpecification, type Specification } from "./specification";

interface LiveCase {
  resource: { logicalId: string; resourceType: string; physicalId: string; declared: JsonObject };
  liveRaw: JsonObject;
  schema: { readOnly: string[] };
}

let specification: Specification;
beforeAll(async () => {
  specification = await loadSpecification();
}, 60_000);

function born(type: string, properties = {}) {
  const place = { accountId: "111111111111", region: "us-east-1", stackName: "Shop", logicalId: "Thing" };
  return createPhysicalResource({ type, ...place, properties, spec: specification.find(type) });
}

/** Shapes as real read-backs of these types have them. */
describe("a physical resource", () => {
  it.each([
    ["AWS::EC2::VPC", {}, /^vpc-0[0-9a-f]{16}$/],
    ["AWS::EC2::NatGateway", {}, /^nat-0[0-9a-f]{16}$/],
    ["AWS::EC2::EIP", {}, /^\d+\.\d+\.\d+\.\d+$/],
    [
      "AWS::EC2::Route",
      { RouteTableId: "rtb-1", DestinationCidrBlock: "0.0.0.0/0" },
      /^rtb-1\|0\.0\.0\.0\/0$/,
    ],
    ["AWS::EC2::VPCGatewayAttachment", { VpcId: "vpc-1", InternetGatewayId: "igw-1" }, /^IGW\|vpc-1$/],
    ["AWS::DynamoDB::Table", { TableName: "orders" }, /^orders$/],
    ["AWS::DynamoDB::GlobalTable", {}, /^Shop-Thing-\w{12}$/],
    [
      "AWS::SQS::Queue",
      { FifoQueue: true },
      /^https:\/\/sqs\.us-east-1\.amazonaws\.com\/111111111111\/Shop-Thing-\w{12}\.fifo$/,
    ],
    ["AWS::SNS::Topic", { TopicName: "news" }, /^arn:aws:sns:us-east-1:111111111111:news$/],
    ["AWS::Events::Rule", { EventBusName: "bus", Name: "r" }, /^bus\|r$/],
    ["AWS::Events::EventBus", { Name: "bus" }, /^bus$/],
    ["AWS::IAM::Role", {}, /^Shop-Thing-\w{12}$/],
    ["AWS::S3::Bucket", {}, /^shop-thing-[a-z0-9]{12}$/],
    ["AWS::SSM::Parameter", {}, /^CFN-Thing-\w{12}$/],
    ["AWS::KMS::Key", {}, /^[0-9a-f-]{36}$/],
    ["AWS::APS::Workspace", {}, /^arn:aws:aps:us-east-1:111111111111:workspace\/ws-[0-9a-f-]{36}$/],
    [
      "AWS::CertificateManager::Certificate",
      {},
      /^arn:aws:acm:us-east-1:111111111111:certificate\/[0-9a-f-]{36}$/,
    ],
    ["AWS::CloudFront::Distribution", {}, /^E[A-Z0-9]{13}$/],
    ["AWS::WAFv2::WebACL", { Scope: "REGIONAL" }, /^Thing-\w{12}\|[0-9a-f-]{36}\|REGIONAL$/],
    ["AWS::ElastiCache::ReplicationGroup", {}, /^sh[a-z0-9]{14}$/],
  ])("of %s has an id like AWS's", (type, properties, shape) => {
    expect(born(type, properties).physicalId).toMatch(shape);
  });

  it.each([
    [
      "AWS::DynamoDB::Table",
      { TableName: "orders" },
      "Arn",
      "arn:aws:dynamodb:us-east-1:111111111111:table/orders",
    ],
    [
      "AWS::DynamoDB::GlobalTable",
      { TableName: "t" },
      "Arn",
      "arn:aws:dynamodb:us-east-1:111111111111:table/t",
    ],
    ["AWS::SQS::Queue", { QueueName: "q" }, "Arn", "arn:aws:sqs:us-east-1:111111111111:q"],
    [
      "AWS::Events::Rule",
      { EventBusName: "b", Name: "r" },
      "Arn",
      "arn:aws:events:us-east-1:111111111111:rule/b/r",
    ],
    ["AWS::IAM::Role", { RoleName: "r", Path: "/team/" }, "Arn", "arn:aws:iam::111111111111:role/team/r"],
    [
      "AWS::Logs::LogGroup",
      { LogGroupName: "/a" },
      "Arn",
      "arn:aws:logs:us-east-1:111111111111:log-group:/a:*",
    ],
    ["AWS::EC2::VPC", { CidrBlock: "10.1.0.0/16" }, "CidrBlock", "10.1.0.0/16"],
  ])("of %s %j has %s %s", (type, properties, attribute, expected) => {
    expect(born(type, properties).live[attribute]).toBe(expected);
  });

  it.each([
    ["AWS::EKS::Cluster", {}, "Endpoint", /^https:\/\/[0-9A-F]{32}\.gr7\.us-east-1\.eks\.amazonaws\.com$/],
    ["AWS::EKS::Cluster", {}, "CertificateAuthorityData", /^LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t/],
    [
      "AWS::EKS::Cluster",
      {},
      "OpenIdConnectIssuerUrl",
      /^https:\/\/oidc\.eks\.us-east-1\.amazonaws\.com\/id\//,
    ],
    [
      "AWS::ECR::Repository",
      {},
      "RepositoryUri",
      /^111111111111\.dkr\.ecr\.us-east-1\.amazonaws\.com\/shop-thing-/,
    ],
    [
      "AWS::ElastiCache::ReplicationGroup",
      { TransitEncryptionEnabled: true },
      "ConfigurationEndPoint.Address",
      /^clustercfg\.sh\w{14}\.\w{6}\.use1\.cache\.amazonaws\.com$/,
    ],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", {}, "CanonicalHostedZoneID", /^Z35SXDOTRQ7X7K$/],
    ["AWS::GlobalAccelerator::Accelerator", {}, "DnsName", /^a[0-9a-f]{16}\.awsglobalaccelerator\.com$/],
    [
      "AWS::RDS::DBCluster",
      { Engine: "aurora-postgresql" },
      "Endpoint.Address",
      /\.cluster-\w{12}\.us-east-1\.rds/,
    ],
    ["AWS::RDS::DBCluster", { Engine: "aurora-postgresql" }, "Endpoint", { Port: "5432" }],
    [
      "AWS::WAFv2::WebACL",
      { Scope: "CLOUDFRONT" },
      "Arn",
      /:wafv2:us-east-1:111111111111:global\/webacl\/Thing-/,
    ],
  ])("of %s %j has a %s as AWS shows it", (type, properties, attribute, shape) => {
    const value = born(type, properties).live[attribute];
    if (shape instanceof RegExp) expect(value).toMatch(shape);
    else expect(value).toMatchObject(shape);
  });

  const LIVE = new URL("../../../../../shared/data/live-resources.json", import.meta.url);
  it.runIf(existsSync(LIVE))("has ids and attributes shaped as real read-backs of its type", () => {
    const cases = JSON.parse(readFileSync(LIVE, "utf8")) as LiveCase[];
    const separators = (text: unknown) => String(text).replace(/[^|/:]+/g, "x");
    // A queue policy that was made by hand first bears the queue's URL.
    const usual = cases.filter(({ resource }) => resource.logicalId !== "WorkQueuePolicy");
    for (const { resource, liveRaw, schema } of usual) {
      const { resourceType, physicalId, declared } = resource;
      const made = born(resourceType, declared);
      expect(separators(made.physicalId), resourceType).toBe(separators(physicalId));
      const told = schema.readOnly.filter(
        (name) => typeof liveRaw[name] === "string" && liveRaw[name] !== "",
      );
      for (const name of told.filter((name) => /(Arn|Url|Endpoint|Name|Id)$/.test(name))) {
        expect(separators(made.live[name]), `${resourceType} ${name}`).toBe(separators(liveRaw[name]));
      }
    }
  });

  it("of any type of the specification can be made, with an id and every attribute", () => {
    const types = specification.types().filter((type) => !type.startsWith("AWS::Serverless::"));
    expect(types.length).toBeGreaterThan(1500);
    for (const type of types) {
      const { physicalId, live } = born(type);
      expect(physicalId, type).toMatch(/\S/);
      for (const attribute of Object.keys(specification.find(type)?.attributes ?? {})) {
        expect(live[attribute], `${type} ${attribute}`).toBeDefined();
      }
    }
  });
});
