import type { CostModel } from "../cost-model";
import { EVALUATIONS_KEY, ruleEvaluations } from "./config-charges";

/**
 * Covers evaluations over all accounts in tiers (usage `monthly_rule_evaluations`). Not covered: functions of
 * custom rules.
 */
export const configOrganizationConfigRule: CostModel = {
  type: "AWS::Config::OrganizationConfigRule",
  service: "Config",
  reads: [],
  withoutInfluence:
    "OrganizationManagedRuleMetadata OrganizationCustomRuleMetadata ExcludedAccounts " +
    "OrganizationCustomPolicyRuleMetadata",
  usageKeys: [EVALUATIONS_KEY],
  components: ({ usage }) => ruleEvaluations(usage),
};
