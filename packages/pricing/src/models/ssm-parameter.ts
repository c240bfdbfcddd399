import { message } from "@greenroom/messages";
import { perHour, perUsage } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { withMonthlyHours } from "./ec2-charges";

/**
 * Covers an advanced parameter's storage (usage `parameter_storage_hrs` when it is not kept all month) and
 * API interactions (`monthly_api_interactions`), which a standard parameter is charged for too where usage
 * `api_throughput_limit` says that the account's throughput is raised. Standard parameters are free. Not
 * covered: Intelligent-Tiering parameters that grow into advanced ones.
 */
export const ssmParameter: CostModel = {
  type: "AWS::SSM::Parameter",
  service: "Systems Manager",
  reads: ["Tier"],
  withoutInfluence: "Type Policies AllowedPattern Value DataType",
  usageKeys: ["parameter_storage_hrs", "monthly_api_interactions", "api_throughput_limit.<advanced|higher>"],
  freeBecause: (input) =>
    isAdvanced(input) || throughputOf(input) ? null : message("pricing.free.standardParameter"),
  components: (input) => [...(isAdvanced(input) ? [storage(input)] : []), ...interactions(input)],
};

function isAdvanced({ properties }: ModelInput): boolean {
  return properties.text("Tier") === "Advanced";
}

/** "advanced" or "higher", null for what is free. */
function throughputOf(input: ModelInput): string | null {
  const limit = input.usage.choice("api_throughput_limit") ?? (isAdvanced(input) ? "advanced" : "standard");
  return limit === "standard" ? null : limit;
}

function storage({ usage }: ModelInput): ComponentDraft {
  const hours = perHour({
    name: "Parameter storage (advanced)",
    price: { service: "AWSSystemsManager", sku: "advanced parameter" },
  });
  return withMonthlyHours(hours, usage.get("parameter_storage_hrs"));
}

function interactions(input: ModelInput): ComponentDraft[] {
  const throughput = throughputOf(input);
  if (!throughput) return [];
  return [
    perUsage({
      name: `API interactions (${throughput})`,
      unit: "10k interactions",
      unitSize: 10_000,
      price: { service: "AWSSystemsManager", sku: "advanced parameter API interactions" },
      usageKey: "monthly_api_interactions",
      figure: input.usage.get("monthly_api_interactions"),
    }),
  ];
}
