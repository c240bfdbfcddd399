import type { Figure } from "./worked-figures";

const DB = "AWS::RDS::DBInstance";
const PRIMARY = {
  Primary: {
    Type: DB,
    Properties: {
      Engine: "postgres",
      DBInstanceClass: "db.t3.large",
      AllocatedStorage: "200",
      StorageType: "gp3",
    },
  },
};

/** Instances of RDS with storage of their own, in Virginia: engines, licences, storage types, replicas. */
export const RDS_FIGURES: readonly Figure[] = [
  {
    what: "MySQL in two zones with 14,000 IOPS of gp3, 12,000 of them included from 400 GB on",
    type: DB,
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
    type: DB,
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
    type: DB,
    region: "us-east-1",
    properties: { Engine: "oracle-se2", DBInstanceClass: "db.t3.large" },
    parts: [
      ["0.3", 730],
      [20, "0.115"],
    ],
  },
  {
    what: "Oracle with one's own licence",
    type: DB,
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
    type: DB,
    region: "us-east-1",
    properties: { DBInstanceClass: "db.t3.large", SourceDBInstanceIdentifier: { Ref: "Primary" } },
    beside: PRIMARY,
    parts: [
      ["0.145", 730],
      [200, "0.115"],
    ],
  },
  {
    what: "what a snapshot restores has the snapshot's engine, which nobody here knows",
    type: DB,
    region: "us-east-1",
    properties: { DBSnapshotIdentifier: "snap-1", DBInstanceClass: "db.t3.large" },
    unpriced: { "Database instance (on-demand, Single-AZ, db.t3.large)": 730 },
  },
  {
    what: "credits of a MySQL instance are not priced as Aurora's; throughput beyond 125 MB/s is extra",
    type: DB,
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
];
