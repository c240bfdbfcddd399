import type { Count } from "../components";
import type { CostModel, ModelInput } from "../cost-model";
import { scalableBounds } from "../neighbours";
import { createPropertyReader } from "../properties";
import { type Range, sumRanges } from "../ranges";
import { capacity, dynamoDbPrice, requestUnits, storageAndBackups } from "./dynamodb-charges";
import { multiply } from "./ebs-charges";
import { scaledCapacity } from "./scaling";

/**
 * Covers request units (on demand: usage `monthly_write_request_units`, `monthly_read_request_units`; write
 * units include what the indexes take) or provisioned capacity of the table and its indexes, storage,
 * point-in-time recovery, on-demand backups, restores and stream reads. CloudFormation's default billing mode
 * is PROVISIONED. Capacity under Application Auto Scaling ranges from its minimum to its maximum; expected is
 * the minimum, or usage `capacity` of the scaling target. Not covered: contributor insights, Kinesis streams,
 * data transfer.
 */
export const dynamoDbTable: CostModel = {
  type: "AWS::DynamoDB::Table",
  service: "DynamoDB",
  neighbours: ["AWS::ApplicationAutoScaling::ScalableTarget whose ResourceId names the table or an index"],
  reads: [
    "TableName",
    "GlobalSecondaryIndexes[].IndexName",
    "BillingMode",
    "TableClass",
    "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
    "ProvisionedThroughput.WriteCapacityUnits",
    "ProvisionedThroughput.ReadCapacityUnits",
    "GlobalSecondaryIndexes[].ProvisionedThroughput.WriteCapacityUnits",
    "GlobalSecondaryIndexes[].ProvisionedThroughput.ReadCapacityUnits",
  ],
  notPriced: [
    "KinesisStreamSpecification",
    "ContributorInsightsSpecification.Enabled",
    "GlobalSecondaryIndexes[].ContributorInsightsSpecification.Enabled",
    "GlobalSecondaryIndexes[].WarmThroughput",
    "ImportSourceSpecification",
    "WarmThroughput",
    "VectorIndexes",
  ],
  withoutInfluence:
    "SSESpecification StreamSpecification ContributorInsightsSpecification.Mode " +
    "PointInTimeRecoverySpecification.RecoveryPeriodInDays AttributeDefinitions " +
    "GlobalSecondaryIndexes[].ContributorInsightsSpecification.Mode " +
    "GlobalSecondaryIndexes[].Projection GlobalSecondaryIndexes[].KeySchema " +
    "GlobalSecondaryIndexes[].OnDemandThroughput KeySchema LocalSecondaryIndexes " +
    "TimeToLiveSpecification OnDemandThroughput ResourcePolicy",
  usageKeys: [
    "monthly_write_request_units",
    "monthly_read_request_units",
    "storage_gb",
    "pitr_backup_storage_gb",
    "on_demand_backup_storage_gb",
    "monthly_data_restored_gb",
    "monthly_streams_read_request_units",
  ],
  components: (input) => {
    const { properties, usage } = input;
    const isInfrequent = properties.text("TableClass") === "STANDARD_INFREQUENT_ACCESS";
    const hasPitr = properties.flag("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled");
    const isOnDemand = properties.text("BillingMode") === "PAY_PER_REQUEST";
    return [
      ...(isOnDemand ? onDemand(input, isInfrequent) : provisioned(input, isInfrequent)),
      ...storageAndBackups(hasPitr, isInfrequent, usage),
    ];
  },
};

function onDemand({ usage }: ModelInput, isInfrequent: boolean) {
  const sku = (kind: string) =>
    isInfrequent ? `IA table ${kind} request units` : `on-demand ${kind} request units`;
  return [
    requestUnits(
      "Write request unit (WRU)",
      "WRUs",
      "monthly_write_request_units",
      dynamoDbPrice(sku("write")),
      usage,
    ),
    requestUnits(
      "Read request unit (RRU)",
      "RRUs",
      "monthly_read_request_units",
      dynamoDbPrice(sku("read")),
      usage,
    ),
  ];
}

function provisioned(input: ModelInput, isInfrequent: boolean) {
  const prefix = isInfrequent ? "IA table provisioned" : "provisioned";
  const units = (name: string, unit: string, kind: "Write" | "Read", sku: string) =>
    capacity(
      name,
      unit,
      unitsOf(input, kind),
      `ProvisionedThroughput.${kind}CapacityUnits`,
      dynamoDbPrice(sku),
    );
  const name = (title: string, unit: string, kind: "Write" | "Read") =>
    `${title} (${unit}${isScaled(input, kind) ? ", autoscaling" : ""})`;
  return [
    units(name("Write capacity unit", "WCU", "Write"), "WCU", "Write", `${prefix} WCU`),
    units(name("Read capacity unit", "RCU", "Read"), "RCU", "Read", `${prefix} RCU`),
  ];
}

function isScaled(input: ModelInput, kind: "Write" | "Read"): boolean {
  const name = input.properties.text("TableName");
  const dimension = `dynamodb:table:${kind}CapacityUnits`;
  return scalableBounds(input, dimension, name && `table/${name}`).length > 0;
}

/**
 * Units of the table and its indexes, within the bounds of Application Auto Scaling. A target names an index
 * by the name that only deployment gives the table, so targets of indexes are taken in order: their sum is
 * right when all indexes have one or share a capacity.
 */
function unitsOf(input: ModelInput, kind: "Write" | "Read"): Range | null {
  const { properties } = input;
  const property = `ProvisionedThroughput.${kind}CapacityUnits`;
  const name = properties.text("TableName");
  const bounds = (scope: "table" | "index", resourceId?: string) =>
    scalableBounds(input, `dynamodb:${scope}:${kind}CapacityUnits`, resourceId);
  const indexes = (properties.list("GlobalSecondaryIndexes") ?? []).map(createPropertyReader);
  const ofTable = scaledCapacity(properties.number(property), bounds("table", name && `table/${name}`)[0]);
  const unnamed = bounds("index");
  const ofIndexes = indexes.map((index, position) => {
    const indexId = name && `table/${name}/index/${index.text("IndexName")}`;
    const [bound] = unnamed.length > 0 ? unnamed.slice(position) : bounds("index", indexId);
    return scaledCapacity(index.number(property), bound);
  });
  const counts = [ofTable, ...ofIndexes];
  if (counts.some((count) => count === null)) return null;
  return sumRanges(counts.map((count) => multiply(count as Count, 1)));
}
