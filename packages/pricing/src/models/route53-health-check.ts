import { perMonth } from "../components";
import type { CostModel } from "../cost-model";
import type { PropertyReader } from "../properties";
import { route53 } from "./route53-charges";

/** Seconds; a check that runs faster is an optional feature. */
const FAST_INTERVAL = 10;

/**
 * Covers the check and its optional features (HTTPS, string matching, fast interval, latency measurement),
 * for an endpoint on AWS or elsewhere (usage `endpoint_type: non_aws`, also written `non-aws`). Not covered:
 * the 50 checks of AWS endpoints that an account has free.
 */
export const route53HealthCheck: CostModel = {
  type: "AWS::Route53::HealthCheck",
  service: "Route 53",
  reads: ["HealthCheckConfig.Type", "HealthCheckConfig.RequestInterval", "HealthCheckConfig.MeasureLatency"],
  withoutInfluence:
    "HealthCheckConfig.AlarmIdentifier HealthCheckConfig.ChildHealthChecks " +
    "HealthCheckConfig.EnableSNI HealthCheckConfig.FailureThreshold " +
    "HealthCheckConfig.HealthThreshold HealthCheckConfig.IPAddress " +
    "HealthCheckConfig.InsufficientDataHealthStatus HealthCheckConfig.Inverted " +
    "HealthCheckConfig.Regions HealthCheckConfig.ResourcePath HealthCheckConfig.SearchString",
  usageKeys: ["endpoint_type.<aws|non_aws|non-aws>"],
  components: ({ properties, usage }) => {
    const place = usage.choice("endpoint_type")?.replace("-", "_") === "non_aws" ? "non-AWS" : "AWS";
    const features = optionalFeatures(properties);
    return [
      perMonth({
        name: "Health check",
        unit: "months",
        price: route53(`health check ${place} endpoint`),
      }),
      ...(features > 0
        ? [
            perMonth({
              name: "Optional features",
              unit: "months",
              count: features,
              price: route53(`health check optional feature ${place} endpoint`),
            }),
          ]
        : []),
    ];
  },
};

function optionalFeatures(properties: PropertyReader): number {
  const type = properties.text("HealthCheckConfig.Type") ?? "";
  return [
    type.startsWith("HTTPS"),
    type.endsWith("STR_MATCH"),
    properties.number("HealthCheckConfig.RequestInterval") === FAST_INTERVAL,
    properties.flag("HealthCheckConfig.MeasureLatency"),
  ].filter(Boolean).length;
}
