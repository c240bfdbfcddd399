import { type Message, say, verbatim } from "@greenroom/messages";
import { describe, expect, it } from "vitest";
import { BLUEPRINTS } from "../../../../infra-templates/src/catalog";
import { estimateTemplates } from "../estimate-templates";
import { Decimal } from "../ranges";
import type { AdviceOptions } from "./advice-subject";
import { adviseOn, proposalsFor } from "./advise";

const textOf = (text: Message | undefined) => text && say("en", text);
const NOW = new Date("2026-11-23T00:00:00Z");
const SEOUL = "ap-northeast-2";
type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

function options(Resources: Resources, more: Partial<AdviceOptions> = {}): AdviceOptions {
  return {
    stacks: [{ key: "app", region: SEOUL, template: { Resources } }],
    stage: "prod",
    now: NOW,
    ...more,
  };
}
/** What is advised, as key → expected dollars a month. */
function savings(Resources: Resources, more: Partial<AdviceOptions> = {}): Record<string, string> {
  const advice = adviseOn(options(Resources, more));
  return Object.fromEntries(advice.map(({ key, savesMonthlyUsd }) => [key, savesMonthlyUsd.expected]));
}
const gb = (value: number) => ({
  monthly_data_processed_gb: {
    low: value,
    expected: value,
    high: value,
    assumption: verbatim("Measured."),
  },
});
const CACHE: Resources = {
  Cache: {
    Type: "AWS::ElastiCache::ReplicationGroup",
    Properties: {
      Engine: "redis",
      CacheNodeType: "cache.m7g.xlarge",
      NumNodeGroups: 8,
      ReplicasPerNodeGroup: 1,
    },
  },
};
const gateway = (allocation: string) => ({
  Type: "AWS::EC2::NatGateway",
  Properties: { AllocationId: { "Fn::GetAtt": [allocation, "AllocationId"] } },
});
const GATEWAYS: Resources = {
  Bastion: { Type: "AWS::EC2::EIP" },
  IpA: { Type: "AWS::EC2::EIP" },
  IpB: { Type: "AWS::EC2::EIP" },
  A: gateway("IpA"),
  B: gateway("IpB"),
  Route: { Type: "AWS::EC2::Route", Properties: { NatGatewayId: { Ref: "B" } } },
};
const GATEWAY_ENDPOINTS: Resources = Object.fromEntries(
  ["s3", "dynamodb"].map((service) => [
    `To${service}`,
    {
      Type: "AWS::EC2::VPCEndpoint",
      Properties: {
        VpcEndpointType: "Gateway",
        ServiceName: { "Fn::Sub": `com.amazonaws.\${AWS::Region}.${service}` },
      },
    },
  ]),
);

