import type { CostModel } from "../cost-model";
import { EVALUATIONS_KEY, ruleEvaluations } from "./config-charges";

/**
 * Covers evaluations of the pack's rules, charged like those of rules (usage `monthly_rule_evaluations`). Not
 * covered: remediation.
 */
export const configConformancePack: CostModel = {
  type: "AWS::Config::ConformancePack",
  service: "Config",
  reads: [],
  withoutInfluence:
    "ConformancePackInputParameters TemplateSSMDocumentDetails DeliveryS3Bucket DeliveryS3KeyPrefix " +
    "TemplateBody TemplateS3Uri",
  usageKeys: [EVALUATIONS_KEY],
  components: ({ usage }) => ruleEvaluations(usage),
};
