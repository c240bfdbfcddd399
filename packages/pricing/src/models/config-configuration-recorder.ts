import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers configuration items recorded (usage `monthly_config_items`, `monthly_custom_config_items`).
 * Continuous recording; daily recording has a price of its own. Not covered: rules, the delivery bucket.
 */
export const configConfigurationRecorder: CostModel = {
  type: "AWS::Config::ConfigurationRecorder",
  service: "Config",
  reads: ["RecordingMode.RecordingFrequency"],
  notPriced: ["RecordingMode.RecordingModeOverrides"],
  withoutInfluence: "RecordingGroup StartedOnCreate",
  usageKeys: ["monthly_config_items", "monthly_custom_config_items"],
  components: ({ properties, usage }) => {
    const isDaily = properties.text("RecordingMode.RecordingFrequency") === "DAILY";
    const charge = (name: string, usageKey: string) =>
      perUsage({
        name,
        unit: "records",
        price: { service: "AWSConfig", sku: isDaily ? "configuration item, daily" : "configuration item" },
        usageKey,
        figure: usage.get(usageKey),
      });
    return [
      charge("Config items", "monthly_config_items"),
      charge("Custom config items", "monthly_custom_config_items"),
    ];
  },
};