describe("advice, worked by hand at Seoul's prices", () => {
  it("Valkey: 16 x (0.385 - 0.308) x 730", () => {
    expect(savings(CACHE)).toMatchObject({ valkey: "899.36" });
    expect(
      savings({ Cache: { ...CACHE.Cache!, Properties: { ...CACHE.Cache!.Properties, Engine: "valkey" } } }),
    ).not.toHaveProperty("valkey");
  });

  it("a year of reserved nodes, with the month it breaks even, but not for development", () => {
    const [reserved] = adviseOn(options(CACHE)).filter(({ key }) => key === "reserved-cache");
    // 16 x (0.385 - 0.262) x 730; 12 x 0.262 / 0.385 = 8.2 months.
    expect(reserved).toMatchObject({ savesMonthlyUsd: { expected: "1436.64" } });
    expect(textOf(reserved?.title)).toContain("after 8.2 of 12 months");
    expect(savings(CACHE, { stage: "dev" })).not.toHaveProperty("reserved-cache");
  });

  it("one NAT gateway: an hour of it and of its own address, its data goes through the other", () => {
    const more = { stage: "dev", usage: { app: { A: gb(40), B: gb(60) } } };
    // (0.059 + 0.005) x 730, whatever the data.
    expect(savings(GATEWAYS, more)).toMatchObject({ "one-nat": "46.72" });
    const [one] = proposalsFor(options(GATEWAYS, more)).filter(({ proposal }) => proposal.key === "one-nat");
    const [stack] = one?.proposal.after.stacks ?? [];
    expect(Object.keys(stack?.template.Resources ?? {})).toEqual(["Bastion", "IpA", "A", "Route"]);
    expect(stack?.template.Resources.Route?.Properties).toEqual({ NatGatewayId: { Ref: "A" } });
    expect(savings(GATEWAYS, { ...more, stage: "prod" })).not.toHaveProperty("one-nat");
  });

  it("gateway endpoints: up to all data of the NAT gateways, nothing expected", () => {
    const usage = { app: { A: gb(100) } };
    const [advice] = adviseOn(options(GATEWAYS, { usage })).filter(({ key }) => key === "gateway-endpoints");
    expect(advice?.savesMonthlyUsd).toEqual({ low: "0", expected: "0", high: "5.9" });
    expect(textOf(advice?.title)).toBe("Gateway endpoints for S3 and DynamoDB ($0.059 less for each GB)");
    expect(savings({ ...GATEWAYS, ...GATEWAY_ENDPOINTS }, { usage })).not.toHaveProperty("gateway-endpoints");
    // Without a figure it is still worth saying.
    expect(savings(GATEWAYS)).toMatchObject({ "gateway-endpoints": "0" });
  });

  it("interface endpoints: only while the NAT gateway would charge less for their data", () => {
    const endpoint = {
      Type: "AWS::EC2::VPCEndpoint",
      Properties: { VpcEndpointType: "Interface", ServiceName: "x", SubnetIds: ["a", "b"] },
    };
    const network: Resources = { Nat: { Type: "AWS::EC2::NatGateway" }, One: endpoint, Two: endpoint };
    // 2 x 2 x 0.013 x 730 = 37.96 of hours; a GB costs 0.059 - 0.01 more through the gateway.
    expect(savings(network, { usage: { app: { One: gb(100) } } })["interface-endpoints"]).toBe("33.06");
    expect(savings(network, { usage: { app: { One: gb(1000) } } })).not.toHaveProperty("interface-endpoints");
    expect(savings({ One: endpoint }, { usage: { app: { One: gb(1) } } })).toEqual({});
  });

  it("a sleep schedule leaves 60 of 168 hours of hourly charges, and all of the storage", () => {
    const disk = { Type: "AWS::EC2::Volume", Properties: { VolumeType: "gp3", Size: 100 } };
    const resources: Resources = { Nat: { Type: "AWS::EC2::NatGateway" }, disk };
    const saved = Number(savings(resources, { stage: "dev" }).sleep);
    expect(saved).toBeCloseTo(0.059 * 730 * (108 / 168), 9);
    expect(savings(resources)).not.toHaveProperty("sleep");
    expect(savings(resources, { stage: "dev", environmentHours: 200 })).not.toHaveProperty("sleep");
  });

  it("a Kubernetes version that left standard support, or leaves it soon, with the day", () => {
    const cluster = (Version: string): Resources => ({
      Cluster: { Type: "AWS::EKS::Cluster", Properties: { Version } },
    });
    const of = (version: string, now = NOW) => adviseOn(options(cluster(version), { now }));
    expect(of("1.33")).toMatchObject([{ savesMonthlyUsd: { expected: "365" }, from: null }]);
    expect(of("1.34")).toMatchObject([{ savesMonthlyUsd: { expected: "365" }, from: "2026-12-02" }]);
    expect(of("1.36")).toEqual([]);
    expect(of("1.34", new Date("2026-01-01T00:00:00Z"))).toEqual([]);
  });

  it("gp3 with the IOPS that gp2 had, on volumes and within launch templates", () => {
    const volume = (Size: number, VolumeType?: string) => ({
      Type: "AWS::EC2::Volume",
      Properties: { Size, ...(VolumeType && { VolumeType }) },
    });
    // 100 x (0.114 - 0.0912)
    expect(savings({ Disk: volume(100) })).toEqual({ gp3: "2.28" });
    expect(savings({ Disk: volume(100, "gp3") })).toEqual({});
    const [{ proposal } = {}] = proposalsFor(options({ Disk: volume(2000, "gp2") }));
    expect(proposal?.after.stacks?.[0]?.template.Resources.Disk?.Properties).toMatchObject({ Iops: 6000 });
  });

  it("Graviton where every node has a price, Karpenter's nodes too", () => {
    const machine = (InstanceType: string): Resources => ({
      Machine: { Type: "AWS::EC2::Instance", Properties: { InstanceType } },
    });
    // (0.052 - 0.0416) x 730
    expect(savings(machine("t3.medium"))).toEqual({ graviton: "7.592" });
    expect(savings(machine("t4g.medium"))).not.toHaveProperty("graviton");
    expect(savings(machine("m5.24xlarge"))).not.toHaveProperty("graviton");
    expect(savings(machine("z9.large"))).not.toHaveProperty("graviton");
  });

  it("the size that a measured use needs, and no smaller", () => {
    const use = (peakCpuPercent: number, peakMemoryPercent: number) => ({
      measured: [{ stackKey: "app", logicalId: "Cache", peakCpuPercent, peakMemoryPercent }],
    });
    const size = (cpu: number, memory: number) =>
      adviseOn(options(CACHE, use(cpu, memory))).find(({ key }) => key === "right-size");
    expect(textOf(size(20, 34)?.title)).toBe("cache.m7g.large instead of cache.m7g.xlarge (Cache)");
    expect(size(20, 36)).toBeUndefined();
    expect(size(36, 20)).toBeUndefined();
  });
});

