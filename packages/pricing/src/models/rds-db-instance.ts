import { combine, perHour, perMonth, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred } from "../neighbours";
import type { PropertyReader } from "../properties";
import { exactly } from "../ranges";
import type { UsageFigure } from "../usage";
import { vcpusOf } from "../vcpus";
import { publicAddresses } from "./ec2-charges";
import { extendedSupport, extendedSupportYear, instanceTitle, isAurora } from "./rds-charges";
import { instanceStorage } from "./rds-instance-storage";
import { serverlessCapacity } from "./rds-serverless-capacity";

/** A snapshot that is restored has its own: no price is taken for it. */
const UNKNOWN_ENGINE = "unknown engine";
/** Days of Performance Insights that are free. */
const FREE_INSIGHTS_DAYS = 7;

/**
 * Covers instance hours by class, engine and Multi-AZ; `db.serverless`: capacity units between the bounds of
 * the cluster's `ServerlessV2ScalingConfiguration` (expected the minimum, or usage `capacity_units_per_hr`),
 * for every instance has its own; storage, IOPS, throughput and backups of engines other than Aurora, whose
 * storage is priced on the cluster; extended support of old versions; long-term Performance Insights; CPU
 * credits when usage gives them; reserved terms by usage. Oracle is priced with its licence or with one's own
 * (`LicenseModel`), a replica without an engine or a size as its source is. A public address where
 * `PubliclyAccessible` asks for one; storage may grow up to `MaxAllocatedStorage`. Not covered: proxies,
 * snapshot exports, data transfer.
 */
export const rdsDbInstance: CostModel = {
  type: "AWS::RDS::DBInstance",
  service: "RDS",
  reads: [
    "DBSnapshotIdentifier",
    "PubliclyAccessible",
    "MaxAllocatedStorage",
    "DBInstanceClass",
    "Engine",
    "EngineVersion",
    "EngineLifecycleSupport",
    "LicenseModel",
    "MultiAZ",
    "StorageType",
    "AllocatedStorage",
    "Iops",
    "StorageThroughput",
    "BackupRetentionPeriod",
    "EnablePerformanceInsights",
    "PerformanceInsightsRetentionPeriod",
    "DBClusterIdentifier",
    "SourceDBInstanceIdentifier",
  ],
  neighbours: [
    "AWS::RDS::DBCluster that DBClusterIdentifier names",
    "AWS::RDS::DBInstance that SourceDBInstanceIdentifier names",
  ],
  notPriced: [
    "MonitoringInterval",
    ["DatabaseInsightsMode", /^advanced$/],
    "DedicatedLogVolume",
    "AdditionalStorageVolumes",
    ["BackupTarget", /^outposts$/],
    "AutomaticBackupReplicationRegion",
    "ProcessorFeatures",
  ],
  withoutInfluence:
    "StorageEncrypted Timezone DeleteAutomatedBackups DBInstanceIdentifier " +
    "SourceDBClusterIdentifier PromotionTier Domain DomainFqdn AssociatedRoles DomainOu " +
    "DBClusterSnapshotIdentifier RestoreTime CertificateRotationRestart NetworkType ReplicaMode " +
    "DomainDnsIps SourceRegion UseLatestRestorableTime CACertificateIdentifier " +
    "ManageMasterUserPassword SourceDbiResourceId AllowMajorVersionUpgrade " +
    "EnableIAMDatabaseAuthentication CustomIAMInstanceProfile EnableCloudwatchLogsExports " +
    "UseDefaultProcessorFeatures AutomaticBackupReplicationRetentionPeriod DBSystemId " +
    "TdeCredentialPassword ApplyImmediately",
  usageKeys: [
    "capacity_units_per_hr",
    "monthly_cpu_credit_hrs",
    "vcpu_count",
    "monthly_additional_performance_insights_requests",
    "additional_backup_storage_gb",
    "monthly_standard_io_requests",
    "reserved_instance_term.<1_year|3_year>",
    "reserved_instance_payment_option.<no_upfront|partial_upfront|all_upfront>",
  ],
  components: (input) => {
    const { properties, stack } = input;
    const named = (property: string, type: string, nameProperty: string) =>
      referred(stack, properties.value(property), type, nameProperty)?.properties;
    const cluster = named("DBClusterIdentifier", "AWS::RDS::DBCluster", "DBClusterIdentifier");
    const source = named("SourceDBInstanceIdentifier", "AWS::RDS::DBInstance", "DBInstanceIdentifier");
    const said = [properties, cluster, source].map((one) => one?.text("Engine")).find(Boolean);
    const engine = said?.toLowerCase() ?? UNKNOWN_ENGINE;
    const instanceClass = properties.text("DBInstanceClass");
    const isServerless = instanceClass === "db.serverless";
    const version = [properties, cluster, source].map((one) => one?.text("EngineVersion")).find(Boolean);
    const year = extendedSupportYear(engine, version, cluster ?? properties, input.now);
    const copies = properties.flag("MultiAZ") ? 2 : 1;
    return [
      ...(isServerless
        ? serverlessCapacity(cluster, year, input)
        : [
            instanceHours(instanceClass, engine, cluster, input),
            ...extendedSupport({ engine, year, instanceClass, property: "DBInstanceClass", copies }),
          ]),
      ...cpuCredits(instanceClass, engine, input),
      // Only Aurora is serverless, and its storage is the cluster's.
      ...(isAurora(engine) || (isServerless && engine === UNKNOWN_ENGINE)
        ? []
        : instanceStorage(engine, source, input)),
      ...publicAddresses(properties.flag("PubliclyAccessible"), 1),
      ...performanceInsights(instanceClass, input),
    ];
  },
};

