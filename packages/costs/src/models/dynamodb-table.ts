import type { CostModel, ModelInput } from "../cost-model";
import { createPropertyReader } from "../properties";
import { capacity, dynamoDbPrice, requestUnits, storageAndBackups } from "./dynamodb-charges";

/**
 * Covers request units (on demand: usage `monthly_write_request_units`, `monthly_read_request_units`; write units
 * include what the indexes take) or provisioned capacity of the table and its indexes, storage, point-in-time recovery,
 * on-demand backups, restores and stream reads. CloudFormation's default billing mode is PROVISIONED.
 * Not covered: autoscaling above the declared capacity, contributor insights, Kinesis streams, data transfer.
 */
export const dynamoDbTable: CostModel = {
  type: "AWS::DynamoDB::Table",
  service: "DynamoDB",
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

function provisioned({ properties }: ModelInput, isInfrequent: boolean) {
  const prefix = isInfrequent ? "IA table provisioned" : "provisioned";
  const indexes = (properties.list("GlobalSecondaryIndexes") ?? []).map((index) =>
    createPropertyReader(index),
  );
  const units = (name: string, unit: string, kind: "Write" | "Read", sku: string) => {
    const property = `ProvisionedThroughput.${kind}CapacityUnits`;
    const counts = [properties, ...indexes].map((holder) => holder.number(property));
    const total = counts.reduce<number | undefined>(
      (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
      0,
    );
    return capacity(name, unit, total, property, dynamoDbPrice(sku));
  };
  return [
    units("Write capacity unit (WCU)", "WCU", "Write", `${prefix} WCU`),
    units("Read capacity unit (RCU)", "RCU", "Read", `${prefix} RCU`),
  ];
}
