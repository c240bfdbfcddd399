import type { Figure } from "./worked-figures";

const GROUP_TARGET = {
  Shards: {
    Type: "AWS::ApplicationAutoScaling::ScalableTarget",
    Properties: {
      ResourceId: { "Fn::Sub": "replication-group/${R}" },
      ScalableDimension: "elasticache:replication-group:NodeGroups",
      MinCapacity: 8,
      MaxCapacity: 20,
    },
  },
};

const writeTarget = (ResourceId: unknown) => ({
  Writes: {
    Type: "AWS::ApplicationAutoScaling::ScalableTarget",
    Properties: {
      ResourceId,
      ScalableDimension: "dynamodb:table:WriteCapacityUnits",
      MinCapacity: 5,
      MaxCapacity: 50,
    },
  },
});

/** Tables, caches and stores. */
export const DATA_FIGURES: readonly Figure[] = [
  {
    what: "8 shards × 1 replica of cache.m7g.xlarge, Redis: 16 × 0.385 × 730 = 4,496.80, up to 40 nodes",
    type: "AWS::ElastiCache::ReplicationGroup",
    properties: {
      Engine: "redis",
      EngineVersion: "7.1",
      CacheNodeType: "cache.m7g.xlarge",
      NumNodeGroups: 8,
      ReplicasPerNodeGroup: 1,
      SnapshotRetentionLimit: 1,
    },
    beside: GROUP_TARGET,
    parts: [[16, "0.385", 730]],
    bounds: { low: [[16, "0.385", 730]], high: [[40, "0.385", 730]] },
  },
  {
    what: "the same on Valkey: 16 × 0.308 × 730, a fifth less",
    type: "AWS::ElastiCache::ReplicationGroup",
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
    type: "AWS::ElastiCache::ReplicationGroup",
    properties: { Engine: "redis", CacheNodeType: "cache.m7g.xlarge", NumCacheClusters: 1 },
    usage: { "reserved_instance_term.1_year": 1, "reserved_instance_payment_option.no_upfront": 1 },
    parts: [["0.262", 730]],
  },
  {
    what: "Redis 5 on cache.t4g.micro after January 2026: node and surcharge",
    type: "AWS::ElastiCache::CacheCluster",
    properties: { Engine: "redis", EngineVersion: "5.0.6", CacheNodeType: "cache.t4g.micro" },
    parts: [
      ["0.024", 730],
      ["0.019", 730],
    ],
  },
  {
    what: "a node of Redis 7",
    type: "AWS::ElastiCache::CacheCluster",
    properties: { Engine: "redis", EngineVersion: "7.1", CacheNodeType: "cache.t4g.micro" },
    parts: [["0.024", 730]],
  },
  {
    what: "an idle serverless cache on Valkey: the metered minimum of 0.1 GB, up to its limit of 5",
    type: "AWS::ElastiCache::ServerlessCache",
    properties: { Engine: "valkey", CacheUsageLimits: { DataStorage: { Maximum: 5 } } },
    parts: [["0.1", "0.101", 730]],
    bounds: { high: [[5, "0.101", 730]] },
  },
  {
    what: "a table of 10 WCU and 20 RCU whose writes scale from 5 to 50",
    type: "AWS::DynamoDB::Table",
    properties: { ProvisionedThroughput: { WriteCapacityUnits: 10, ReadCapacityUnits: 20 } },
    beside: writeTarget({ "Fn::Sub": "table/${R}" }),
    parts: [
      [5, "0.0007049", 730],
      [20, "0.00014098", 730],
    ],
    bounds: {
      low: [
        [5, "0.0007049", 730],
        [20, "0.00014098", 730],
      ],
      high: [
        [50, "0.0007049", 730],
        [20, "0.00014098", 730],
      ],
    },
  },
  {
    what: "a table whose writes are at 12 units, as usage of the scaling target says",
    type: "AWS::DynamoDB::Table",
    properties: { ProvisionedThroughput: { WriteCapacityUnits: 10, ReadCapacityUnits: 0 } },
    beside: writeTarget({ "Fn::Sub": "table/${R}" }),
    usageBeside: { Writes: { capacity: 12 } },
    parts: [[12, "0.0007049", 730]],
    bounds: { low: [[12, "0.0007049", 730]], high: [[12, "0.0007049", 730]] },
  },
  {
    what: "a table with a name is found by it: declared below the minimum, it is brought to it",
    type: "AWS::DynamoDB::Table",
    properties: {
      TableName: "tickets",
      ProvisionedThroughput: { WriteCapacityUnits: 1, ReadCapacityUnits: 0 },
    },
    beside: writeTarget("table/tickets"),
    parts: [[5, "0.0007049", 730]],
  },
  {
    what: "a global table at home only: 2M writes, 10M reads, 4 GB",
    type: "AWS::DynamoDB::GlobalTable",
    properties: { BillingMode: "PAY_PER_REQUEST", Replicas: [{ Region: "ap-northeast-2" }] },
    usage: { monthly_write_request_units: 2e6, monthly_read_request_units: 1e7, storage_gb: 4 },
    parts: [
      [2, "0.68"],
      [10, "0.1355"],
      [4, "0.27075"],
    ],
  },
  {
    what: "a global table with Tokyo: storage and writes at each region's price, reads there",
    type: "AWS::DynamoDB::GlobalTable",
    properties: {
      BillingMode: "PAY_PER_REQUEST",
      Replicas: [{ Region: "ap-northeast-2" }, { Region: "ap-northeast-1" }],
    },
    usage: {
      monthly_write_request_units: 2e6,
      "monthly_read_request_units.ap-northeast-1": 1e6,
      storage_gb: 4,
    },
    parts: [[4, "0.27075"], [4, "0.285"], ["0.1425"], [2, "0.68"], [2, "0.715"]],
  },
  {
    what: "a provisioned global table between the bounds of its own scaling",
    type: "AWS::DynamoDB::GlobalTable",
    properties: {
      WriteProvisionedThroughputSettings: {
        WriteCapacityAutoScalingSettings: { MinCapacity: 5, MaxCapacity: 50 },
      },
      Replicas: [
        {
          Region: "ap-northeast-2",
          ReadProvisionedThroughputSettings: { ReadCapacityUnits: 20 },
        },
      ],
    },
    parts: [
      [5, "0.0007049", 730],
      [20, "0.00014098", 730],
    ],
    bounds: {
      high: [
        [50, "0.0007049", 730],
        [20, "0.00014098", 730],
      ],
    },
  },
  {
    what: "a bucket of 100 GB with 10,000 writes and 100,000 reads",
    type: "AWS::S3::Bucket",
    usage: {
      "standard.storage_gb": 100,
      "standard.monthly_tier_1_requests": 10_000,
      "standard.monthly_tier_2_requests": 100_000,
    },
    parts: [
      [100, "0.025"],
      ["0.01", "4.5"],
      ["0.1", "0.35"],
    ],
  },
  {
    what: "five GB of images",
    type: "AWS::ECR::Repository",
    usage: { storage_gb: 5 },
    parts: [[5, "0.1"]],
  },
  {
    what: "a vault with 100 GB of EBS and 50 GB of Aurora backups",
    type: "AWS::Backup::BackupVault",
    usage: { monthly_ebs_snapshot_gb: 100, monthly_aurora_snapshot_gb: 50 },
    parts: [
      [100, "0.05"],
      [50, "0.023"],
    ],
  },
  {
    what: "a file system in Seoul over several zones",
    type: "AWS::EFS::FileSystem",
    usage: { storage_gb: 100 },
    parts: [[100, "0.33"]],
  },
  {
    what: "a file system in Seoul, in one zone",
    type: "AWS::EFS::FileSystem",
    properties: { AvailabilityZoneName: "ap-northeast-2a" },
    usage: { storage_gb: 100 },
    parts: [[100, "0.176"]],
  },
  {
    what: "a file system in Virginia: 100 MB/s less the 11.5 that 230 GB bring (Infracost: efs_file_system.provisioned)",
    type: "AWS::EFS::FileSystem",
    region: "us-east-1",
    properties: { ProvisionedThroughputInMibps: 100 },
    usage: { storage_gb: 230 },
    parts: [["69"], ["531"]],
  },
  {
    what: "files seldom read, in Virginia (Infracost: efs_file_system.standard)",
    type: "AWS::EFS::FileSystem",
    region: "us-east-1",
    properties: { LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }] },
    usage: {
      storage_gb: 230,
      infrequent_access_storage_gb: 100,
      monthly_infrequent_access_read_gb: 50,
      monthly_infrequent_access_write_gb: 100,
    },
    parts: [["69"], ["2.5"], ["0.5"], [1]],
  },
];
