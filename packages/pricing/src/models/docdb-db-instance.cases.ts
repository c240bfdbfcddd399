import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a document database's instance",
      properties: { DBInstanceClass: "db.r6g.large" },
      usage: { monthly_io_requests: 2e6 },
      unpriced: { "Database instance (on-demand, db.r6g.large)": 730, "I/O requests": 2 },
    },
    {
      what: "a document database in Virginia (Infracost: docdb_cluster_instance.medium)",
      region: "us-east-1",
      properties: { DBInstanceClass: "db.t3.medium" },
      usage: { data_storage_gb: 1000, monthly_io_requests: 10e6, monthly_cpu_credit_hrs: 10 },
      parts: [["56.94"], [100], [2], ["0.9"]],
    },
    {
      what: "documents under I/O-Optimized have prices of their own and no I/O",
      region: "us-east-1",
      properties: { DBInstanceClass: "db.r5.4xlarge", DBClusterIdentifier: { Ref: "Documents" } },
      beside: { Documents: { Type: "AWS::DocDB::DBCluster", Properties: { StorageType: "iopt1" } } },
      usage: { data_storage_gb: 10, monthly_io_requests: 1_000_000 },
      parts: [],
      unpriced: { "Database instance (on-demand, db.r5.4xlarge)": 730, Storage: 10 },
    },
  ],
  variants: [
    { DBInstanceClass: "db.m7g.large" },
    { DBInstanceClass: "db.t4g.micro" },
    { DBInstanceClass: "db.serverless" },
    { DBInstanceClass: "db.r7g.large" },
    { DBClusterIdentifier: { Ref: "Documents" }, DBInstanceClass: "db.r5.4xlarge" },
  ],
  beside: { Documents: { Type: "AWS::DocDB::DBCluster", Properties: { StorageType: "iopt1" } } },
  notSourced: [
    "AmazonDocDB: db.m7g.large instance",
    "AmazonDocDB: db.r5.4xlarge I/O-Optimized instance",
    "AmazonDocDB: db.r7g.large instance",
    "AmazonDocDB: db.serverless instance",
    "AmazonDocDB: db.t4g.micro instance",
    "AmazonDocDB: storage I/O-Optimized",
  ],
} satisfies TypeCases;
