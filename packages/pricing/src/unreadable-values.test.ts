import { type Message, say } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { estimateTemplates } from "./estimate-templates";

const NOW = new Date("2026-11-01T00:00:00Z");

function price(Type: string, Properties: object, beside: object = {}) {
  const template = { Resources: { ...beside, R: { Type, Properties } } };
  const estimate = estimateTemplates({ stacks: [{ key: "s", region: "us-east-1", template }], now: NOW });
  const { components } = estimate.resources.find(({ logicalId }) => logicalId === "R") ?? { components: [] };
  return { estimate, components };
}

const GROUP = { AvailabilityZones: ["us-east-1a"], LaunchConfigurationName: { Ref: "L" } };
const LAUNCH = {
  L: {
    Type: "AWS::AutoScaling::LaunchConfiguration",
    Properties: { ImageId: "ami-1", InstanceType: "t3.micro" },
  },
};
const TASK = {
  T: {
    Type: "AWS::ECS::TaskDefinition",
    Properties: { Cpu: "256", Memory: "512", RequiresCompatibilities: ["FARGATE"] },
  },
};
const DATABASE = { Engine: "postgres", EngineVersion: "16.4", DBInstanceClass: "db.t3.micro" };

describe("a value that is set and cannot be read", () => {
  it.each([
    ["AWS::EC2::Volume", { Size: "abc", VolumeType: "gp3" }, "Size", '"abc" is no number'],
    ["AWS::EC2::Volume", { Size: "1,000" }, "Size", '"1,000" is no number'],
    ["AWS::EC2::Volume", { Size: "1_00" }, "Size", '"1_00" is no number'],
    ["AWS::EC2::Volume", { Size: "0x10" }, "Size", '"0x10" is no number'],
    ["AWS::EC2::Volume", { Size: true }, "Size", "true is no number"],
    ["AWS::EC2::Volume", { Size: [8] }, "Size", "[8] is no number"],
    ["AWS::EC2::Volume", { Size: -100 }, "Size", "-100 is less than 0"],
    ["AWS::EC2::Volume", { Size: "-100" }, "Size", '"-100" is less than 0'],
    [
      "AWS::RDS::DBInstance",
      { ...DATABASE, AllocatedStorage: "100GB" },
      "AllocatedStorage",
      '"100GB" is no number',
    ],
    [
      "AWS::RDS::DBInstance",
      { ...DATABASE, AllocatedStorage: "20", MultiAZ: "both" },
      "MultiAZ",
      '"both" is neither true nor false',
    ],
    [
      "AWS::ECS::Service",
      { TaskDefinition: { Ref: "T" }, LaunchType: "FARGATE", DesiredCount: "ten" },
      "DesiredCount",
      '"ten" is no number',
    ],
    [
      "AWS::AutoScaling::AutoScalingGroup",
      { ...GROUP, MinSize: "two", MaxSize: "4" },
      "MinSize",
      '"two" is no number',
    ],
  ])("%s %j is unpriced, named and counted", (type, properties, property, cause) => {
    const { estimate, components } = price(type, properties, { ...LAUNCH, ...TASK });
    const open = components.filter(({ notKnown = [] }) =>
      notKnown.some((one) => one.property === property && one.from.includes(cause)),
    );
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ monthlyCostUsd }) => monthlyCostUsd === null)).toBe(true);
    expect(estimate.unpricedComponentCount).toBeGreaterThanOrEqual(open.length);
    const assumption = open[0]?.assumption as Message;
    expect(say("en", assumption)).toContain(`${property}: ${cause}`);
    expect(say("en", assumption)).not.toContain("before deployment");
    expect(say("ko", assumption)).toMatch(/숫자가 아닙니다|0보다 작습니다|true도 false도 아닙니다/);
  });

  it("changes nothing where it decides nothing", () => {
    const { estimate } = price("AWS::EC2::Volume", { Size: "100", VolumeType: "gp2", Throughput: "abc" });
    expect(estimate.unpricedComponentCount).toBe(0);
    expect(estimate.monthlyUsd.expected).toBe("10");
  });

  it.each(["100", " 100 ", 100, "100.0", "1e2"])("%j can be read", (Size) => {
    const { estimate } = price("AWS::EC2::Volume", { Size, VolumeType: "gp2" });
    expect([estimate.unpricedComponentCount, estimate.monthlyUsd.expected]).toEqual([0, "10"]);
  });
});
