import { describe, expect, it } from "vitest";
import { estimateTemplates } from "./estimate-templates";

/**
 * The platform's own cost table, line by line at Seoul's on-demand prices, to the cent. The owners' table
 * says 550 to 860 dollars a month for all of it.
 */
const SEOUL = "ap-northeast-2";

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

function monthly(Resources: Resources, day = "2026-11-01", region = SEOUL): string {
  const now = new Date(`${day}T00:00:00Z`);
  const { monthlyUsd, unpricedComponentCount } = estimateTemplates({
    stacks: [{ key: "platform", region, template: { Resources } }],
    now,
  });
  expect(unpricedComponentCount).toBe(0);
  return Number(monthlyUsd.expected).toFixed(2);
}

function cache(properties: object): Resources {
  return {
    Cache: {
      Type: "AWS::ElastiCache::ReplicationGroup",
      Properties: { Engine: "redis", CacheNodeType: "cache.m7g.xlarge", ...properties },
    },
  };
}

const SHARDS = { NumNodeGroups: 8, ReplicasPerNodeGroup: 1 };
const CLUSTER: Resources = { Cluster: { Type: "AWS::EKS::Cluster", Properties: { Version: "1.33" } } };
const GATEWAYS: Resources = { A: { Type: "AWS::EC2::NatGateway" }, B: { Type: "AWS::EC2::NatGateway" } };
const ENDPOINTS: Resources = Object.fromEntries(
  ["Ecr", "Logs", "Sts", "Ssm", "Sqs"].map((name) => [
    name,
    { Type: "AWS::EC2::VPCEndpoint", Properties: { VpcEndpointType: "Interface", SubnetIds: ["a", "b"] } },
  ]),
);

describe("the worked example of the platform in Seoul", () => {
  it("the cache of 16 nodes is 4,496.80, not 115: that is one cache.m7g.large in N. Virginia", () => {
    expect(monthly(cache(SHARDS))).toBe("4496.80");
    const one = cache({ CacheNodeType: "cache.m7g.large", NumCacheClusters: 1 });
    expect(monthly(one, undefined, "us-east-1")).toBe("115.34");
  });

  it("the same cache on Valkey saves a fifth", () => {
    expect(monthly(cache({ ...SHARDS, Engine: "valkey" }))).toBe("3597.44");
  });

  it("the control plane of 1.33 went from 73 to 438 on 2026-07-29", () => {
    expect(monthly(CLUSTER, "2026-07-28")).toBe("73.00");
    expect(monthly(CLUSTER, "2026-07-29")).toBe("438.00");
  });

  it("two NAT gateways are 86.14, five interface endpoints in two zones 94.90: more than both", () => {
    expect(monthly(GATEWAYS)).toBe("86.14");
    expect(monthly(ENDPOINTS)).toBe("94.90");
  });

  it("these lines alone are 5,115.84 a month", () => {
    expect(monthly({ ...cache(SHARDS), ...CLUSTER, ...GATEWAYS, ...ENDPOINTS })).toBe("5115.84");
  });
});
