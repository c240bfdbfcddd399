import { perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { createPropertyReader, type PropertyReader } from "../properties";

/**
 * Covers copies of management events beyond the first, which is free (usage
 * `monthly_additional_management_events`), unless the trail's selectors leave them out; data events
 * (`monthly_data_events`); and, where the trail selects them or usage counts them, insight events
 * (`monthly_insight_events`). Not covered: the bucket and log group it writes to, CloudTrail Lake, network
 * activity events.
 */
export const cloudTrailTrail: CostModel = {
  type: "AWS::CloudTrail::Trail",
  service: "CloudTrail",
  reads: [
    "InsightSelectors[]",
    "EventSelectors[].IncludeManagementEvents",
    "AdvancedEventSelectors[].FieldSelectors[].Field",
    "AdvancedEventSelectors[].FieldSelectors[].Equals[]",
  ],
  notPriced: ["AggregationConfigurations"],
  withoutInfluence:
    "IncludeGlobalServiceEvents EventSelectors[].ReadWriteType " +
    "EventSelectors[].ExcludeManagementEventSources EventSelectors[].DataResources S3KeyPrefix " +
    "AdvancedEventSelectors[].FieldSelectors[].NotStartsWith " +
    "AdvancedEventSelectors[].FieldSelectors[].NotEndsWith " +
    "AdvancedEventSelectors[].FieldSelectors[].StartsWith " +
    "AdvancedEventSelectors[].FieldSelectors[].EndsWith " +
    "AdvancedEventSelectors[].FieldSelectors[].NotEquals IsOrganizationTrail IsMultiRegionTrail " +
    "EnableLogFileValidation IsLogging",
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
    const hasInsights =
      (properties.list("InsightSelectors")?.length ?? 0) > 0 || usage.get("monthly_insight_events") !== null;
    const hasManagement =
      selectsManagement(properties) || usage.get("monthly_additional_management_events") !== null;
    return [
      ...(hasManagement
        ? [
            charge(
              "Management events (additional copies)",
              "monthly_additional_management_events",
              "management events, additional copies",
            ),
          ]
        : []),
      charge("Data events", "monthly_data_events", "data events"),
      ...(hasInsights ? [charge("Insight events", "monthly_insight_events", "insight events")] : []),
    ];
  },
};

/** A trail has management events unless each of its selectors leaves them out. */
function selectsManagement(properties: PropertyReader): boolean {
  const readers = (property: string) => properties.list(property)?.map(createPropertyReader);
  const advanced = readers("AdvancedEventSelectors");
  if (advanced) return advanced.some(isOfManagement);
  const selectors = readers("EventSelectors") ?? [];
  return (
    selectors.length === 0 ||
    selectors.some((one) => !one.has("IncludeManagementEvents") || one.flag("IncludeManagementEvents"))
  );
}

function isOfManagement(selector: PropertyReader): boolean {
  return (selector.list("FieldSelectors") ?? [])
    .map(createPropertyReader)
    .some((field) => field.text("Field") === "eventCategory" && field.list("Equals")?.includes("Management"));
}
