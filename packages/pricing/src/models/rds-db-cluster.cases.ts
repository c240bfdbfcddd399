import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "Aurora's storage and I/O: 100 GB, 10 writes and 10 reads a second",
      properties: { Engine: "aurora-postgresql" },
      usage: { storage_gb: 100, write_requests_per_sec: 10, read_requests_per_sec: 10 },
      parts: [
        [100, "0.12"],
        ["52.56", "0.24"],
      ],
    },
    {
      what: "a Multi-AZ cluster of RDS is no Aurora: instances, storage and IOPS of its own",
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
      what: "all three instances of a Multi-AZ cluster pay extended support",
      properties: {
        Engine: "mysql",
        EngineVersion: "8.0.39",
        DBClusterInstanceClass: "db.m6gd.large",
        AllocatedStorage: "100",
      },
      parts: [[3, 2, 730, "0.12"]],
      unpriced: {
        "Database instance (on-demand, Multi-AZ cluster, db.m6gd.large)": 730,
        "Storage (io1)": 100,
      },
    },
  ],
  variants: [
    { StorageType: "io1", Engine: "postgres", EngineVersion: "13.4" },
    { Engine: "postgres", StorageType: "standard" },
    { Engine: "aurora-postgresql", EngineVersion: "13.9", BackupRetentionPeriod: 7 },
    { Engine: "aurora-mysql", StorageType: "aurora-iopt1", EngineMode: "serverless" },
    { Engine: "aurora-postgresql", EngineVersion: "16.4" },
    { Engine: "postgres", StorageType: "gp3", Iops: 13_000, AllocatedStorage: 500 },
    { PubliclyAccessible: true },
  ],
  terraform: {
    aws_rds_cluster: ({ engine, engine_mode, storage_type, backup_retention_period }) =>
      defined({
        Engine: engine,
        EngineMode: engine_mode,
        StorageType: storage_type,
        BackupRetentionPeriod: backup_retention_period,
      }),
  },
  infracost: {
    differs: [
      [
        /io_optimized$/,
        /^I\/O requests$/,
        "I/O-Optimized storage includes I/O: https://aws.amazon.com/rds/aurora/pricing/.",
      ],
    ],
  },
} satisfies TypeCases;
