import { perHour, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";

/** Name, usage key, SKU in the price book. Infracost's names and keys. */
const ON_DEMAND = [
  ["Data ingested", "monthly_on_demand_data_in_gb", "data in"],
  ["Data retrieval", "monthly_on_demand_data_out_gb", "data out"],
  ["Enhanced Fan Out (EFO) Data retrieval", "monthly_on_demand_efo_data_out_gb", "enhanced fan-out data out"],
  ["Extended retention 24H to 7D)", "monthly_on_demand_extended_retention_gb", "retention 24 h to 7 d"],
  ["Extended retention 7D+", "monthly_on_demand_long_term_retention_gb", "retention over 7 d"],
] as const;

/**
 * Covers an on-demand stream's hours and data, or a provisioned one's shard hours and put units.
 * Not covered: enhanced fan-out and retention of provisioned streams, on-demand advantage.
 */
export const kinesisStream: CostModel = {
  type: "AWS::Kinesis::Stream",
  service: "Kinesis",
  reads: ["StreamModeDetails.StreamMode", "ShardCount"],
  usageKeys: [...ON_DEMAND.map(([, usageKey]) => usageKey), "monthly_provisioned_put_units"],
  components: (input) =>
    input.properties.text("StreamModeDetails.StreamMode") === "ON_DEMAND"
      ? onDemand(input)
      : provisioned(input),
};

function onDemand({ usage }: ModelInput): ComponentDraft[] {
  return [
    perHour({ name: "ON_DEMAND", price: kinesis("on-demand stream hour") }),
    ...ON_DEMAND.map(([name, usageKey, sku]) =>
      perUsage({
        name,
        unit: "GB",
        price: kinesis(`on-demand ${sku}`),
        usageKey,
        figure: usage.get(usageKey),
      }),
    ),
  ];
}

function provisioned({ properties, usage }: ModelInput): ComponentDraft[] {
  return [
    perHour({
      name: "PROVISIONED",
      count: properties.number("ShardCount") ?? (properties.has("ShardCount") ? null : 1),
      property: "ShardCount",
      price: kinesis("shard hour"),
    }),
    perUsage({
      name: "Put request unit",
      unit: "units",
      price: kinesis("PUT payload units"),
      usageKey: "monthly_provisioned_put_units",
      figure: usage.get("monthly_provisioned_put_units"),
    }),
  ];
}

function kinesis(sku: string): PriceKey {
  return { service: "AmazonKinesis", sku };
}
