import { perUsageHour } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers what a proxy is charged for the database behind it, which the template does not name: vCPUs of its
 * instances (usage `vcpu_count`, at least two) or capacity units of Aurora Serverless v2
 * (`capacity_units_per_hr`, at least eight). Not covered: endpoints beyond the first, data transfer.
 */
export const rdsDbProxy: CostModel = {
  type: "AWS::RDS::DBProxy",
  service: "RDS",
  reads: [],
  withoutInfluence:
    "RequireTLS IdleClientTimeout Auth DebugLogging EngineFamily DefaultAuthScheme " +
    "EndpointNetworkType TargetConnectionNetworkType",
  usageKeys: ["vcpu_count", "capacity_units_per_hr"],
  components: ({ usage }) => {
    const capacity = usage.get("capacity_units_per_hr");
    const charge = (name: string, unit: string, usageKey: string, sku: string) =>
      perUsageHour({
        name,
        unit,
        price: { service: "AmazonAurora", sku },
        usageKey,
        figure: usage.get(usageKey),
      });
    return [
      ...(capacity
        ? [charge("Proxy (serverless)", "ACU-hours", "capacity_units_per_hr", "RDS Proxy serverless v2")]
        : []),
      ...(capacity && !usage.get("vcpu_count")
        ? []
        : [charge("Proxy", "vCPU-hours", "vcpu_count", "RDS Proxy provisioned")]),
    ];
  },
};
