import type { Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { hasBalancer, type Reference } from "../alarms/definitions";
import { applicationCharts, businessCharts, type Chart, clusterCharts, redisCharts } from "./charts";
import { dashboardIds, type ObservabilitySpec } from "./model";

/** The four preset dashboards, of what the environment has. */
export function addDashboards(stack: Stack, spec: ObservabilitySpec, context: BlueprintContext): void {
  const charts: Record<string, { name: string; charts: Chart[] }> = {
    ClusterDashboard: { name: "eks-cluster", charts: clusterCharts() },
    RedisDashboard: { name: "redis", charts: redisCharts() },
    ApplicationDashboard: { name: "application", charts: applicationCharts() },
    BusinessDashboard: {
      name: "business",
      charts: businessCharts(context.environmentName, hasBalancer(spec)),
    },
  };
  const read = (of: Reference) =>
    typeof of === "string" ? of : readOutput(stack, context, of.stack, of.output);
  for (const id of dashboardIds(spec)) {
    const dashboard = charts[id];
    if (!dashboard) continue;
    new cloudwatch.CfnDashboard(stack, id, {
      dashboardName: `${context.environmentName}-${dashboard.name}`,
      dashboardBody: JSON.stringify({
        widgets: dashboard.charts.map((each, i) => widget(each, i, read, context)),
      }),
    });
  }
}

type Read = (of: Reference) => string;

/** Two charts a row; of the lines the one that is crossed first. */
function widget(
  { title, series, goal, alarm }: Chart,
  index: number,
  read: Read,
  { region }: BlueprintContext,
) {
  const line = goal ?? (alarm !== undefined && { label: "alarm", value: alarm });
  return {
    type: "metric",
    x: (index % 2) * 12,
    y: Math.floor(index / 2) * 6,
    width: 12,
    height: 6,
    properties: {
      title,
      region,
      view: "timeSeries",
      period: 60,
      metrics: series.map((each) => row(each, read)),
      ...(line && { annotations: { horizontal: [line] } }),
    },
  };
}

/** [namespace, name, dimension, value, ..., options], as CloudWatch's dashboards have it. */
function row(series: Chart["series"][number], read: Read): unknown[] {
  if ("expression" in series) {
    const { expression, label, id } = series;
    return [{ expression: expression(read), label, id }];
  }
  const { namespace, name, dimensions, stat, label } = series;
  const values = Object.entries(dimensions).flatMap(([key, value]) => [key, read(value)]);
  return [namespace, name, ...values, { stat, label }];
}
