import type { Stack } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import { environmentTags } from "../../constructs/create-stack";
import { keepData } from "../../constructs/keep-data";
import type { BlueprintContext } from "../../model/blueprint";
import { type DataSettings, replicaRegions } from "./settings";
import { type TableDefinition, tableName } from "./tables";

const key = (attributeName: string, keyType: "HASH" | "RANGE") => ({ attributeName, keyType });

/**
 * A table that can be copied to other regions: with its home region only it is, and costs, what a plain table
 * is, and copies come and go without replacing it. DynamoDB adds or removes one copy in an update.
 */
export function addTable(
  stack: Stack,
  table: TableDefinition,
  data: DataSettings,
  context: BlueprintContext,
): dynamodb.CfnGlobalTable {
  const attributes = [
    "PK",
    ...(table.hasSortKey ? ["SK"] : []),
    ...(table.hasIndex ? ["GSI1PK", "GSI1SK"] : []),
  ];
  const copies = replicaRegions(data);
  const resource = new dynamodb.CfnGlobalTable(stack, table.logicalId, {
    tableName: tableName(context.environmentName, table),
    billingMode: data.billing === "provisioned" ? "PROVISIONED" : "PAY_PER_REQUEST",
    attributeDefinitions: attributes.map((attributeName) => ({ attributeName, attributeType: "S" })),
    keySchema: [key("PK", "HASH"), ...(table.hasSortKey ? [key("SK", "RANGE")] : [])],
    globalSecondaryIndexes: table.hasIndex
      ? [
          {
            indexName: "GSI1",
            keySchema: [key("GSI1PK", "HASH"), key("GSI1SK", "RANGE")],
            projection: { projectionType: "ALL" },
            writeProvisionedThroughputSettings: writeCapacity(data),
          },
        ]
      : undefined,
    timeToLiveSpecification: table.ttlAttribute
      ? { attributeName: table.ttlAttribute, enabled: true }
      : undefined,
    // The copies are made from the stream.
    streamSpecification: copies.length > 0 ? { streamViewType: "NEW_AND_OLD_IMAGES" } : undefined,
    sseSpecification: { sseEnabled: true, sseType: "KMS" },
    writeProvisionedThroughputSettings: writeCapacity(data),
    replicas: [context.region, ...copies].map((region) => replica(region, table, data, context)),
  });
  // A protected table cannot be deleted, so that a stack that tried would end in DELETE_FAILED.
  keepData(resource, context.stage === "prod" || data.deletionProtection);
  return resource;
}

/** Tags belong to each copy, so CDK's own tagging does not reach them. */
function replica(
  region: string,
  table: TableDefinition,
  data: DataSettings,
  context: BlueprintContext,
): dynamodb.CfnGlobalTable.ReplicaSpecificationProperty {
  return {
    region,
    tableClass: "STANDARD",
    deletionProtectionEnabled: data.deletionProtection,
    pointInTimeRecoverySpecification: data.pointInTimeRecovery
      ? { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: data.recoveryDays }
      : { pointInTimeRecoveryEnabled: false },
    readProvisionedThroughputSettings: readCapacity(data),
    globalSecondaryIndexes:
      table.hasIndex && data.billing === "provisioned"
        ? [{ indexName: "GSI1", readProvisionedThroughputSettings: readCapacity(data) }]
        : undefined,
    tags: Object.entries(environmentTags(context)).map(([name, value]) => ({ key: name, value })),
  };
}

function writeCapacity(data: DataSettings) {
  if (data.billing !== "provisioned") return undefined;
  return {
    writeCapacityAutoScalingSettings: {
      minCapacity: data.minWriteUnits,
      maxCapacity: data.maxWriteUnits,
      targetTrackingScalingPolicyConfiguration: { targetValue: data.targetUtilization },
    },
  };
}

function readCapacity(data: DataSettings) {
  if (data.billing !== "provisioned") return undefined;
  return {
    readCapacityAutoScalingSettings: {
      minCapacity: data.minReadUnits,
      maxCapacity: data.maxReadUnits,
      targetTrackingScalingPolicyConfiguration: { targetValue: data.targetUtilization },
    },
  };
}
