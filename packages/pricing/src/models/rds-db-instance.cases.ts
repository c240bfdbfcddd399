import type { TypeCases } from "../../testing/cases";
import { defined, isReference } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a serverless Aurora instance of 0.5 to 8 units: expected at the minimum",
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
      what: "PostgreSQL in two zones of Virginia",
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
      what: "a database with a public address, whose storage may grow from 20 to 100 GB",
      properties: {
        Engine: "postgres",
        DBInstanceClass: "db.t4g.micro",
        StorageType: "gp2",
        MaxAllocatedStorage: 100,
        PubliclyAccessible: true,
      },
      parts: [
        [730, "0.025"],
        [20, "0.131"],
        [730, "0.005"],
      ],
      bounds: {
        high: [
          [730, "0.025"],
          [100, "0.131"],
          [730, "0.005"],
        ],
      },
    },
    {
      what: "a standby pays extended support too",
      properties: {
        Engine: "mysql",
        EngineVersion: "8.0.39",
        DBInstanceClass: "db.t3.large",
        MultiAZ: true,
        StorageType: "gp2",
      },
      parts: [
        [730, "0.416"],
        [2, 2, 730, "0.12"],
        [20, "0.276"],
      ],
    },
    {
      what: "a cluster that is out of extended support keeps its members out",
      region: "us-east-1",
      properties: { DBClusterIdentifier: { Ref: "Cluster" }, DBInstanceClass: "db.t3.large" },
      beside: {
        Cluster: {
          Type: "AWS::RDS::DBCluster",
          Properties: {
            Engine: "aurora-postgresql",
            EngineVersion: "13.12",
            EngineLifecycleSupport: "open-source-rds-extended-support-disabled",
          },
        },
      },
      parts: [[730, "0.164"]],
    },
    {
      what: "MySQL in two zones with 14,000 IOPS of gp3, 12,000 of them included from 400 GB on",
      region: "us-east-1",
      properties: {
        Engine: "mysql",
        DBInstanceClass: "db.t4g.small",
        MultiAZ: true,
        StorageType: "gp3",
        AllocatedStorage: "400",
        Iops: 14_000,
      },
      parts: [
        ["0.065", 730],
        [400, "0.23"],
        [2000, "0.04"],
      ],
    },
    {
      what: "SQL Server has 3,000 IOPS of gp3 at any size",
      region: "us-east-1",
      properties: {
        Engine: "sqlserver-web",
        DBInstanceClass: "db.t3.large",
        StorageType: "gp3",
        AllocatedStorage: 400,
        Iops: 4000,
      },
      parts: [
        ["0.232", 730],
        [400, "0.115"],
        [1000, "0.02"],
      ],
    },
    {
      what: "Oracle Standard Edition Two with its licence, 20 GB when the template says nothing",
      region: "us-east-1",
      properties: { Engine: "oracle-se2", DBInstanceClass: "db.t3.large" },
      parts: [
        ["0.3", 730],
        [20, "0.115"],
      ],
    },
    {
      what: "Oracle with one's own licence",
      region: "us-east-1",
      properties: {
        Engine: "oracle-se1",
        DBInstanceClass: "db.t3.large",
        LicenseModel: "bring-your-own-license",
      },
      parts: [
        ["0.136", 730],
        [20, "0.115"],
      ],
    },
    {
      what: "a replica that has its source's engine and storage",
      region: "us-east-1",
      properties: { DBInstanceClass: "db.t3.large", SourceDBInstanceIdentifier: { Ref: "Primary" } },
      beside: {
        Primary: {
          Type: "AWS::RDS::DBInstance",
          Properties: {
            Engine: "postgres",
            DBInstanceClass: "db.t3.large",
            AllocatedStorage: "200",
            StorageType: "gp3",
          },
        },
      },
      parts: [
        ["0.145", 730],
        [200, "0.115"],
      ],
    },
    {
      what: "what a snapshot restores has the snapshot's engine, which nobody here knows",
      region: "us-east-1",
      properties: { DBSnapshotIdentifier: "snap-1", DBInstanceClass: "db.t3.large" },
      unpriced: { "Database instance (on-demand, Single-AZ, db.t3.large)": 730 },
    },
    {
      what: "credits of a MySQL instance are not priced as Aurora's; throughput beyond 125 MB/s is extra",
      region: "us-east-1",
      properties: {
        Engine: "mysql",
        DBInstanceClass: "db.t3.large",
        StorageType: "gp3",
        StorageThroughput: 200,
      },
      usage: { monthly_cpu_credit_hrs: 30 },
      unpriced: { "CPU credits": 60, "Provisioned GP3 throughput (above 125)": 75 },
    },
  ],
  variants: [
    {
      StorageType: "io1",
      DBInstanceClass: "db.m7g.large",
      Engine: "postgres",
      EngineVersion: "13.4",
      EnablePerformanceInsights: true,
      PerformanceInsightsRetentionPeriod: 731,
    },
    { DBInstanceClass: "db.t4g.micro", Engine: "postgres", StorageType: "standard" },
    {
      DBInstanceClass: "db.serverless",
      Engine: "aurora-postgresql",
      EngineVersion: "13.9",
      BackupRetentionPeriod: 7,
      EnablePerformanceInsights: true,
      PerformanceInsightsRetentionPeriod: 731,
    },
    { Engine: "aurora-mysql", StorageType: "aurora-iopt1" },
    { DBInstanceClass: "db.r7g.large", Engine: "aurora-postgresql", EngineVersion: "16.4" },
    {
      DBInstanceClass: "db.m7g.large",
      Engine: "postgres",
      MultiAZ: true,
      StorageType: "gp3",
      Iops: 13_000,
      StorageThroughput: 600,
      AllocatedStorage: 500,
    },
    { MultiAZ: true },
    {
      PubliclyAccessible: true,
      MaxAllocatedStorage: 500,
      DBClusterIdentifier: { Ref: "Documents" },
      DBInstanceClass: "db.r5.4xlarge",
    },
  ],
  beside: { Documents: { Type: "AWS::DocDB::DBCluster", Properties: { StorageType: "iopt1" } } },
  notSourced: [
    "AmazonRDS: Performance Insights retention m7g",
    "AmazonRDS: gp3 throughput Multi-AZ",
    "AmazonRDS: t4g CPU credits",
  ],
  terraform: {
    aws_rds_cluster_instance: (attributes) =>
      defined({
        DBInstanceClass: attributes.instance_class,
        // The clusters of these cases are Aurora MySQL; the versions of extended support stand in the
        // address.
        Engine: isReference(attributes.engine) ? "aurora-mysql" : attributes.engine,
        EngineVersion: isReference(attributes.engine_version) ? undefined : attributes.engine_version,
        EnablePerformanceInsights: attributes.performance_insights_enabled,
        PerformanceInsightsRetentionPeriod: attributes.performance_insights_retention_period,
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
