import type { Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { hasBalancer } from "../alarms/definitions";
import { BUSES, ROUTES } from "../events/event-flow";
import { dashboardIds, type ObservabilitySpec } from "./model";

/** [namespace, name, dimension, value, ..., options], as CloudWatch's dashboards have it. */
type Series = (
  | string
  | { stat: string; label: string }
  | { expression: string; label: string; id: string }
)[];
interface Chart {
  title: string;
  series: Series[];
  /** A line that the owners want to stay under. */
  goal?: { label: string; value: number };
}

/** The four preset dashboards, of what the environment has. */
export function addDashboards(stack: Stack, spec: ObservabilitySpec, context: BlueprintContext): void {
  const charts: Record<string, { name: string; charts: () => Chart[] }> = {
    ClusterDashboard: { name: "eks-cluster", charts: () => clusterCharts(stack, context) },
    RedisDashboard: { name: "redis", charts: () => redisCharts(stack, context) },
    ApplicationDashboard: { name: "application", charts: () => applicationCharts(stack, context) },
    BusinessDashboard: {
      name: "business",
      charts: () => businessCharts(stack, hasBalancer(spec), context),
    },
  };
  for (const id of dashboardIds(spec)) {
    const dashboard = charts[id];
    if (!dashboard) continue;
    new cloudwatch.CfnDashboard(stack, id, {
      dashboardName: `${context.environmentName}-${dashboard.name}`,
      dashboardBody: JSON.stringify({
        widgets: dashboard.charts().map((each, i) => widget(each, i, context)),
      }),
    });
  }
}

/** Two charts a row. */
function widget({ title, series, goal }: Chart, index: number, { region }: BlueprintContext) {
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
      metrics: series,
      ...(goal && { annotations: { horizontal: [goal] } }),
    },
  };
}

const show = (stat: string, label: string) => ({ stat, label });

/** Published by the CloudWatch agent in the cluster (Container Insights). */
function clusterCharts(stack: Stack, context: BlueprintContext): Chart[] {
  const cluster = ["ClusterName", readOutput(stack, context, "cluster", "ClusterName")];
  const of = (name: string, stat: string, label: string): Series => [
    "ContainerInsights",
    name,
    ...cluster,
    show(stat, label),
  ];
  const used = (name: string) => [of(name, "Average", "average"), of(name, "Maximum", "busiest node")];
  return [
    { title: "Node CPU (%)", series: used("node_cpu_utilization"), goal: { label: "alarm", value: 80 } },
    { title: "Node memory (%)", series: used("node_memory_utilization") },
    {
      title: "Running pods",
      series: [of("namespace_number_of_running_pods", "Sum", "running")],
    },
    {
      title: "Nodes (Karpenter adds and removes them)",
      series: [
        of("cluster_node_count", "Maximum", "nodes"),
        of("cluster_failed_node_count", "Maximum", "failed"),
      ],
    },
  ];
}

/**
 * Two kinds of metrics: a few that ElastiCache publishes for a whole group, and those of its nodes, which
 * come and go as shards do and are found by the group's id in theirs.
 */
function redisCharts(stack: Stack, context: BlueprintContext): Chart[] {
  const id = readOutput(stack, context, "cache", "ReplicationGroupId");
  const ofGroup =
    (name: string, ...role: string[]) =>
    (stat: string, label: string): Series => [
      "AWS/ElastiCache",
      name,
      "ReplicationGroupId",
      id,
      ...role,
      show(stat, label),
    ];
  const used = (of: ReturnType<typeof ofGroup>) => [of("Average", "average"), of("Maximum", "busiest shard")];
  const sumOfNodes = (name: string) =>
    `SUM(SEARCH('{AWS/ElastiCache,CacheClusterId,CacheNodeId} MetricName="${name}" CacheClusterId=${id}', 'Sum', 60))`;
  const total = (seriesId: string, name: string, label: string): Series => [
    { expression: sumOfNodes(name), label, id: seriesId },
  ];
  return [
    {
      title: "CPU (%)",
      series: used(ofGroup("EngineCPUUtilization", "Role", "Primary")),
      goal: { label: "goal", value: 30 },
    },
    {
      title: "Memory (%)",
      series: used(ofGroup("DatabaseCapacityUsageCountedForEvictPercentage")),
      goal: { label: "goal", value: 70 },
    },
    {
      title: "Network (bytes)",
      series: [total("in", "NetworkBytesIn", "in"), total("out", "NetworkBytesOut", "out")],
    },
    {
      title: "Hits and misses",
      series: [total("hits", "CacheHits", "hits"), total("misses", "CacheMisses", "misses")],
    },
    {
      title: "Hit rate (%)",
      series: [
        [
          {
            expression: `100 * ${sumOfNodes("CacheHits")} / (${sumOfNodes("CacheHits")} + ${sumOfNodes("CacheMisses")})`,
            label: "hit rate",
            id: "rate",
          },
        ],
      ],
    },
  ];
}

const balancer = (stack: Stack, context: BlueprintContext) => [
  "LoadBalancer",
  readOutput(stack, context, "edge", "AlbFullName"),
];

function applicationCharts(stack: Stack, context: BlueprintContext): Chart[] {
  const alb = balancer(stack, context);
  const of = (name: string, stat: string, label: string): Series => [
    "AWS/ApplicationELB",
    name,
    ...alb,
    show(stat, label),
  ];
  return [
    { title: "Requests a minute", series: [of("RequestCount", "Sum", "requests")] },
    {
      title: "Answers 4xx and 5xx a minute",
      series: [
        of("HTTPCode_Target_4XX_Count", "Sum", "4xx of services"),
        of("HTTPCode_ELB_4XX_Count", "Sum", "4xx of the balancer"),
        of("HTTPCode_Target_5XX_Count", "Sum", "5xx of services"),
        of("HTTPCode_ELB_5XX_Count", "Sum", "5xx of the balancer"),
      ],
    },
    {
      title: "Latency (s)",
      series: ["p50", "p95", "p99"].map((stat) => of("TargetResponseTime", stat, stat)),
      goal: { label: "goal of p99", value: 0.3 },
    },
    { title: "Throughput (bytes a minute)", series: [of("ProcessedBytes", "Sum", "bytes")] },
  ];
}

/**
 * Counted where the events pass, so it needs nothing of the services. Sold: every confirmed reservation sells
 * its tickets.
 */
function businessCharts(stack: Stack, showsBalancer: boolean, context: BlueprintContext): Chart[] {
  const { environmentName } = context;
  const matched = (routeId: (typeof ROUTES)[number]["id"], label: string): Series[] =>
    ROUTES.filter(({ id }) => id === routeId).map((route) => [
      "AWS/Events",
      "MatchedEvents",
      "EventBusName",
      `${environmentName}-${BUSES.find(({ id }) => id === route.bus)?.name}`,
      "RuleName",
      `${environmentName}-${route.name}`,
      show("Sum", label),
    ]);
  return [
    {
      title: "Reservations a minute",
      series: [
        ...matched("ReservationCreated", "created"),
        ...matched("ReservationConfirmed", "confirmed (tickets sold)"),
        ...matched("ReservationExpired", "expired"),
      ],
    },
    {
      title: "Tickets a minute",
      series: [
        ...matched("TicketCreated", "put on sale"),
        ...matched("TicketStatusChanged", "changed status"),
      ],
    },
    ...(showsBalancer
      ? [
          {
            title: "Active connections",
            series: [
              [
                "AWS/ApplicationELB",
                "ActiveConnectionCount",
                ...balancer(stack, context),
                show("Sum", "connections"),
              ],
            ],
          },
        ]
      : []),
  ];
}
