import { perHour, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { notPriced } from "../not-priced";
import type { PriceKey } from "../price-book";

/** Name, usage key, SKU in the price book. Infracost's names and keys. */
const ON_DEMAND = [
  ["Data ingested", "monthly_on_demand_data_in_gb", "data in"],
  ["Data retrieval", "monthly_on_demand_data_out_gb", "data out"],
  ["Enhanced Fan Out (EFO) Data retrieval", "monthly_on_demand_efo_data_out_gb", "enhanced fan-out data out"],
  ["Extended retention (24H to 7D)", "monthly_on_demand_extended_retention_gb", "retention 24 h to 7 d"],
  ["Long term retention (7D+)", "monthly_on_demand_long_term_retention_gb", "retention over 7 d"],
] as const;

/** Name, unit, usage key, SKU in the price book. */
const PROVISIONED = [
  ["Put request unit", "units", "monthly_provisioned_put_units", "PUT payload units"],
  [
    "Extended retention (24H to 7D)",
    "GB",
    "monthly_provisioned_extended_retention_gb",
    "provisioned retention 24 h to 7 d",
  ],
  [
    "Long term retention (7D+)",
    "GB",
    "monthly_provisioned_long_term_retention_gb",
    "provisioned retention over 7 d",
  ],
  [
    "Extended retention retrieval (7D+)",
    "GB",
    "monthly_provisioned_long_term_retrieval_gb",
    "provisioned retrieval over 7 d",
  ],
  [
    "Enhanced Fan Out (EFO) Data retrieval",
    "GB",
    "monthly_provisioned_efo_data_out_gb",
    "provisioned enhanced fan-out data out",
  ],
  [
    "Enhanced Fan Out (EFO)",
    "consumer-shard hour",
    "monthly_provisioned_efo_consumer_hours",
    "provisioned enhanced fan-out consumer-shard hour",
  ],
] as const;

/**
 * What a stream keeps at no charge, and the most that it keeps:
 * https://aws.amazon.com/kinesis/data-streams/pricing/.
 */
const INCLUDED_HOURS = 24;
const LONGEST_HOURS = 8760;

/**
 * Covers an on-demand stream's hours and data, or a provisioned one's shard hours, put units, retention and
 * enhanced fan-out. Not covered: on-demand advantage.
 */
export const kinesisStream: CostModel = {
  type: "AWS::Kinesis::Stream",
  service: "Kinesis",
  reads: ["RetentionPeriodHours", "StreamModeDetails.StreamMode", "ShardCount"],
  notPriced: ["DesiredShardLevelMetrics", "WarmThroughputMiBps"],
  withoutInfluence: "StreamEncryption MaxRecordSizeInKiB",
  usageKeys: [...ON_DEMAND.map(([, usageKey]) => usageKey), ...PROVISIONED.map(([, , usageKey]) => usageKey)],
  components: (input) => [
    ...(input.properties.text("StreamModeDetails.StreamMode") === "ON_DEMAND"
      ? onDemand(input)
      : provisioned(input)),
    ...retention(input),
  ],
};

/** Records kept longer than a day are charged by what usage says of them; until it does they are named. */
function retention({ properties, usage }: ModelInput): ComponentDraft[] {
  const hours =
    properties.number("RetentionPeriodHours") ??
    (properties.has("RetentionPeriodHours") ? LONGEST_HOURS : INCLUDED_HOURS);
  const isKnown = [...ON_DEMAND.map(([, key]) => key), ...PROVISIONED.map(([, , key]) => key)].some(
    (key) => /retention_gb$/.test(key) && usage.get(key),
  );
  return hours > INCLUDED_HOURS && !isKnown ? [notPriced("RetentionPeriodHours")] : [];
}

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
    ...PROVISIONED.map(([name, unit, usageKey, sku]) =>
      perUsage({ name, unit, price: kinesis(sku), usageKey, figure: usage.get(usageKey) }),
    ),
  ];
}

function kinesis(sku: string): PriceKey {
  return { service: "AmazonKinesis", sku };
}
