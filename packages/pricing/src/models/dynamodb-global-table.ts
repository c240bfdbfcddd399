import { type Count, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { createPropertyReader, type PropertyReader } from "../properties";
import { sumRanges } from "../ranges";
import type { UsageReader } from "../usage";
import { capacity, dynamoDbPrice, requestUnits, storageAndBackups } from "./dynamodb-charges";
import { multiply } from "./ebs-charges";
import { scaledCount } from "./scaling";

const WRITES = "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings";
const READS = "ReadProvisionedThroughputSettings";

/**
 * Covers writes, which with two or more replicas are replicated writes charged in each replica's region
 * (usage `monthly_write_request_units`), or provisioned capacity of the table and its indexes: what scaling
 * keeps on average (usage `write_capacity_units`, `read_capacity_units`, `read_capacity_units.<region>`),
 * else between its bounds; reads and backups of the replica in the stack's own region; and, for every other
 * replica, its storage (the same data, usage `storage_gb`), its recovery storage when on, and its reads
 * (`monthly_read_request_units.<region>`). Not covered: data transfer between regions, a witness of strong
 * consistency, contributor insights.
 */
export const dynamoDbGlobalTable: CostModel = {
  type: "AWS::DynamoDB::GlobalTable",
  service: "DynamoDB",
  reads: [
    "BillingMode",
    "Replicas[].Region",
    "Replicas[].TableClass",
    "Replicas[].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
    "Replicas[].ReadProvisionedThroughputSettings.ReadCapacityUnits",
    "Replicas[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.MinCapacity",
    "Replicas[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.MaxCapacity",
    "Replicas[].GlobalSecondaryIndexes[].ReadProvisionedThroughputSettings.ReadCapacityUnits",
    "Replicas[].GlobalSecondaryIndexes[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.MinCapacity",
    "Replicas[].GlobalSecondaryIndexes[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.MaxCapacity",
    "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MinCapacity",
    "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MaxCapacity",
    "GlobalSecondaryIndexes[].WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MinCapacity",
    "GlobalSecondaryIndexes[].WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MaxCapacity",
  ],
  notPriced: [
    "Replicas[].KinesisStreamSpecification",
    "Replicas[].ContributorInsightsSpecification.Enabled",
    "Replicas[].GlobalSecondaryIndexes[].ContributorInsightsSpecification.Enabled",
    "GlobalSecondaryIndexes[].WarmThroughput",
    "GlobalSecondaryIndexes[].ReadProvisionedThroughputSettings",
    "WarmThroughput",
    "VectorIndexes",
    "GlobalTableWitnesses",
    "ReadProvisionedThroughputSettings",
  ],
  withoutInfluence:
    "SSESpecification AttributeDefinitions StreamSpecification GlobalSecondaryIndexes[].Projection " +
    "GlobalSecondaryIndexes[].KeySchema " +
    "GlobalSecondaryIndexes[].WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.SeedCapacity " +
    "GlobalSecondaryIndexes[].WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.TargetTrackingScalingPolicyConfiguration " +
    "GlobalSecondaryIndexes[].ReadOnDemandThroughputSettings " +
    "GlobalSecondaryIndexes[].WriteOnDemandThroughputSettings KeySchema LocalSecondaryIndexes " +
    "Replicas[].SSESpecification Replicas[].ContributorInsightsSpecification.Mode " +
    "Replicas[].GlobalSecondaryIndexes[].ContributorInsightsSpecification.Mode " +
    "Replicas[].GlobalSecondaryIndexes[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.SeedCapacity " +
    "Replicas[].GlobalSecondaryIndexes[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.TargetTrackingScalingPolicyConfiguration " +
    "Replicas[].GlobalSecondaryIndexes[].ReadOnDemandThroughputSettings " +
    "Replicas[].PointInTimeRecoverySpecification.RecoveryPeriodInDays " +
    "Replicas[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.SeedCapacity " +
    "Replicas[].ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.TargetTrackingScalingPolicyConfiguration " +
    "Replicas[].GlobalTableSettingsReplicationMode Replicas[].ReplicaStreamSpecification " +
    "Replicas[].ResourcePolicy Replicas[].ReadOnDemandThroughputSettings " +
    "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.SeedCapacity " +
    "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.TargetTrackingScalingPolicyConfiguration " +
    "TimeToLiveSpecification MultiRegionConsistency WriteOnDemandThroughputSettings " +
    "ReadOnDemandThroughputSettings",
  usageKeys: [
    "monthly_write_request_units",
    "monthly_read_request_units",
    "monthly_read_request_units.<region>",
    "write_capacity_units",
    "read_capacity_units",
    "read_capacity_units.<region>",
    "storage_gb",
    "pitr_backup_storage_gb",
    "on_demand_backup_storage_gb",
    "monthly_data_restored_gb",
    "monthly_streams_read_request_units",
  ],
  components: (input) => {
    const replicas = (input.properties.list("Replicas") ?? []).map(createPropertyReader);
    const own = replicas.find((replica) => replica.text("Region") === input.region) ?? replicas[0];
    const isOnDemand = input.properties.text("BillingMode") === "PAY_PER_REQUEST";
    const regions = replicas.map((replica) => replica.text("Region") ?? input.region);
    return [
      ...(regions.length > 1
        ? regions.map((region) => replicatedWrites(input, region, isOnDemand))
        : [singleWrites(input, isOnDemand)]),
      reads(own, isOnDemand, input),
      ...storageAndBackups(hasRecovery(own), isInfrequent(own), input.usage),
      ...replicas
        .filter((replica) => replica !== own)
        .flatMap((replica) => replicaCharges(replica, isOnDemand, input)),
    ];
  },
};

function hasRecovery(replica: PropertyReader | undefined): boolean {
  return replica?.flag("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled") ?? false;
}

function isInfrequent(replica: PropertyReader | undefined): boolean {
  return replica?.text("TableClass") === "STANDARD_INFREQUENT_ACCESS";
}

function singleWrites(input: ModelInput, isOnDemand: boolean): ComponentDraft {
  const price = (sku: string) => dynamoDbPrice(sku);
  return isOnDemand
    ? requestUnits(
        "Write request unit (WRU)",
        "WRUs",
        "monthly_write_request_units",
        price("on-demand write request units"),
        input.usage,
      )
    : capacity(
        "Write capacity unit (WCU)",
        "WCU",
        writeCapacity(input),
        `${WRITES}.MinCapacity`,
        price("provisioned WCU"),
      );
}

function replicatedWrites(input: ModelInput, region: string, isOnDemand: boolean): ComponentDraft {
  const usageKey = "monthly_write_request_units";
  return isOnDemand
    ? perUsage({
        name: `Global table (${region}): Replicated write request unit (rWRU)`,
        unit: "rWRU",
        price: dynamoDbPrice("global table replicated write request units", region),
        usageKey,
        figure: input.usage.get(usageKey),
      })
    : capacity(
        `Global table (${region}): Replicated write capacity unit (rWCU)`,
        "rWCU",
        writeCapacity(input),
        `${WRITES}.MinCapacity`,
        dynamoDbPrice("global table replicated provisioned WCU", region),
      );
}

/** Capacity of the table and its indexes; none when one of them is not known. */
function writeCapacity({ properties, usage }: ModelInput): Count | null {
  const stated = usage.get("write_capacity_units");
  if (stated) return stated.range;
  const holders = [
    properties,
    ...(properties.list("GlobalSecondaryIndexes") ?? []).map(createPropertyReader),
  ];
  return sumCounts(
    holders.map((holder) =>
      scaledCount(undefined, holder.number(`${WRITES}.MinCapacity`), holder.number(`${WRITES}.MaxCapacity`)),
    ),
  );
}

function readCapacity(
  replica: PropertyReader | undefined,
  usage: UsageReader,
  usageKey: string,
): Count | null {
  const stated = usage.get(usageKey);
  if (stated) return stated.range;
  const indexes = (replica?.list("GlobalSecondaryIndexes") ?? []).map(createPropertyReader);
  const scaling = `${READS}.ReadCapacityAutoScalingSettings`;
  return sumCounts(
    [replica, ...indexes].map((holder) => {
      const fixed = holder?.number(`${READS}.ReadCapacityUnits`);
      return (
        fixed ??
        scaledCount(
          undefined,
          holder?.number(`${scaling}.MinCapacity`),
          holder?.number(`${scaling}.MaxCapacity`),
        )
      );
    }),
  );
}

function sumCounts(counts: (Count | null)[]): Count | null {
  if (counts.some((count) => count === null)) return null;
  return sumRanges(counts.map((count) => multiply(count as Count, 1)));
}

function reads(
  replica: PropertyReader | undefined,
  isOnDemand: boolean,
  { usage }: ModelInput,
): ComponentDraft {
  return isOnDemand
    ? requestUnits(
        "Read request unit (RRU)",
        "RRUs",
        "monthly_read_request_units",
        dynamoDbPrice("on-demand read request units"),
        usage,
      )
    : capacity(
        "Read capacity unit (RCU)",
        "RCU",
        readCapacity(replica, usage, "read_capacity_units"),
        `Replicas.${READS}`,
        dynamoDbPrice("provisioned RCU"),
      );
}

/** Reads and storage of a replica elsewhere, at the prices of its region. */
function replicaCharges(
  replica: PropertyReader,
  isOnDemand: boolean,
  { usage, region }: ModelInput,
): ComponentDraft[] {
  const home = replica.text("Region") ?? region;
  const label = `Global table (${home})`;
  const readKey = `monthly_read_request_units.${home}`;
  const gigabytes = (name: string, usageKey: string, sku: string) =>
    perUsage({
      name: `${label}: ${name}`,
      unit: "GB",
      price: dynamoDbPrice(sku, home),
      usageKey,
      figure: usage.get(usageKey),
    });
  const read = isOnDemand
    ? requestUnits(
        `${label}: Read request unit (RRU)`,
        "RRUs",
        readKey,
        dynamoDbPrice("on-demand read request units", home),
        usage,
      )
    : capacity(
        `${label}: Read capacity unit (RCU)`,
        "RCU",
        readCapacity(replica, usage, `read_capacity_units.${home}`),
        `Replicas.${READS}`,
        dynamoDbPrice("provisioned RCU", home),
      );
  return [
    read,
    gigabytes("Data storage", "storage_gb", isInfrequent(replica) ? "IA table storage" : "storage"),
    ...(hasRecovery(replica)
      ? [
          gigabytes(
            "Point-In-Time Recovery (PITR) backup storage",
            "pitr_backup_storage_gb",
            "PITR backup storage",
          ),
        ]
      : []),
  ];
}
