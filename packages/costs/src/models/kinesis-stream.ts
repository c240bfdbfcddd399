import { perHour, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";

/** Name, usage key. Infracost's names and keys. */
const ON_DEMAND = [
  ["Data ingested", "monthly_on_demand_data_in_gb"],
  ["Data retrieval", "monthly_on_demand_data_out_gb"],
  ["Enhanced Fan Out (EFO) Data retrieval", "monthly_on_demand_efo_data_out_gb"],
  ["Extended retention 24H to 7D)", "monthly_on_demand_extended_retention_gb"],
  ["Extended retention 7D+", "monthly_on_demand_long_term_retention_gb"],
] as const;

/**
 * Covers an on-demand stream's hours and data, or a provisioned one's shard hours and put units. No source has priced them, so they are
 * listed without a price.
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
    perHour({ name: "ON_DEMAND", price: null }),
    ...ON_DEMAND.map(([name, usageKey]) =>
      perUsage({ name, unit: "GB", price: null, usageKey, figure: usage.get(usageKey) }),
    ),
  ];
}

function provisioned({ properties, usage }: ModelInput): ComponentDraft[] {
  return [
    perHour({
      name: "PROVISIONED",
      count: properties.number("ShardCount") ?? (properties.has("ShardCount") ? null : 1),
      property: "ShardCount",
      price: null,
    }),
    perUsage({
      name: "Put request unit",
      unit: "units",
      price: null,
      usageKey: "monthly_provisioned_put_units",
      figure: usage.get("monthly_provisioned_put_units"),
    }),
  ];
}