describe("every piece of advice", () => {
  const cases = BLUEPRINTS.flatMap((model) =>
    model.presets.flatMap((preset) => preset.stages.map((stage) => ({ model, preset, stage }))),
  );
  it.each(cases)("$model.id $preset.key in $stage: the saving is the difference of two estimates", (one) => {
    const { model, preset, stage } = one;
    const context = {
      environmentName: "law",
      teamSlug: "law",
      ownerEmail: "law@law.invalid",
      costCentre: "law",
      requestNumber: 0,
      stage,
      region: SEOUL,
      accountId: "000000000000",
      expiresOn: null,
    };
    const base = { stacks: model.outline(preset.spec, context), usage: model.usage(preset.spec), now: NOW };
    const untouched = structuredClone(base);
    const proposals = proposalsFor({ ...base, stage });
    for (const { proposal, saves } of proposals) {
      const before = estimateTemplates({ ...base, ...proposal.before });
      const after = estimateTemplates({ ...base, ...proposal.after });
      const difference = new Decimal(before.monthlyUsd.expected).minus(after.monthlyUsd.expected);
      expect(saves.expected.equals(difference), proposal.key).toBe(true);
      expect(saves.low.lte(saves.expected) && saves.expected.lte(saves.high), proposal.key).toBe(true);
      expect(after.unpricedComponentCount).toBeLessThanOrEqual(before.unpricedComponentCount);
      expect(say("ko", proposal.title)).toMatch(/[가-힣]/);
      expect(say("ko", proposal.risk)).toMatch(/[가-힣]/);
    }
    expect(base).toEqual(untouched);
  });

  it("does not advise a change whose price nobody knows", () => {
    // Paris has no prices in the book.
    const stacks = [{ key: "app", region: "eu-west-3", template: { Resources: CACHE } }];
    expect(adviseOn({ stacks, stage: "prod", now: NOW })).toEqual([]);
  });

  it("puts the largest saving first", () => {
    const found = adviseOn(options({ ...CACHE, ...GATEWAYS }, { stage: "dev" }));
    const amounts = found.map(({ savesMonthlyUsd }) => Number(savesMonthlyUsd.expected));
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expect(found.length).toBeGreaterThan(2);
  });
});
