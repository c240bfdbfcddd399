import { message } from "@greenroom/messages";
import { perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { exactly } from "../ranges";
import { HOURS_PER_MONTH } from "../schema/hours";
import type { UsageFigure } from "../usage";

const MINUTES: Readonly<Record<string, number>> = { minute: 1, minutes: 1, hour: 60, hours: 60 };

/**
 * Covers runs: usage `monthly_canary_runs`, or a month of the schedule when it is a rate.
 * Not covered: its Lambda function, logs and artifacts in S3, the alarms on its metrics.
 */
export const syntheticsCanary: CostModel = {
  type: "AWS::Synthetics::Canary",
  service: "CloudWatch",
  reads: ["Schedule.Expression"],
  notPriced: ["RunConfig.ActiveTracing", "BrowserConfigs", "Replicas"],
  withoutInfluence:
    "VisualReference ArtifactConfig SuccessRetentionPeriod RuntimeVersion VPCConfig " +
    "RunConfig.TimeoutInSeconds RunConfig.EnvironmentVariables RunConfig.MemoryInMB " +
    "RunConfig.EphemeralStorage FailureRetentionPeriod Code Schedule.DurationInSeconds " +
    "Schedule.RetryConfig ArtifactS3Location StartCanaryAfterCreation " +
    "DeleteLambdaResourcesOnCanaryDeletion ProvisionedResourceCleanup DryRunAndUpdate " +
    "VisualReferences",
  usageKeys: ["monthly_canary_runs"],
  components: ({ properties, usage }) => [
    perUsage({
      name: "Canary runs",
      unit: "runs",
      price: { service: "AmazonCloudWatch", sku: "canary run" },
      usageKey: "monthly_canary_runs",
      figure: usage.get("monthly_canary_runs") ?? scheduled(properties.text("Schedule.Expression")),
    }),
  ],
};

/**
 * Runs of "rate(5 minutes)" in a month; null for a cron expression and for rate(0 minute), which runs once.
 */
function scheduled(expression = ""): UsageFigure | null {
  const [, count, unit = ""] = /^rate\((\d+) (minutes?|hours?)\)$/.exec(expression) ?? [];
  const minutes = Number(count) * (MINUTES[unit] ?? 0);
  if (!minutes) return null;
  return {
    range: exactly(Math.floor((HOURS_PER_MONTH * 60) / minutes)),
    assumption: message("pricing.assumption.monthOfSchedule"),
  };
}
