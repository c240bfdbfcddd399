import { describe, expect, it } from "vitest";
import { estimateTemplates } from "./estimate-templates";

const NOW = new Date("2026-11-01T00:00:00Z");

const network = (isPublic: boolean) => ({
  Resources: { Subnet: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: isPublic } } },
  Outputs: { Subnets: { Value: { "Fn::Join": [",", [{ Ref: "Subnet" }]] }, Export: { Name: "subnets" } } },
});
const READS = {
  output: { "Fn::GetStackOutput": { StackName: "shop-network", OutputName: "Subnets" } },
  import: { "Fn::ImportValue": "subnets" },
};
const app = (subnets: object) => ({
  Resources: {
    // A resource of the same name is not the one that is meant.
    Subnet: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } },
    Box: {
      Type: "AWS::EC2::Instance",
      Properties: {
        InstanceType: "t3.micro",
        SubnetId: { "Fn::Select": [0, { "Fn::Split": [",", subnets] }] },
      },
    },
  },
});

function boxIn(subnets: object, isPublic: boolean) {
  const region = "ap-northeast-2";
  const base = { key: "network", stackName: "shop-network", region, template: network(isPublic) };
  const { resources } = estimateTemplates({
    now: NOW,
    stacks: [{ key: "app", region, template: app(subnets) }, base],
  });
  return resources.find(({ logicalId }) => logicalId === "Box")?.components ?? [];
}

describe("what a stack reads of a resource of another", () => {
  it.each(Object.entries(READS))("is known where both are given, by %s", (_, subnets) => {
    const address = boxIn(subnets, true).find(({ name }) => name === "Public IPv4 address");
    expect(address?.monthlyCostUsd?.expected).toBe("3.65");
    const names = boxIn(subnets, false).map(({ name }) => name);
    expect(names).not.toContain("Public IPv4 address");
    expect(boxIn(subnets, false).every(({ notKnown }) => notKnown === undefined)).toBe(true);
  });
});
