import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { parseCidr } from "../../src/spec/cidr-schema";
import { splitNetwork } from "../../src/stacks/network/subnets";
import { contextOf, resourcesOf } from "../../testing/contexts";

// Loading CDK and making a whole platform takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const prod = () => getBlueprint("ticketing").presets.find(({ key }) => key === "prod")?.spec as TicketingSpec;

describe("the network", () => {
  it("has no way from the db tier to the internet", () => {
    const spec = getBlueprint("ticketing").presets[0]?.spec;
    const network = resourcesOf(synthesizeApp("ticketing", spec, contextOf("dev"))[0]!);
    const routes = Object.values(network).filter((resource) => resource.Type === "AWS::EC2::Route");
    expect(routes.length).toBeGreaterThan(0);
    expect(JSON.stringify(routes)).not.toContain("DbRouteTable");
    const dbRoutes = Object.entries(network).filter(([logicalId]) => /^DbSubnet\dRoutes$/.test(logicalId));
    expect(dbRoutes).toHaveLength(2);
    for (const [, { Properties }] of dbRoutes)
      expect(Properties?.RouteTableId).toEqual({ Ref: "DbRouteTable" });
  });

  let stacks: ReturnType<typeof synthesizeApp>;
  beforeAll(() => {
    stacks = synthesizeApp("ticketing", prod(), contextOf("prod"));
  });

  it("lets nothing into the db tier but the VPC's connections to data ports, and nothing out but answers", () => {
    const network = resourcesOf(stacks[0]!);
    const entries = Object.values(network).filter(({ Type }) => Type === "AWS::EC2::NetworkAclEntry");
    const told = entries.map(({ Properties: entry }) => {
      const { From, To } = entry!.PortRange as { From: number; To: number };
      return `${entry?.Egress ? "to" : "from"} ${entry?.CidrBlock} ${From}-${To} ${entry?.RuleAction}`;
    });
    expect(told.sort()).toEqual([
      "from 10.180.0.0/16 3306-3306 allow",
      "from 10.180.0.0/16 5432-5432 allow",
      "from 10.180.0.0/16 6379-6379 allow",
      "from 10.180.2.0/24 0-65535 allow",
      "from 10.180.3.0/24 0-65535 allow",
      "to 10.180.0.0/16 1024-65535 allow",
      "to 10.180.2.0/24 0-65535 allow",
      "to 10.180.3.0/24 0-65535 allow",
    ]);
    expect(network.DbSubnet1NetworkAcl?.Properties).toMatchObject({ SubnetId: { Ref: "DbSubnet1" } });
  });

  it("puts interface endpoints into every app subnet, for the VPC alone", () => {
    const network = resourcesOf(stacks[0]!);
    const endpoints = Object.values(network).filter(
      ({ Properties }) => Properties?.VpcEndpointType === "Interface",
    );
    expect(endpoints.length).toBeGreaterThan(12);
    for (const { Properties } of endpoints) {
      expect(Properties).toMatchObject({
        SubnetIds: [{ Ref: "AppSubnet1" }, { Ref: "AppSubnet2" }],
        PrivateDnsEnabled: true,
      });
    }
    expect(network.EndpointSecurityGroup?.Properties?.SecurityGroupIngress).toMatchObject([
      { CidrIp: "10.180.0.0/16", FromPort: 443, ToPort: 443 },
    ]);
  });

  it("never uses the VPC's default security group", () => {
    expect(JSON.stringify(stacks)).not.toContain("DefaultSecurityGroup");
  });

  it.each([
    ["10.1.0.0/21", 3],
    ["10.1.0.0/22", 2],
  ])("refuses %s for %i zones by a message of its own", (cidr, zones) => {
    const spec = { ...prod(), network: { ...prod().network, cidr, zones } };
    const [problem] = describeSpecProblems(getBlueprint("ticketing"), spec);
    expect(problem).toMatchObject({
      field: "network.cidr",
      message: { key: zones === 3 ? "spec.cidr.tooSmallForZones" : "spec.cidr.size" },
    });
  });

  it.each([
    ["10.1.0.0/21", 2],
    ["10.1.0.0/20", 3],
    ["10.1.0.0/16", 3],
  ])("splits %s into subnets of %i zones that lie inside it and do not overlap", (cidr, zones) => {
    const networks = [cidr, ...splitNetwork(cidr, zones).flatMap((zone) => Object.values(zone))].map(
      (text) => {
        const { address, prefix } = parseCidr(text)!;
        return { first: address, last: address + 2 ** (32 - prefix) - 1 };
      },
    );
    const [vpc, ...subnets] = networks.sort((a, b) => a.first - b.first || b.last - a.last);
    for (const [index, subnet] of subnets.entries()) {
      expect(subnet.last).toBeLessThanOrEqual(vpc!.last);
      if (index > 0) expect(subnet.first).toBeGreaterThan(subnets[index - 1]!.last);
    }
    for (const { app } of splitNetwork(cidr, zones)) {
      // Nodes and pods of a zone; AWS keeps five addresses of every subnet.
      expect(2 ** (32 - parseCidr(app)!.prefix) - 5).toBeGreaterThanOrEqual(500);
    }
  });
});
