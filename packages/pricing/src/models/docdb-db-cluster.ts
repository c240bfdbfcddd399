import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers backup storage (usage `backup_storage_gb`), storage and I/O being given on an instance as Infracost
 * has it. Not covered: I/O-Optimized storage, global clusters, serverless capacity, snapshot export.
 */
export const docDbDbCluster: CostModel = {
  type: "AWS::DocDB::DBCluster",
  service: "DocumentDB",
  reads: ["StorageType"],
  notPriced: [["EngineVersion", /^3\.6/], "GlobalClusterIdentifier", "ServerlessV2ScalingConfiguration"],
  withoutInfluence:
    "StorageEncrypted RestoreToTime SnapshotIdentifier DBClusterIdentifier UseLatestRestorableTime " +
    "SourceDBClusterIdentifier BackupRetentionPeriod RestoreType EnableCloudwatchLogsExports " +
    "RotateMasterUserPassword NetworkType ManageMasterUserPassword",
  usageKeys: ["backup_storage_gb"],
  components: ({ usage }) => [
    perUsage({
      name: "Backup storage",
      unit: "GB",
      price: { service: "AmazonDocDB", sku: "backup storage" },
      usageKey: "backup_storage_gb",
      figure: usage.get("backup_storage_gb"),
    }),
  ],
};
