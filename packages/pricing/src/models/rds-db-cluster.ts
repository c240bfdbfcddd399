import { derive, perUsage, perUsageHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { zipRanges } from "../ranges";
import { HOURS_PER_MONTH } from "../schema/hours";
import type { UsageFigure, UsageReader } from "../usage";
import { engineTitle, isAurora } from "./rds-charges";
import { multiAzCluster } from "./rds-multi-az-cluster";

const MILLION = 1_000_000;
const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;

/**
 * Covers what Aurora's instances share: storage (usage `storage_gb`) by storage type, I/O
 * (`write_requests_per_sec`, `read_requests_per_sec`; none under I/O-Optimized, which includes it), backups
 * beyond the first day (`backup_snapshot_size_gb`, size of one), backtrack of MySQL
 * (`average_statements_per_hr`, `change_records_per_statement`, `backtrack_window_hrs`) and snapshot export.
 * Serverless v1 capacity by usage `capacity_units_per_hr`. Capacity of Serverless v2 and instances are priced
 * on the DBInstance resources, for each has its own. Multi-AZ clusters of RDS itself are listed without a
 * price. Not covered: global databases, the Data API.
 */
export const rdsDbCluster: CostModel = {
  type: "AWS::RDS::DBCluster",
  service: "RDS",
  reads: [
    "ServerlessV2ScalingConfiguration",
    "PubliclyAccessible",
    "Engine",
    "EngineVersion",
    "EngineLifecycleSupport",
    "EngineMode",
    "StorageType",
    "BackupRetentionPeriod",
    "DBClusterInstanceClass",
    "AllocatedStorage",
    "Iops",
  ],
  notPriced: [
    "MonitoringInterval",
    ["PerformanceInsightsRetentionPeriod", /^(?!7$)/],
    ["DatabaseInsightsMode", /^advanced$/],
    "EnableHttpEndpoint",
    "GlobalClusterIdentifier",
    ["ClusterScalabilityType", /^limitless$/],
  ],
  withoutInfluence:
    "StorageEncrypted DBSystemId RestoreToTime DBClusterIdentifier ReplicationSourceIdentifier " +
    "SourceDBClusterIdentifier ScalingConfiguration Domain BacktrackWindow AssociatedRoles " +
    "SnapshotIdentifier NetworkType RestoreType SourceRegion UseLatestRestorableTime " +
    "ManageMasterUserPassword EnableIAMDatabaseAuthentication PerformanceInsightsEnabled " +
    "EnableCloudwatchLogsExports DeleteAutomatedBackups EnableGlobalWriteForwarding " +
    "EnableLocalWriteForwarding SourceDbClusterResourceId",
  usageKeys: [
    "storage_gb",
    "write_requests_per_sec",
    "read_requests_per_sec",
    "backup_snapshot_size_gb",
    "average_statements_per_hr",
    "change_records_per_statement",
    "backtrack_window_hrs",
    "snapshot_export_size_gb",
    "capacity_units_per_hr",
  ],
  components: (input) => {
    const { properties, usage } = input;
    const engine = properties.text("Engine")?.toLowerCase() ?? "aurora";
    if (!isAurora(engine)) return multiAzCluster(engine, input);
    const isServerlessV1 = properties.text("EngineMode")?.toLowerCase() === "serverless";
    const gigabytes = (name: string, usageKey: string, sku: string, figure: UsageFigure | null) =>
      perUsage({ name, unit: "GB", price: aurora(sku), usageKey, figure });
    return [
      ...(isServerlessV1 ? [serverlessV1(usage)] : []),
      ...storage(input),
      ...backups(input),
      ...(isServerlessV1 || engine.includes("postgresql") ? [] : [backtrack(usage)]),
      gigabytes(
        "Snapshot export",
        "snapshot_export_size_gb",
        `${engineTitle(engine)} snapshot export`,
        usage.get("snapshot_export_size_gb"),
      ),
    ];
  },
};

function serverlessV1(usage: UsageReader): ComponentDraft {
  return perUsageHour({
    name: "Aurora serverless",
    unit: "ACU-hours",
    price: aurora("Serverless v1 ACU"),
    usageKey: "capacity_units_per_hr",
    figure: usage.get("capacity_units_per_hr"),
  });
}

function storage({ properties, usage }: ModelInput): ComponentDraft[] {
  const isOptimised = properties.text("StorageType") === "aurora-iopt1";
  const writes = usage.get("write_requests_per_sec");
  const reads = usage.get("read_requests_per_sec");
  const perSecond =
    writes && reads ? { ...writes, range: zipRanges(writes.range, reads.range, (a, b) => a.plus(b)) } : null;
  return [
    perUsage({
      name: isOptimised ? "Storage (I/O-optimized)" : "Storage",
      unit: "GB",
      price: aurora(isOptimised ? "storage I/O-Optimized" : "storage Standard"),
      usageKey: "storage_gb",
      figure: usage.get("storage_gb"),
    }),
    ...(isOptimised
      ? []
      : [
          perUsage({
            name: "I/O requests",
            unit: "1M requests",
            unitSize: MILLION,
            price: aurora("I/O requests Standard"),
            usageKey: writes ? "read_requests_per_sec" : "write_requests_per_sec",
            figure: derive(perSecond, (rate) => rate.times(SECONDS_PER_MONTH)),
          }),
        ]),
  ];
}

/** As large as the cluster, the first day is free. */
function backups({ properties, usage }: ModelInput): ComponentDraft[] {
  const days = properties.number("BackupRetentionPeriod") ?? 1;
  if (days <= 1) return [];
  return [
    perUsage({
      name: "Backup storage",
      unit: "GB",
      price: aurora("backup storage"),
      usageKey: "backup_snapshot_size_gb",
      figure: derive(usage.get("backup_snapshot_size_gb"), (gb) => gb.times(days - 1)),
    }),
  ];
}

function backtrack(usage: UsageReader): ComponentDraft {
  const [statements, records, hours] = [
    usage.get("average_statements_per_hr"),
    usage.get("change_records_per_statement"),
    usage.get("backtrack_window_hrs"),
  ];
  const figure =
    statements && records && hours
      ? {
          ...statements,
          range: zipRanges(
            zipRanges(statements.range, records.range, (a, b) => a.times(b).times(HOURS_PER_MONTH)),
            hours.range,
            (a, b) => a.times(b),
          ),
        }
      : null;
  return perUsage({
    name: "Backtrack",
    unit: "1M change-records",
    unitSize: MILLION,
    price: aurora("backtrack change records"),
    usageKey: "average_statements_per_hr",
    figure,
  });
}

function aurora(sku: string): PriceKey {
  return { service: "AmazonAurora", sku };
}
