import { perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers invocations (usage `monthly_invocations`). Not covered: the 14 million an account has free, what the
 * target costs.
 */
export const schedulerSchedule: CostModel = {
  type: "AWS::Scheduler::Schedule",
  service: "EventBridge",
  reads: [],
  withoutInfluence:
    "StartDate ScheduleExpression Target State FlexibleTimeWindow ScheduleExpressionTimezone " + "EndDate",
  usageKeys: ["monthly_invocations"],
  components: ({ usage }) => [
    perUsage({
      name: "Scheduler invocations",
      unit: "1M invocations",
      unitSize: 1_000_000,
      price: { service: "AmazonEventBridge", sku: "Scheduler invocations" },
      usageKey: "monthly_invocations",
      figure: usage.get("monthly_invocations"),
    }),
  ],
};
