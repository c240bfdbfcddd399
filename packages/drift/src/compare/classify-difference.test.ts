import { expect, it } from "vitest";
import { classifyDifference, type ScalingBounds } from "./classify-difference";

const nodes = {
  resourceType: "AWS::EKS::Nodegroup",
  declared: { ScalingConfig: { MinSize: 2, MaxSize: 6, DesiredSize: 3 } },
};
const cache = { resourceType: "AWS::ElastiCache::ReplicationGroup", declared: { NumNodeGroups: 8 } };
const shards: ScalingBounds = {
  dimension: "elasticache:replication-group:NodeGroups",
  minimum: 8,
  maximum: 20,
};

it("takes a size within its bounds for autoscaling, and one out of them for a capacity", () => {
  const of = (actual: number) =>
    classifyDifference(nodes, { path: "ScalingConfig.DesiredSize", expected: 3, actual });
  expect([1, 2, 6, 7].map(of)).toEqual(["CAPACITY", "AUTOSCALER", "AUTOSCALER", "CAPACITY"]);
});

it("takes shards for autoscaling only where a scalable target has them", () => {
  const difference = { path: "NumNodeGroups", expected: 8, actual: 12 };
  expect(classifyDifference(cache, difference, [shards])).toBe("AUTOSCALER");
  expect(classifyDifference(cache, difference)).toBe("CAPACITY");
  expect(classifyDifference(cache, { ...difference, actual: 21 }, [shards])).toBe("CAPACITY");
});

it("knows documented false reports, and says of all else that it is not known", () => {
  const group = { resourceType: "AWS::ElasticLoadBalancingV2::TargetGroup", declared: {} };
  expect(classifyDifference(group, { path: "ProtocolVersion" })).toBe("NOISE");
  expect(classifyDifference(group, { path: "Port" })).toBe("UNKNOWN");
  expect(classifyDifference(nodes, { path: "ProtocolVersion" })).toBe("UNKNOWN");
});

it("does not take a size that is gone for autoscaling", () => {
  expect(classifyDifference(nodes, { path: "ScalingConfig.DesiredSize", expected: 3 })).toBe("CAPACITY");
});
