import type { CostModel } from "../cost-model";
import { EVALUATIONS_KEY, ruleEvaluations } from "./config-charges";

/**
 * Covers evaluations in tiers (usage `monthly_rule_evaluations`). Not covered: the function of a custom rule,
 * remediation.
 */
export const configConfigRule: CostModel = {
  type: "AWS::Config::ConfigRule",
  service: "Config",
  reads: [],
  withoutInfluence: "EvaluationModes Scope Compliance MaximumExecutionFrequency Source InputParameters",
  usageKeys: [EVALUATIONS_KEY],
  components: ({ usage }) => ruleEvaluations(usage),
};