function instanceHours(
  instanceClass: string | undefined,
  engine: string,
  cluster: PropertyReader | undefined,
  { properties, usage }: ModelInput,
): ComponentDraft {
  const term = usage.choice("reserved_instance_term");
  const deployment = properties.flag("MultiAZ") ? "Multi-AZ" : "Single-AZ";
  const isOptimised = cluster?.text("StorageType") === "aurora-iopt1";
  const option = (usage.choice("reserved_instance_payment_option") ?? "no_upfront").replaceAll("_", " ");
  const parts = [
    term ? "reserved" : "on-demand",
    ...(isAurora(engine) ? [] : [deployment]),
    instanceClass ?? "unknown class",
  ];
  const name = `Database instance (${parts.join(", ")})`;
  if (!instanceClass) return perHour({ name, count: null, property: "DBInstanceClass", price: null });
  const kind = isAurora(engine) ? (isOptimised ? "I/O-Optimized" : "Standard") : deployment;
  const reserved = term ? ` RI ${term.replace("_year", "yr")} ${option}` : "";
  return perHour({
    name,
    price:
      engine === UNKNOWN_ENGINE
        ? null
        : {
            service: isAurora(engine) ? "AmazonAurora" : "AmazonRDS",
            sku: `${instanceClass} ${instanceTitle(engine, properties.text("LicenseModel"))} ${kind}${reserved}`,
          },
  });
}

function cpuCredits(
  instanceClass: string | undefined,
  engine: string,
  { usage }: ModelInput,
): ComponentDraft[] {
  const hours = usage.get("monthly_cpu_credit_hrs");
  if (!hours || !/^db\.t(3|4g)\./.test(instanceClass ?? "")) return [];
  const vcpus = usage.get("vcpu_count")?.range ?? exactly(vcpusOf(instanceClass as string) ?? 0);
  return [
    perUsage({
      name: "CPU credits",
      unit: "vCPU-hours",
      price: {
        service: isAurora(engine) ? "AmazonAurora" : "AmazonRDS",
        sku: `${instanceClass?.split(".")[1]} CPU credits`,
      },
      usageKey: "monthly_cpu_credit_hrs",
      figure: combine(hours, vcpus, (credits, each) => credits.times(each)) as UsageFigure,
    }),
  ];
}

function performanceInsights(
  instanceClass: string | undefined,
  { properties, usage }: ModelInput,
): ComponentDraft[] {
  if (!properties.flag("EnablePerformanceInsights")) return [];
  const usageKey = "monthly_additional_performance_insights_requests";
  const isLongTerm = (properties.number("PerformanceInsightsRetentionPeriod") ?? 0) > FREE_INSIGHTS_DAYS;
  const family = instanceClass?.split(".")[1] ?? "";
  const isServerless = instanceClass === "db.serverless";
  const retention = perMonth({
    name: `Performance Insights Long Term Retention (${isServerless ? "serverless" : instanceClass})`,
    unit: isServerless ? "ACUs" : "vCPU-month",
    count: isServerless
      ? (usage.get("capacity_units_per_hr")?.range ?? null)
      : (instanceClass && vcpusOf(instanceClass)) || null,
    property: isServerless ? "capacity_units_per_hr" : "DBInstanceClass",
    price: { service: "AmazonRDS", sku: `Performance Insights retention ${family}` },
  });
  return [
    ...(isLongTerm ? [retention] : []),
    perUsage({
      name: "Performance Insights API",
      unit: "1000 requests",
      unitSize: 1000,
      price: { service: "AmazonRDS", sku: "Performance Insights API requests" },
      usageKey,
      figure: usage.get(usageKey),
    }),
  ];
}
