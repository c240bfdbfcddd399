import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the minutes that actions run (usage `monthly_action_minutes`); a template that is not run costs
 * nothing. Not covered: more accounts in one experiment, reports, what the faults themselves make others
 * charge.
 */
export const fisExperimentTemplate: CostModel = {
  type: "AWS::FIS::ExperimentTemplate",
  service: "Fault Injection Service",
  reads: [],
  notPriced: ["ExperimentReportConfiguration", ["ExperimentOptions.AccountTargeting", /^multi-account$/]],
  withoutInfluence:
    "Actions StopConditions Targets LogConfiguration ExperimentOptions.EmptyTargetResolutionMode",
  usageKeys: ["monthly_action_minutes"],
  components: ({ usage }) => [
    perUsage({
      name: "Action minutes",
      unit: "minutes",
      price: { service: "AWSFaultInjectionService", sku: "action minutes", region: "all" },
      usageKey: "monthly_action_minutes",
      figure: usage.get("monthly_action_minutes"),
    }),
  ],
};
