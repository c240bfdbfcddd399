import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a stream that keeps records for two days names it until usage says how much they are",
      properties: { ShardCount: 1, RetentionPeriodHours: 48 },
      parts: [[730, "0.0185"]],
      unpriced: { "Not priced: RetentionPeriodHours": 1 },
    },
    {
      what: "a stream of two shards, whose long retention no source has priced in Seoul",
      properties: { ShardCount: 2 },
      usage: { monthly_provisioned_long_term_retention_gb: 30, monthly_provisioned_efo_consumer_hours: 100 },
      parts: [
        [1460, "0.0185"],
        [100, "0.0185"],
      ],
      unpriced: { "Long term retention (7D+)": 30 },
    },
    {
      what: "four shards in Virginia and 6.5M put units (Infracost: kinesis_stream.test_stream_provisioned_with_usage)",
      region: "us-east-1",
      properties: { ShardCount: 4 },
      usage: {
        monthly_provisioned_put_units: 6_500_000,
        monthly_provisioned_extended_retention_gb: 100,
        monthly_provisioned_long_term_retention_gb: 100,
        monthly_provisioned_long_term_retrieval_gb: 100,
        monthly_provisioned_efo_data_out_gb: 100,
        monthly_provisioned_efo_consumer_hours: 100,
      },
      parts: [["43.80"], ["6.5", "0.014"], [2], ["2.3"], ["2.1"], ["1.3"], ["1.5"]],
    },
    {
      what: "an on-demand stream in Virginia",
      region: "us-east-1",
      properties: { StreamModeDetails: { StreamMode: "ON_DEMAND" } },
      usage: {
        monthly_on_demand_data_in_gb: 200,
        monthly_on_demand_data_out_gb: 300,
        monthly_on_demand_efo_data_out_gb: 20,
        monthly_on_demand_extended_retention_gb: 10,
        monthly_on_demand_long_term_retention_gb: 5,
      },
      parts: [["29.20"], [200, "0.08"], [300, "0.04"], [20, "0.05"], [10, "0.1"], [5, "0.023"]],
    },
  ],
  variants: [{ RetentionPeriodHours: 48 }, { StreamModeDetails: { StreamMode: "ON_DEMAND" } }],
} satisfies TypeCases;
