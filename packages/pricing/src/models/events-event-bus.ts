import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

const SERVICE = "AmazonEventBridge";
const MILLION = 1_000_000;

/**
 * Covers events put on the bus (64 KB each; usage `monthly_custom_events`, `monthly_third_party_events`) and
 * schema discovery (`monthly_schema_discovery_events`). Events of AWS services are free; delivery to targets
 * in the account is free. Archive usage may be given on the bus, as Infracost has it, or on the archive
 * itself. Not covered: cross-region delivery, pipes, API destinations, the scheduler.
 */
export const eventsEventBus: CostModel = {
  type: "AWS::Events::EventBus",
  service: "EventBridge",
  reads: [],
  neighbours: ["AWS::Events::Archive anywhere in the stack"],
  withoutInfluence: "Policy DeadLetterConfig LogConfig",
  usageKeys: [
    "monthly_custom_events",
    "monthly_third_party_events",
    "monthly_archive_processing_gb",
    "archive_storage_gb",
    "monthly_schema_discovery_events",
  ],
  components: ({ usage, stack }) => {
    const charge = (name: string, unit: string, unitSize: number, usageKey: string, sku: string) =>
      perUsage({
        name,
        unit,
        unitSize,
        price: { service: SERVICE, sku },
        usageKey,
        figure: usage.get(usageKey),
      });
    const hasArchive = Object.values(stack).some(({ type }) => type === "AWS::Events::Archive");
    const countsArchive = !hasArchive || usage.hasAny("monthly_archive") || usage.hasAny("archive");
    return [
      charge(
        "Custom events published",
        "1M events",
        MILLION,
        "monthly_custom_events",
        "custom events (64 KB chunks)",
      ),
      charge(
        "Third-party events published",
        "1M events",
        MILLION,
        "monthly_third_party_events",
        "third-party events",
      ),
      ...(countsArchive
        ? [
            charge("Archive processing", "GB", 1, "monthly_archive_processing_gb", "archive processing"),
            charge("Archive storage", "GB", 1, "archive_storage_gb", "archive storage"),
          ]
        : []),
      charge("Schema discovery", "1M events", MILLION, "monthly_schema_discovery_events", "schema discovery"),
    ];
  },
};
