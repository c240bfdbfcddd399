import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers copies of management events beyond the first, which is free (usage `monthly_additional_management_events`), data events
 * (`monthly_data_events`) and, where the trail selects them, insight events (`monthly_insight_events`).
 * Not covered: the bucket and log group it writes to, CloudTrail Lake, network activity events.
 */
export const cloudTrailTrail: CostModel = {
  type: "AWS::CloudTrail::Trail",
  service: "CloudTrail",
  reads: ["InsightSelectors[]"],
  usageKeys: ["monthly_additional_management_events", "monthly_data_events", "monthly_insight_events"],
  components: ({ properties, usage }) => {
    const charge = (name: string, usageKey: string, sku: string) =>
      perUsage({
        name,
        unit: "100k events",
        unitSize: 100_000,
        price: { service: "AWSCloudTrail", sku },
        usageKey,
        figure: usage.get(usageKey),
      });
    const hasInsights = (properties.list("InsightSelectors")?.length ?? 0) > 0;
    return [
      charge(
        "Management events (additional copies)",
        "monthly_additional_management_events",
        "management events, additional copies",
      ),
      charge("Data events", "monthly_data_events", "data events"),
      ...(hasInsights ? [charge("Insight events", "monthly_insight_events", "insight events")] : []),
    ];
  },
};
