import type { Stack } from "aws-cdk-lib";
import * as ce from "aws-cdk-lib/aws-ce";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import type { CostAnomalySpec } from "./model";

/** A monitor of the costs that carry the environment's tag, and whom it mails. Both are free. */
export function buildCostAnomaly(
  stack: Stack,
  { costAnomaly }: CostAnomalySpec,
  { environmentName, ownerEmail }: BlueprintContext,
): void {
  const monitor = new ce.CfnAnomalyMonitor(stack, "Monitor", {
    monitorName: environmentName,
    monitorType: "CUSTOM",
    monitorSpecification: JSON.stringify({
      Tags: { Key: "greenroom:environment", Values: [environmentName], MatchOptions: ["EQUALS"] },
    }),
  });
  new ce.CfnAnomalySubscription(stack, "Subscription", {
    subscriptionName: environmentName,
    monitorArnList: [monitor.attrMonitorArn],
    frequency: costAnomaly.frequency,
    thresholdExpression: JSON.stringify({
      Dimensions: {
        Key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
        MatchOptions: ["GREATER_THAN_OR_EQUAL"],
        Values: [String(costAnomaly.thresholdUsd)],
      },
    }),
    subscribers: [...new Set([ownerEmail, ...costAnomaly.emails])].map((address) => ({
      type: "EMAIL",
      address,
    })),
  });
  addOutput(stack, "MonitorArn", monitor.attrMonitorArn, "Monitor of the environment's costs");
}
