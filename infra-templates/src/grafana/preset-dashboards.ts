import { RowBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { DashboardKey } from "../model/dashboards";
import { type AlarmDefinition, alarmsOf, type WatchedSpec } from "../stacks/alarms/definitions";
import { THRESHOLDS } from "../stacks/alarms/thresholds";
import { DATA_SIZES } from "../stacks/data/settings";
import { NETWORK_SIZES } from "../stacks/network/settings";
import {
  applicationCharts,
  businessCharts,
  clusterCharts,
  redisCharts,
} from "../stacks/observability/charts";
import { alarmPanel, chartPanel, prometheusPanel } from "./panels";
import { ENVIRONMENT } from "./variables";

type Part = RowBuilder | PanelBuilder;

/** Everything is on; one NAT gateway stands for all of them. */
const EVERYTHING: WatchedSpec = {
  network: { ...NETWORK_SIZES.prod, nat: "single" },
  data: DATA_SIZES.prod,
  cache: { enabled: true },
  cluster: { enabled: true },
  edge: { enabled: true, alb: true },
};
const ALARMS = alarmsOf(EVERYTHING, ENVIRONMENT);
const alarms = (isWanted: (alarm: AlarmDefinition) => boolean) => ALARMS.filter(isWanted);

const PROMETHEUS_ROW = "From Managed Prometheus, where the environment has it";

const clusterParts = (): Part[] => [
  ...clusterCharts().map(chartPanel),
  new RowBuilder(PROMETHEUS_ROW),
  prometheusPanel({ title: "CPU of each node (%)", unit: "percent", alarm: THRESHOLDS.nodeCpuPercent }, [
    { expr: "node:cpu_used:percent", legend: "{{instance}}" },
  ]),
  prometheusPanel(
    { title: "Memory of each node (%)", unit: "percent", alarm: THRESHOLDS.nodeMemoryPercent },
    [{ expr: "node:memory_used:percent", legend: "{{instance}}" }],
  ),
  prometheusPanel({ title: "Nodes that Karpenter made and ended in the last hour", unit: "count" }, [
    { expr: "cluster:karpenter_nodes_created:increase1h", legend: "made, {{nodepool}}" },
    { expr: "cluster:karpenter_nodes_terminated:increase1h", legend: "ended, {{nodepool}}" },
  ]),
];

const applicationParts = (): Part[] => [
  ...applicationCharts().map(chartPanel),
  alarmPanel(
    { title: "Requests that failed (%)", unit: "percent" },
    alarms(({ id }) => id === "ServerErrorAlarm"),
  ),
  new RowBuilder("Tables and the way out"),
  alarmPanel(
    {
      title: "Requests that DynamoDB turned away",
      description: "One is too many.",
      unit: "count",
    },
    alarms(({ id }) => id.endsWith("ThrottleAlarm")),
  ),
  ...(["Read", "Write"] as const).map((kind) =>
    chartPanel({
      title: `${kind} units that the tables use a minute`,
      unit: "count",
      series: alarms(({ id }) => id === `${kind}CapacityAlarm`).flatMap(({ metrics }) =>
        metrics.map((metric) => ({ ...metric, label: metric.id })),
      ),
    }),
  ),
  alarmPanel(
    { title: "NAT gateways: bandwidth used (%)", unit: "percent" },
    alarms(({ id }) => id.startsWith("NatBandwidth")),
  ),
  new RowBuilder(PROMETHEUS_ROW),
  prometheusPanel({ title: "Requests a second", unit: "count" }, [
    { expr: "app:requests:rate5m", legend: "{{service_name}}" },
  ]),
  prometheusPanel({ title: "Failed answers (%)", unit: "percent", alarm: THRESHOLDS.serverErrorPercent }, [
    { expr: "100 * app:errors_4xx:ratio5m", legend: "4xx, {{service_name}}" },
    { expr: "100 * app:errors_5xx:ratio5m", legend: "5xx, {{service_name}}" },
  ]),
  prometheusPanel(
    { title: "Latency", unit: "seconds", alarm: THRESHOLDS.p99Seconds },
    ["p50", "p95", "p99"].map((part) => ({
      expr: `app:latency_seconds:${part}`,
      legend: `${part}, {{service_name}}`,
    })),
  ),
  prometheusPanel({ title: "Bytes answered a second", unit: "bytes" }, [
    { expr: "app:throughput_bytes:rate5m", legend: "{{service_name}}" },
  ]),
];

const businessParts = (): Part[] => [
  ...businessCharts(ENVIRONMENT, true).map(chartPanel),
  new RowBuilder(PROMETHEUS_ROW),
  prometheusPanel({ title: "Reservations a second", unit: "count" }, [
    { expr: "business:reservations:rate5m", legend: "{{status}}" },
  ]),
  prometheusPanel({ title: "Tickets sold a second", unit: "count" }, [
    { expr: "business:tickets_sold:rate5m", legend: "sold" },
  ]),
  prometheusPanel({ title: "Active users", unit: "count" }, [
    { expr: "business:active_users:count", legend: "users" },
  ]),
];

/** The panels of the dashboards that show an environment. */
export const PRESET_PARTS: Record<Exclude<DashboardKey, "portal">, () => Part[]> = {
  cluster: clusterParts,
  redis: () => redisCharts().map(chartPanel),
  application: applicationParts,
  business: businessParts,
};
