import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "Redis 5 on cache.t4g.micro after January 2026: node and surcharge",
      properties: { Engine: "redis", EngineVersion: "5.0.6", CacheNodeType: "cache.t4g.micro" },
      parts: [
        ["0.024", 730],
        ["0.019", 730],
      ],
    },
    {
      what: "a node of Redis 7",
      properties: { Engine: "redis", EngineVersion: "7.1", CacheNodeType: "cache.t4g.micro" },
      parts: [["0.024", 730]],
    },
  ],
  variants: [
    { CacheNodeType: "cache.m7g.xlarge", Engine: "redis", EngineVersion: "5.0.6", SnapshotRetentionLimit: 7 },
    { Engine: "valkey" },
    { CacheNodeType: "cache.t4g.micro", Engine: "valkey", SnapshotRetentionLimit: 2 },
  ],
  notSourced: [
    "AmazonElastiCache: Extended Support yr1-2 surcharge cache.m7g.xlarge Redis",
    "AmazonElastiCache: cache.m7g.xlarge Redis node RI 1yr all upfront",
    "AmazonElastiCache: cache.t4g.micro Valkey node RI 1yr all upfront",
  ],
  terraform: {
    aws_elasticache_cluster: ({ node_type, engine, num_cache_nodes, snapshot_retention_limit }) =>
      defined({
        CacheNodeType: node_type,
        Engine: engine,
        NumCacheNodes: num_cache_nodes,
        SnapshotRetentionLimit: snapshot_retention_limit,
      }),
  },
  infracost: {
    differs: [
      [
        /_(all|partial)_upfront$/,
        /reserved/,
        "What is paid upfront belongs to the months of the term; Infracost leaves it out, so its figure is too low.",
      ],
    ],
  },
} satisfies TypeCases;
