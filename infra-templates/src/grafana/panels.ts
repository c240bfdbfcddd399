import {
  CloudWatchMetricsQueryBuilder,
  CloudWatchQueryMode,
  MetricEditorMode,
  MetricQueryType,
} from "@grafana/grafana-foundation-sdk/cloudwatch";
import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
} from "@grafana/grafana-foundation-sdk/common";
import { ThresholdsConfigBuilder, ThresholdsMode } from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { type AlarmDefinition, PERIOD_SECONDS } from "../stacks/alarms/definitions";
import type { Chart } from "../stacks/observability/charts";
import { CLOUDWATCH, PROMETHEUS, read } from "./variables";

/** Grafana's names of the units. */
export const UNITS: Record<Chart["unit"], string> = {
  percent: "percent",
  bytes: "decbytes",
  seconds: "s",
  count: "short",
};

interface Frame {
  title: string;
  description?: string;
  unit: Chart["unit"];
  goal?: number;
  alarm?: number;
}

/** Half a row; the goal is a yellow line, what somebody is told of a red one. */
export function framed({ title, description, unit, goal, alarm }: Frame): PanelBuilder {
  const panel = new PanelBuilder().title(title).unit(UNITS[unit]).span(12).height(8).min(0);
  if (description) panel.description(description);
  if (goal === undefined && alarm === undefined) return panel;
  const steps = [
    { value: null, color: "green" },
    ...(goal !== undefined && goal !== alarm ? [{ value: goal, color: "yellow" }] : []),
    ...(alarm !== undefined ? [{ value: alarm, color: "red" }] : []),
  ];
  return panel
    .thresholds(new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps))
    .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Line));
}

/** "A", "B", … as Grafana names the queries of a panel. */
const refId = (index: number) => String.fromCharCode(65 + index);

const cloudwatchQuery = (index: number, id: string, label: string) =>
  new CloudWatchMetricsQueryBuilder()
    .refId(refId(index))
    .datasource(CLOUDWATCH)
    .queryMode(CloudWatchQueryMode.Metrics)
    .metricQueryType(MetricQueryType.Search)
    .region("$region")
    .period(String(PERIOD_SECONDS))
    .id(id)
    .label(label);

interface Metric {
  namespace: string;
  name: string;
  stat: string;
  dimensions: AlarmDefinition["metrics"][number]["dimensions"];
}

function metricQuery(index: number, id: string, label: string, metric: Metric) {
  return cloudwatchQuery(index, id, label)
    .metricEditorMode(MetricEditorMode.Builder)
    .namespace(metric.namespace)
    .metricName(metric.name)
    .dimensions(Object.fromEntries(Object.entries(metric.dimensions).map(([key, of]) => [key, read(of)])))
    .matchExact(true)
    .statistic(metric.stat)
    .expression("");
}

const mathQuery = (index: number, id: string, label: string, expression: string) =>
  cloudwatchQuery(index, id, label)
    .metricEditorMode(MetricEditorMode.Code)
    .namespace("")
    .metricName("")
    .dimensions({})
    .statistic("Average")
    .expression(expression);

/** A chart that CloudWatch's own dashboards have too. */
export function chartPanel({ title, unit, series, goal, alarm }: Chart): PanelBuilder {
  const panel = framed({ title, unit, goal: goal?.value, alarm }).datasource(CLOUDWATCH);
  series.forEach((each, index) => {
    panel.withTarget(
      "expression" in each
        ? mathQuery(index, each.id, each.label, each.expression(read))
        : metricQuery(index, `m${index}`, each.label, each),
    );
  });
  return panel;
}

/** What alarms watch, worked out as they do, with the line at which they ring. */
export function alarmPanel(frame: Omit<Frame, "alarm">, alarms: readonly AlarmDefinition[]): PanelBuilder {
  const panel = framed({ ...frame, alarm: alarms[0]?.threshold }).datasource(CLOUDWATCH);
  let index = 0;
  for (const [of, { metrics, expression, name }] of alarms.entries()) {
    // Ids are of the whole panel, and each alarm has its own.
    const idOf = (id: string) => (alarms.length === 1 ? id : `${id}${of}`);
    for (const metric of metrics) {
      panel.withTarget(metricQuery(index++, idOf(metric.id), metric.name, metric).hide(true));
    }
    const ids = new RegExp(`\\b(${metrics.map(({ id }) => id).join("|")})\\b`, "g");
    panel.withTarget(mathQuery(index++, idOf("result"), name, expression.replace(ids, idOf)));
  }
  return panel;
}

/** Series of Managed Prometheus; empty where an environment has none. */
export function prometheusPanel(
  frame: Frame,
  queries: readonly { expr: string; legend: string }[],
): PanelBuilder {
  const panel = framed(frame).datasource(PROMETHEUS);
  queries.forEach(({ expr, legend }, index) => {
    panel.withTarget(
      new DataqueryBuilder()
        .refId(refId(index))
        .datasource(PROMETHEUS)
        .expr(expr)
        .legendFormat(legend)
        .range(),
    );
  });
  return panel;
}
