import { perUsageInTiers } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { UsageReader } from "../usage";

export const EVALUATIONS_KEY = "monthly_rule_evaluations";

/** Evaluations of rules, in the tiers of a region: usage `monthly_rule_evaluations`. */
export function ruleEvaluations(usage: UsageReader): ComponentDraft[] {
  const price = (sku: string) => ({ service: "AWSConfig", sku: `rule evaluations ${sku}` });
  return perUsageInTiers(
    { unit: "evaluations", usageKey: EVALUATIONS_KEY, figure: usage.get(EVALUATIONS_KEY) },
    [
      { name: "Rule evaluations (first 100K)", upTo: 100_000, price: price("first 100k") },
      { name: "Rule evaluations (next 400K)", upTo: 500_000, price: price("next 400k") },
      { name: "Rule evaluations (over 500K)", price: price("over 500k") },
    ],
  );
}
