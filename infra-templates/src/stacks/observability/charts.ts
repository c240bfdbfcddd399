import type { Reference } from "../alarms/definitions";
import { GOALS, THRESHOLDS } from "../alarms/thresholds";
import { BUSES, ROUTES } from "../events/event-flow";

/** A metric as its publisher names it, or an expression of CloudWatch over several. */
type Series =
  | {
      namespace: string;
      name: string;
      dimensions: Record<string, Reference>;
      stat: string;
      label: string;
    }
  | { id: string; label: string; expression: (read: (of: Reference) => string) => string };

/** What is shown of one thing, however it is drawn: by CloudWatch or by Grafana. */
export interface Chart {
  title: string;
  unit: "percent" | "bytes" | "seconds" | "count";
  series: readonly Series[];
  /** A line that the owners want to stay under. */
  goal?: { label: string; value: number };
  /** Above it, somebody is told. */
  alarm?: number;
}

type Drawn = [stat: string, label: string];
const metricsOf =
  (namespace: string, dimensions: Record<string, Reference>) =>
  (name: string, ...drawn: Drawn[]): Series[] =>
    drawn.map(([stat, label]) => ({ namespace, name, dimensions, stat, label }));

/** Published by the CloudWatch agent in the cluster (Container Insights). */
export function clusterCharts(): Chart[] {
  const of = metricsOf("ContainerInsights", { ClusterName: { stack: "cluster", output: "ClusterName" } });
  const used = (name: string) => of(name, ["Average", "average"], ["Maximum", "busiest node"]);
  return [
    {
      title: "Node CPU (%)",
      unit: "percent",
      series: used("node_cpu_utilization"),
      alarm: THRESHOLDS.nodeCpuPercent,
    },
    { title: "Node memory (%)", unit: "percent", series: used("node_memory_utilization") },
    {
      title: "Running pods",
      unit: "count",
      series: of("namespace_number_of_running_pods", ["Sum", "running"]),
    },
    {
      title: "Nodes (Karpenter adds and removes them)",
      unit: "count",
      series: [
        ...of("cluster_node_count", ["Maximum", "nodes"]),
        ...of("cluster_failed_node_count", ["Maximum", "failed"]),
      ],
    },
  ];
}

const group: Reference = { stack: "cache", output: "ReplicationGroupId" };

/**
 * Two kinds of metrics: a few that ElastiCache publishes for a whole group, and those of its nodes, which
 * come and go as shards do and are found by the group's id in theirs.
 */
export function redisCharts(): Chart[] {
  const ofGroup = metricsOf("AWS/ElastiCache", { ReplicationGroupId: group });
  const ofPrimaries = metricsOf("AWS/ElastiCache", { ReplicationGroupId: group, Role: "Primary" });
  const used: Drawn[] = [
    ["Average", "average"],
    ["Maximum", "busiest shard"],
  ];
  const sum = (name: string, id: string) =>
    `SUM(SEARCH('{AWS/ElastiCache,CacheClusterId,CacheNodeId} MetricName="${name}" CacheClusterId=${id}', 'Sum', 60))`;
  const total = (id: string, name: string): Series => ({
    id,
    label: id,
    expression: (read) => sum(name, read(group)),
  });
  return [
    {
      title: "CPU (%)",
      unit: "percent",
      series: ofPrimaries("EngineCPUUtilization", ...used),
      goal: { label: "goal", value: GOALS.redisCpuPercent },
      alarm: THRESHOLDS.redisCpuPercent,
    },
    {
      title: "Memory (%)",
      unit: "percent",
      series: ofGroup("DatabaseCapacityUsageCountedForEvictPercentage", ...used),
      goal: { label: "goal", value: THRESHOLDS.redisMemoryPercent },
      alarm: THRESHOLDS.redisMemoryPercent,
    },
    {
      title: "Network (bytes)",
      unit: "bytes",
      series: [total("in", "NetworkBytesIn"), total("out", "NetworkBytesOut")],
    },
    {
      title: "Hits and misses",
      unit: "count",
      series: [total("hits", "CacheHits"), total("misses", "CacheMisses")],
    },
    {
      title: "Hit rate (%)",
      unit: "percent",
      series: [
        {
          id: "rate",
          label: "hit rate",
          expression: (read) => {
            const hits = sum("CacheHits", read(group));
            return `100 * ${hits} / (${hits} + ${sum("CacheMisses", read(group))})`;
          },
        },
      ],
    },
  ];
}

const ofBalancer = metricsOf("AWS/ApplicationELB", {
  LoadBalancer: { stack: "edge", output: "AlbFullName" },
});

export function applicationCharts(): Chart[] {
  return [
    { title: "Requests a minute", unit: "count", series: ofBalancer("RequestCount", ["Sum", "requests"]) },
    {
      title: "Answers 4xx and 5xx a minute",
      unit: "count",
      series: [
        ...ofBalancer("HTTPCode_Target_4XX_Count", ["Sum", "4xx of services"]),
        ...ofBalancer("HTTPCode_ELB_4XX_Count", ["Sum", "4xx of the balancer"]),
        ...ofBalancer("HTTPCode_Target_5XX_Count", ["Sum", "5xx of services"]),
        ...ofBalancer("HTTPCode_ELB_5XX_Count", ["Sum", "5xx of the balancer"]),
      ],
    },
    {
      title: "Latency (s)",
      unit: "seconds",
      series: ofBalancer("TargetResponseTime", ["p50", "p50"], ["p95", "p95"], ["p99", "p99"]),
      goal: { label: "goal of p99", value: THRESHOLDS.p99Seconds },
    },
    {
      title: "Throughput (bytes a minute)",
      unit: "bytes",
      series: ofBalancer("ProcessedBytes", ["Sum", "bytes"]),
    },
  ];
}

/**
 * Counted where the events pass, so it needs nothing of the services. Sold: every confirmed reservation sells
 * its tickets.
 */
export function businessCharts(environmentName: string, showsBalancer: boolean): Chart[] {
  const matched = (routeId: (typeof ROUTES)[number]["id"], label: string): Series[] =>
    ROUTES.filter(({ id }) => id === routeId).flatMap((route) =>
      metricsOf("AWS/Events", {
        EventBusName: `${environmentName}-${BUSES.find(({ id }) => id === route.bus)?.name}`,
        RuleName: `${environmentName}-${route.name}`,
      })("MatchedEvents", ["Sum", label]),
    );
  return [
    {
      title: "Reservations a minute",
      unit: "count",
      series: [
        ...matched("ReservationCreated", "created"),
        ...matched("ReservationConfirmed", "confirmed (tickets sold)"),
        ...matched("ReservationExpired", "expired"),
      ],
    },
    {
      title: "Tickets a minute",
      unit: "count",
      series: [
        ...matched("TicketCreated", "put on sale"),
        ...matched("TicketStatusChanged", "changed status"),
      ],
    },
    ...(showsBalancer
      ? [
          {
            title: "Active connections",
            unit: "count" as const,
            series: ofBalancer("ActiveConnectionCount", ["Sum", "connections"]),
          },
        ]
      : []),
  ];
}
