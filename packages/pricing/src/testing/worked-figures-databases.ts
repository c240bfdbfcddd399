import type { Figure } from "./worked-figures";

/** Relational, document and warehouse databases. */
export const DATABASE_FIGURES: readonly Figure[] = [
  {
    what: "Aurora's storage and I/O: 100 GB, 10 writes and 10 reads a second",
    type: "AWS::RDS::DBCluster",
    properties: { Engine: "aurora-postgresql" },
    usage: { storage_gb: 100, write_requests_per_sec: 10, read_requests_per_sec: 10 },
    parts: [
      [100, "0.12"],
      ["52.56", "0.24"],
    ],
  },
  {
    what: "a Multi-AZ cluster of RDS is no Aurora: instances, storage and IOPS of its own",
    type: "AWS::RDS::DBCluster",
    properties: {
      Engine: "Postgres",
      DBClusterInstanceClass: "db.m6gd.large",
      AllocatedStorage: "100",
      Iops: 1000,
    },
    unpriced: {
      "Database instance (on-demand, Multi-AZ cluster, db.m6gd.large)": 730,
      "Storage (io1)": 100,
      "Provisioned IOPS": 1000,
    },
  },
  {
    what: "a serverless Aurora instance of 0.5 to 8 units: expected at the minimum",
    type: "AWS::RDS::DBInstance",
    properties: { DBInstanceClass: "db.serverless", DBClusterIdentifier: { Ref: "Cluster" } },
    beside: {
      Cluster: {
        Type: "AWS::RDS::DBCluster",
        Properties: {
          Engine: "aurora-postgresql",
          EngineVersion: "16.4",
          ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 },
        },
      },
    },
    parts: [["0.5", "0.2", 730]],
    bounds: { high: [[8, "0.2", 730]] },
  },
  {
    what: "a PostgreSQL instance in one zone with 100 GB of gp3",
    type: "AWS::RDS::DBInstance",
    properties: {
      DBInstanceClass: "db.t4g.micro",
      Engine: "postgres",
      StorageType: "gp3",
      AllocatedStorage: "100",
    },
    parts: [
      ["0.025", 730],
      [100, "0.131"],
    ],
  },
  {
    what: "a proxy before 8 units of Aurora Serverless v2",
    type: "AWS::RDS::DBProxy",
    usage: { capacity_units_per_hr: 8 },
    parts: [[8, "0.025", 730]],
  },
  {
    what: "a proxy before two vCPUs in Seoul",
    type: "AWS::RDS::DBProxy",
    usage: { vcpu_count: 2 },
    parts: [[2, "0.018", 730]],
  },
  {
    what: "a proxy before two vCPUs in Virginia: $21.90, as its source works out",
    type: "AWS::RDS::DBProxy",
    region: "us-east-1",
    usage: { vcpu_count: 2 },
    parts: [["21.9"]],
  },
  {
    what: "a serverless cache of Valkey in Virginia: 100 MB at least",
    type: "AWS::ElastiCache::ServerlessCache",
    region: "us-east-1",
    properties: { Engine: "valkey" },
    usage: { monthly_ecpus: 1e9 },
    parts: [
      ["0.1", "0.084", 730],
      [1000, "0.0023"],
    ],
  },
  {
    what: "PostgreSQL in two zones of Virginia",
    type: "AWS::RDS::DBInstance",
    region: "us-east-1",
    properties: {
      Engine: "postgres",
      DBInstanceClass: "db.m7g.large",
      MultiAZ: true,
      StorageType: "gp3",
      AllocatedStorage: 100,
    },
    parts: [
      ["0.337", 730],
      [100, "0.23"],
    ],
  },
  {
    what: "PostgreSQL in Seoul with provisioned IOPS",
    type: "AWS::RDS::DBInstance",
    properties: {
      Engine: "postgres",
      DBInstanceClass: "db.t4g.medium",
      StorageType: "io1",
      AllocatedStorage: 100,
      Iops: 2000,
    },
    parts: [
      ["0.102", 730],
      [100, "0.135"],
      [2000, "0.108"],
    ],
  },
  {
    what: "a document database's backups, which no source has priced in Seoul",
    type: "AWS::DocDB::DBCluster",
    usage: { backup_storage_gb: 50 },
    unpriced: { "Backup storage": 50 },
  },
  {
    what: "a document database's backups in Virginia (Infracost: docdb_cluster.my_docdb_usage)",
    type: "AWS::DocDB::DBCluster",
    region: "us-east-1",
    usage: { backup_storage_gb: 10_000 },
    parts: [[210]],
  },
  {
    what: "a document database's instance",
    type: "AWS::DocDB::DBInstance",
    properties: { DBInstanceClass: "db.r6g.large" },
    usage: { monthly_io_requests: 2e6 },
    unpriced: { "Database instance (on-demand, db.r6g.large)": 730, "I/O requests": 2 },
  },
  {
    what: "a document database in Virginia (Infracost: docdb_cluster_instance.medium)",
    type: "AWS::DocDB::DBInstance",
    region: "us-east-1",
    properties: { DBInstanceClass: "db.t3.medium" },
    usage: { data_storage_gb: 1000, monthly_io_requests: 10e6, monthly_cpu_credit_hrs: 10 },
    parts: [["56.94"], [100], [2], ["0.9"]],
  },
  {
    what: "a Redshift cluster of two nodes, which no source has priced in Seoul",
    type: "AWS::Redshift::Cluster",
    properties: { NodeType: "ra3.large", NumberOfNodes: 2 },
    usage: { excess_concurrency_scaling_secs: 4321, backup_storage_gb: 612_000 },
    unpriced: {
      "Cluster usage (on-demand, ra3.large)": 1460,
      "Concurrency scaling (ra3.large)": 4321,
      "Backup storage (first 50 TB)": 51_200,
      "Backup storage (next 450 TB)": 460_800,
      "Backup storage (over 500 TB)": 100_000,
    },
  },
  {
    what: "a Redshift cluster in Virginia (Infracost: redshift_cluster.manageda) with 1,000 GB",
    type: "AWS::Redshift::Cluster",
    region: "us-east-1",
    properties: { NodeType: "ra3.4xlarge", NumberOfNodes: 6 },
    usage: {
      managed_storage_gb: 1000,
      excess_concurrency_scaling_secs: 1000,
      spectrum_data_scanned_tb: 0.5,
      backup_storage_gb: 1000,
    },
    parts: [["14278.8"], [24], ["0.9"], ["2.5"], [23]],
  },
  {
    what: "concurrency scaling and backups of 612,000 GB in Virginia (Infracost: redshift_cluster.ca_withUsage)",
    type: "AWS::Redshift::Cluster",
    region: "us-east-1",
    properties: { NodeType: "ds2.8xlarge" },
    usage: {
      excess_concurrency_scaling_secs: 4321,
      spectrum_data_scanned_tb: 0.5,
      backup_storage_gb: 612_000,
    },
    parts: [[4964], [4321, "0.00189"], ["2.5"], ["1177.6"], [460_800, "0.022"], [100_000, "0.021"]],
  },
  {
    what: "a replication instance in two zones: its 100 GB are 50 more than it includes",
    type: "AWS::DMS::ReplicationInstance",
    properties: { ReplicationInstanceClass: "dms.t3.medium", MultiAZ: true, AllocatedStorage: 100 },
    unpriced: { "Instance (t3.medium)": 730, "Storage (general purpose SSD, gp2)": 50 },
  },
  {
    what: "a replication instance in two zones of Virginia (Infracost: dms, multi_high_storage)",
    type: "AWS::DMS::ReplicationInstance",
    region: "us-east-1",
    properties: { ReplicationInstanceClass: "dms.t2.micro", MultiAZ: true, AllocatedStorage: 70 },
    parts: [["26.28"], ["4.6"]],
  },
  {
    what: "a replication instance in one zone of Virginia, within what it includes (Infracost: dms, single_low_storage)",
    type: "AWS::DMS::ReplicationInstance",
    region: "us-east-1",
    properties: { ReplicationInstanceClass: "dms.t2.micro", AllocatedStorage: 20 },
    parts: [["13.14"]],
  },
];
