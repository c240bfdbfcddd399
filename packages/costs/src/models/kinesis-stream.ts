import { perHour, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";

/** Name, usage key. Infracost's names and keys. */
const ON_DEMAND = [
  ["Data ingested", "monthly_on_demand_data_in_gb"],
  ["Data retrieval", "monthly_on_demand_data_out_gb"],
  ["Enhanced Fan Out (EFO) Data retrieval", "monthly_on_demand_efo_data_out_gb"],
  ["Extended retention (24H to 7D)", "monthly_on_demand_extended_retention_gb"],
  ["Long term retention (7D+)", "monthly_on_demand_long_term_retention_gb"],
] as const;

/** Name, unit, usage key. */
const PROVISIONED = [
  ["Put request unit", "units", "monthly_provisioned_put_units"],
  ["Extended retention (24H to 7D)", "GB", "monthly_provisioned_extended_retention_gb"],
  ["Long term retention (7D+)", "GB", "monthly_provisioned_long_term_retention_gb"],
  ["Extended retention retrieval (7D+)", "GB", "monthly_provisioned_long_term_retrieval_gb"],
  ["Enhanced Fan Out (EFO) Data retrieval", "GB", "monthly_provisioned_efo_data_out_gb"],
  ["Enhanced Fan Out (EFO)", "consumer-shard hour", "monthly_provisioned_efo_consumer_hours"],
] as const;

/**
 * Covers an on-demand stream's hours and data, or a provisioned one's shard hours, put units, retention and enhanced fan-out. No source
 * has priced them, so they are listed without a price.
 * Not covered: on-demand advantage.
 */
export const kinesisStream: CostModel = {
  type: "AWS::Kinesis::Stream",
  service: "Kinesis",
  reads: ["StreamModeDetails.StreamMode", "ShardCount"],
  usageKeys: [...ON_DEMAND.map(([, usageKey]) => usageKey), ...PROVISIONED.map(([, , usageKey]) => usageKey)],
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
    ...PROVISIONED.map(([name, unit, usageKey]) =>
      perUsage({ name, unit, price: null, usageKey, figure: usage.get(usageKey) }),
    ),
  ];
}
