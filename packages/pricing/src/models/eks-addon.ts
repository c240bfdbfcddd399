import { perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

const METRICS = "monthly_custom_metrics";
/** The add-on whose agent publishes Container Insights. */
const INSIGHTS = "amazon-cloudwatch-observability";

/**
 * An add-on itself is free; what its pods take are the nodes. Covers the metrics that the CloudWatch agent
 * publishes (usage `monthly_custom_metrics`), which are custom metrics while enhanced observability is off.
 * Not covered: tiers above 250,000 metrics, observations of enhanced observability, add-ons of the AWS
 * Marketplace.
 */
export const eksAddon: CostModel = {
  type: "AWS::EKS::Addon",
  service: "EKS",
  reads: ["AddonName"],
  withoutInfluence:
    "PreserveOnDelete AddonVersion ResolveConflicts ConfigurationValues PodIdentityAssociations NamespaceConfig",
  usageKeys: [METRICS],
  components: ({ properties, usage }) =>
    properties.text("AddonName") === INSIGHTS
      ? perUsageInTiers({ unit: "metrics", usageKey: METRICS, figure: usage.get(METRICS) }, [
          { name: "Container Insights metrics (first 10k)", upTo: 10_000, price: metric("first 10k") },
          { name: "Container Insights metrics (next 240k)", price: metric("next 240k") },
        ])
      : [],
};

function metric(tier: string): PriceKey {
  return { service: "AmazonCloudWatch", sku: `custom metric ${tier}` };
}
