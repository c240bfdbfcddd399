import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { withMonthlyHours } from "./ec2-charges";

/**
 * Covers an advanced parameter's storage (usage `parameter_storage_hrs` when it is not kept all month) and API interactions
 * (`monthly_api_interactions`).
 * Standard parameters are free. Not covered: higher throughput of standard parameters.
 */
export const ssmParameter: CostModel = {
  type: "AWS::SSM::Parameter",
  service: "Systems Manager",
  reads: ["Tier"],
  usageKeys: ["parameter_storage_hrs", "monthly_api_interactions"],
  freeBecause: ({ properties }) =>
    properties.text("Tier") === "Advanced"
      ? null
      : { en: "Standard parameters are free.", ko: "표준 파라미터는 무료입니다." },
  components: ({ usage }) => [
    withMonthlyHours(
      perHour({
        name: "Parameter storage (advanced)",
        price: { service: "AWSSystemsManager", sku: "advanced parameter" },
      }),
      usage.get("parameter_storage_hrs"),
    ),
    perUsage({
      name: "API interactions (advanced)",
      unit: "10k interactions",
      unitSize: 10_000,
      price: { service: "AWSSystemsManager", sku: "advanced parameter API interactions" },
      usageKey: "monthly_api_interactions",
      figure: usage.get("monthly_api_interactions"),
    }),
  ],
};
