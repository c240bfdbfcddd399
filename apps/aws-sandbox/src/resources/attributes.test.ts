import { beforeAll, describe, expect, it } from "vitest";
import { bringToLife } from "./attributes";
import { loadSpecification, type Specification } from "./specification";

let specification: Specification;
beforeAll(async () => {
  specification = await loadSpecification();
}, 60_000);

function born(type: string, properties = {}) {
  const place = { accountId: "111111111111", region: "us-east-1", stackName: "Shop", logicalId: "Thing" };
  return bringToLife({ type, ...place, properties, spec: specification.find(type) });
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
    ["AWS::WAFv2::WebACL", { Scope: "REGIONAL" }, /^Shop-Thing-\w{12}\|[0-9a-f-]{36}\|REGIONAL$/],
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
