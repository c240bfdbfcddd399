import { perHour } from "../components";
import type { CostModel } from "../cost-model";
import { HOURS_PER_MONTH } from "../schema/hours";

/**
 * Covers one vCPU and one GB of memory for a month, the unit prices of what pods on Fargate take: Infracost's
 * two lines. How many pods run is not in the template; usage `vcpus` and `memory_gb` (average over the month)
 * take the place of the ones. Not covered: ephemeral storage above 20 GB, data transfer.
 */
export const eksFargateProfile: CostModel = {
  type: "AWS::EKS::FargateProfile",
  service: "EKS",
  reads: [],
  withoutInfluence: "Selectors",
  usageKeys: ["vcpus", "memory_gb"],
  components: ({ usage }) => {
    const charge = (name: string, unit: string, usageKey: string, sku: string) =>
      perHour({
        name,
        unit,
        unitSize: HOURS_PER_MONTH,
        count: usage.get(usageKey)?.range ?? 1,
        price: { service: "AmazonECS", sku },
      });
    return [
      charge("Per GB per hour", "GB", "memory_gb", "Fargate x86 memory"),
      charge("Per vCPU per hour", "CPU", "vcpus", "Fargate x86 vCPU"),
    ];
  },
};
