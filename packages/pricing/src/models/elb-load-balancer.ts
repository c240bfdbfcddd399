import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers hours and data of a classic load balancer (usage `monthly_data_processed_gb`) and, when it faces the
 * internet, a public IPv4 address in each zone. Not covered: data transfer.
 */
export const elbLoadBalancer: CostModel = {
  type: "AWS::ElasticLoadBalancing::LoadBalancer",
  service: "Load balancing",
  reads: ["Scheme", "Subnets[]", "AvailabilityZones[]"],
  withoutInfluence:
    "AccessLoggingPolicy AppCookieStickinessPolicy ConnectionDrainingPolicy ConnectionSettings " +
    "CrossZone HealthCheck Instances LBCookieStickinessPolicy Listeners Policies",
  usageKeys: ["monthly_data_processed_gb"],
  components: ({ properties, usage }) => [
    perHour({ name: "Classic load balancer", price: { service: "AWSELB", sku: "Classic LB hour" } }),
    perUsage({
      name: "Data processed",
      unit: "GB",
      price: { service: "AWSELB", sku: "Classic LB data processed" },
      usageKey: "monthly_data_processed_gb",
      figure: usage.get("monthly_data_processed_gb"),
    }),
    ...(properties.text("Scheme") === "internal"
      ? []
      : [
          perHour({
            name: "Public IPv4 address",
            count: (properties.list("Subnets") ?? properties.list("AvailabilityZones"))?.length ?? null,
            property: properties.has("AvailabilityZones") ? "AvailabilityZones" : "Subnets",
            price: { service: "AmazonVPC", sku: "public IPv4 address" },
          }),
        ]),
  ],
};
