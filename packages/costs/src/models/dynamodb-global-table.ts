import { perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { createPropertyReader, type PropertyReader } from "../properties";
import { capacity, dynamoDbPrice, requestUnits, storageAndBackups } from "./dynamodb-charges";

/**
 * Covers writes, which with two or more replicas are replicated writes charged in each replica's region (usage
 * `monthly_write_request_units`), and reads and storage of the replica in the stack's own region.
 * Not covered: reads, storage and backups of the other replicas, data transfer between regions, autoscaling above the
 * minimum capacity.
 */
export const dynamoDbGlobalTable: CostModel = {
  type: "AWS::DynamoDB::GlobalTable",
  service: "DynamoDB",
  components: (input) => {
    const replicas = (input.properties.list("Replicas") ?? []).map(createPropertyReader);
    const own = replicas.find((replica) => replica.text("Region") === input.region) ?? replicas[0];
    const isOnDemand = input.properties.text("BillingMode") === "PAY_PER_REQUEST";
    const regions = replicas.map((replica) => replica.text("Region") ?? input.region);
    const isInfrequent = own?.text("TableClass") === "STANDARD_INFREQUENT_ACCESS";
    return [
      ...(regions.length > 1
        ? replicatedWrites(input, regions, isOnDemand)
        : [singleWrites(input, isOnDemand)]),
      reads(input, own, isOnDemand),
      ...storageAndBackups(
        own?.flag("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled") ?? false,
        isInfrequent,
        input.usage,
      ),
    ];
  },
};

const WRITE_MINIMUM = "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.MinCapacity";

function singleWrites(input: ModelInput, isOnDemand: boolean): ComponentDraft {
  return isOnDemand
    ? requestUnits(
        "Write request unit (WRU)",
        "WRUs",
        "monthly_write_request_units",
        dynamoDbPrice("on-demand write request units"),
        input.usage,
      )
    : capacity(
        "Write capacity unit (WCU)",
        "WCU",
        input.properties.number(WRITE_MINIMUM),
        WRITE_MINIMUM,
        dynamoDbPrice("provisioned WCU"),
      );
}

function replicatedWrites(input: ModelInput, regions: string[], isOnDemand: boolean): ComponentDraft[] {
  const usageKey = "monthly_write_request_units";
  return regions.map((region) =>
    isOnDemand
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
          input.properties.number(WRITE_MINIMUM),
          WRITE_MINIMUM,
          dynamoDbPrice("global table replicated provisioned WCU", region),
        ),
  );
}

function reads(input: ModelInput, own: PropertyReader | undefined, isOnDemand: boolean): ComponentDraft {
  const minimum = "ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.MinCapacity";
  const fixed = "ReadProvisionedThroughputSettings.ReadCapacityUnits";
  return isOnDemand
    ? requestUnits(
        "Read request unit (RRU)",
        "RRUs",
        "monthly_read_request_units",
        dynamoDbPrice("on-demand read request units"),
        input.usage,
      )
    : capacity(
        "Read capacity unit (RCU)",
        "RCU",
        own?.number(fixed) ?? own?.number(minimum),
        minimum,
        dynamoDbPrice("provisioned RCU"),
      );
}
