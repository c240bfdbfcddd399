import type { Stack } from "aws-cdk-lib";
import * as logs from "aws-cdk-lib/aws-logs";
import * as xray from "aws-cdk-lib/aws-xray";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { addAgents } from "./agents";
import { addDashboards } from "./dashboards";
import { INSIGHTS_DAYS, type ObservabilitySpec } from "./model";
import { addGrafana, addPrometheus } from "./workspaces";

/** What shows how the environment is doing: dashboards, metrics, logs and traces. */
export function buildObservability(stack: Stack, spec: ObservabilitySpec, context: BlueprintContext): void {
  const { observability } = spec;
  addDashboards(stack, spec, context);
  const applicationLogs = new logs.CfnLogGroup(stack, "ApplicationLogGroup", {
    logGroupName: `/greenroom/${context.environmentName}/application`,
    logGroupClass: "STANDARD",
    retentionInDays: observability.logRetentionDays,
  });
  keepData(applicationLogs, context.stage === "prod");
  const prometheus = observability.prometheus ? addPrometheus(stack, spec, context) : null;
  const { cluster } = spec;
  if (cluster?.enabled) {
    // The cluster has the environment's name. Made here, so that it has an end: collectors make theirs to
    // last for ever.
    const insights = new logs.CfnLogGroup(stack, "ContainerInsightsLogGroup", {
      logGroupName: `/aws/containerinsights/${context.environmentName}/performance`,
      logGroupClass: "STANDARD",
      retentionInDays: INSIGHTS_DAYS,
    });
    keepData(insights, false);
    addAgents(stack, { ...spec, cluster }, context, { insights, prometheus });
  }
  if (observability.grafana) {
    addGrafana(stack, context, { prometheus, applicationLogs, hasTraces: observability.tracing });
  }
  if (observability.tracing) addTracing(stack, context);
  addOutput(stack, "ApplicationLogGroupName", applicationLogs.ref, "Where the services' logs go");
}

/**
 * Traces of the services that name themselves after the environment ("<environment>-tickets"): other
 * environments share X-Ray.
 */
function addTracing(stack: Stack, { environmentName }: BlueprintContext): void {
  new xray.CfnSamplingRule(stack, "SamplingRule", {
    samplingRule: {
      ruleName: environmentName,
      priority: 100,
      reservoirSize: 1,
      fixedRate: 0.05,
      serviceName: `${environmentName}-*`,
      serviceType: "*",
      host: "*",
      httpMethod: "*",
      urlPath: "*",
      resourceArn: "*",
      version: 1,
    },
  });
  new xray.CfnGroup(stack, "TraceGroup", {
    groupName: environmentName,
    filterExpression: `annotation.environment = "${environmentName}"`,
    insightsConfiguration: { insightsEnabled: true, notificationsEnabled: false },
  });
}
