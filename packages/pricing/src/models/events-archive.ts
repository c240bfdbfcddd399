import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers what is written to the archive (usage `monthly_archive_processing_gb`) and kept in it
 * (`archive_storage_gb`). Not covered: replayed events, which are charged as custom events on the bus.
 */
export const eventsArchive: CostModel = {
  type: "AWS::Events::Archive",
  service: "EventBridge",
  reads: [],
  withoutInfluence: "EventPattern RetentionDays",
  usageKeys: ["monthly_archive_processing_gb", "archive_storage_gb"],
  components: ({ usage }) => [
    perUsage({
      name: "Archive processing",
      unit: "GB",
      price: { service: "AmazonEventBridge", sku: "archive processing" },
      usageKey: "monthly_archive_processing_gb",
      figure: usage.get("monthly_archive_processing_gb"),
    }),
    perUsage({
      name: "Archive storage",
      unit: "GB",
      price: { service: "AmazonEventBridge", sku: "archive storage" },
      usageKey: "archive_storage_gb",
      figure: usage.get("archive_storage_gb"),
    }),
  ],
};
