import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "8 shards × 1 replica of cache.m7g.xlarge, Redis: 16 × 0.385 × 730 = 4,496.80, up to 40 nodes",
      properties: {
        Engine: "redis",
        EngineVersion: "7.1",
        CacheNodeType: "cache.m7g.xlarge",
        NumNodeGroups: 8,
        ReplicasPerNodeGroup: 1,
        SnapshotRetentionLimit: 1,
      },
      beside: {
        Shards: {
          Type: "AWS::ApplicationAutoScaling::ScalableTarget",
          Properties: {
            ResourceId: { "Fn::Sub": "replication-group/${R}" },
            ScalableDimension: "elasticache:replication-group:NodeGroups",
            MinCapacity: 8,
            MaxCapacity: 20,
          },
        },
      },
      parts: [[16, "0.385", 730]],
      bounds: { low: [[16, "0.385", 730]], high: [[40, "0.385", 730]] },
    },
    {
      what: "the same on Valkey: 16 × 0.308 × 730, a fifth less",
      properties: {
        Engine: "valkey",
        CacheNodeType: "cache.m7g.xlarge",
        NumNodeGroups: 8,
        ReplicasPerNodeGroup: 1,
      },
      parts: [[16, "0.308", 730]],
    },
    {
      what: "a reserved node for a year without upfront",
      properties: { Engine: "redis", CacheNodeType: "cache.m7g.xlarge", NumCacheClusters: 1 },
      usage: { "reserved_instance_term.1_year": 1, "reserved_instance_payment_option.no_upfront": 1 },
      parts: [["0.262", 730]],
    },
  ],
  variants: [
    {
      CacheNodeType: "cache.m7g.xlarge",
      Engine: "redis",
      EngineVersion: "5.0.6",
      NumNodeGroups: 2,
      SnapshotRetentionLimit: 7,
    },
    { Engine: "valkey" },
    { CacheNodeType: "cache.t4g.micro", Engine: "valkey", NumCacheClusters: 2, SnapshotRetentionLimit: 2 },
  ],
  notSourced: [
    "AmazonElastiCache: Extended Support yr1-2 surcharge cache.m7g.xlarge Redis",
    "AmazonElastiCache: cache.m7g.xlarge Redis node RI 1yr all upfront",
    "AmazonElastiCache: cache.t4g.micro Valkey node RI 1yr all upfront",
  ],
  terraform: {
    aws_elasticache_replication_group: (attributes) =>
      defined({
        CacheNodeType: attributes.node_type,
        Engine: attributes.engine,
        NumNodeGroups: attributes.num_node_groups,
        ReplicasPerNodeGroup: attributes.replicas_per_node_group,
        NumCacheClusters: attributes.num_cache_clusters,
        SnapshotRetentionLimit: attributes.snapshot_retention_limit,
      }),
  },
  infracost: {
    beside: {
      "aws_elasticache_replication_group.cluster-autoscale": {
        Groups: target("elasticache:replication-group:NodeGroups", 8, 16),
        Replicas: target("elasticache:replication-group:Replicas", 5, 10),
      },
      "aws_elasticache_replication_group.cluster-autoscale-usage": {
        Groups: target("elasticache:replication-group:NodeGroups", 1, 100),
      },
    },
    usageBeside: {
      "aws_elasticache_replication_group.cluster-autoscale-usage": { Groups: { capacity: 10 } },
    },
  },
} satisfies TypeCases;

/** A scaling target of the case's resource. */
function target(ScalableDimension: string, MinCapacity: number, MaxCapacity: number) {
  return {
    Type: "AWS::ApplicationAutoScaling::ScalableTarget",
    Properties: { ResourceId: { Ref: "R" }, ScalableDimension, MinCapacity, MaxCapacity },
  };
}
