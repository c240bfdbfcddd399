import type { DataSettings } from "../data/settings";
import { TABLES, type TableDefinition, tableName } from "../data/tables";
import type { NetworkSettings } from "../network/settings";
import { natCount } from "../network/subnets";
import { THRESHOLDS } from "./thresholds";

/** A value known now, or an output of another stack (one of a list, where `index` says so). */
export type Reference = string | { stack: string; output: string; index?: number; length?: number };

export interface AlarmMetric {
  id: string;
  namespace: string;
  name: string;
  stat: "Average" | "Maximum" | "Sum";
  dimensions: Record<string, Reference>;
}

/**
 * Fires while `expression` over one-minute metrics is above the threshold in `datapoints` of the last
 * `minutes`.
 */
export interface AlarmDefinition {
  id: string;
  /** After the environment's name and a hyphen. */
  name: string;
  severity: "Critical" | "Warning";
  description: string;
  metrics: readonly AlarmMetric[];
  expression: string;
  threshold: number;
  minutes: number;
  datapoints: number;
  /** Silence of a metric that is only published when something happens is good news. */
  isQuietGood: boolean;
}

/** The stacks that are watched; those that are absent or off have no alarms. */
export interface WatchedSpec {
  network: NetworkSettings;
  data: DataSettings;
  cache?: { enabled: boolean };
  cluster?: { enabled: boolean };
  edge?: { enabled: boolean; alb: boolean };
}

export const hasBalancer = ({ edge }: Pick<WatchedSpec, "edge">) => Boolean(edge?.enabled && edge.alb);

export const PERIOD_SECONDS = 60;

/**
 * On-demand tables: units of reading, and of writing, a second for each table (DynamoDB's default quotas,
 * per-table throughput).
 */
const ON_DEMAND_UNITS_PER_SECOND = 40_000;
/**
 * "A NAT gateway supports 5 Gbps of bandwidth and automatically scales up to 100 Gbps" (VPC user guide, NAT
 * gateway basics).
 */
const NAT_BITS_PER_SECOND = 100e9;

/** The alarms of the platform's list, for the stacks that are on. */
export function alarmsOf(spec: WatchedSpec, environmentName: string): AlarmDefinition[] {
  return [
    ...(spec.cluster?.enabled ? [nodeCpu()] : []),
    ...(spec.cache?.enabled ? [redisCpu(), redisMemory()] : []),
    ...TABLES.map((table) => throttles(table, environmentName)),
    consumedCapacity("Read", spec.data, environmentName),
    consumedCapacity("Write", spec.data, environmentName),
    ...(hasBalancer(spec) ? [serverErrors()] : []),
    ...natBandwidth(spec.network),
  ];
}

const forFiveMinutes = { minutes: 5, datapoints: 5, isQuietGood: false };

/** Maximum: of the nodes, the busiest. */
function nodeCpu(): AlarmDefinition {
  return {
    id: "NodeCpuAlarm",
    name: "node-cpu",
    severity: "Critical",
    description: `A node uses more than ${THRESHOLDS.nodeCpuPercent} % of its CPU for 5 minutes (Container Insights)`,
    metrics: [
      {
        id: "cpu",
        namespace: "ContainerInsights",
        name: "node_cpu_utilization",
        stat: "Maximum",
        dimensions: { ClusterName: { stack: "cluster", output: "ClusterName" } },
      },
    ],
    expression: "cpu",
    threshold: THRESHOLDS.nodeCpuPercent,
    ...forFiveMinutes,
  };
}

const replicationGroup = { stack: "cache", output: "ReplicationGroupId" };

/** The engine's own thread, of the busiest primary: a hot shard is lost long before the average moves. */
function redisCpu(): AlarmDefinition {
  return {
    id: "RedisCpuAlarm",
    name: "redis-cpu",
    severity: "Critical",
    description: `A shard's engine uses more than ${THRESHOLDS.redisCpuPercent} % of its CPU for 5 minutes`,
    metrics: [
      {
        id: "cpu",
        namespace: "AWS/ElastiCache",
        name: "EngineCPUUtilization",
        stat: "Maximum",
        dimensions: { ReplicationGroupId: replicationGroup, Role: "Primary" },
      },
    ],
    expression: "cpu",
    threshold: THRESHOLDS.redisCpuPercent,
    ...forFiveMinutes,
  };
}

/**
 * Of what counts for eviction, SSDs included: the metric of memory that ElastiCache publishes for a whole
 * group.
 */
function redisMemory(): AlarmDefinition {
  return {
    id: "RedisMemoryAlarm",
    name: "redis-memory",
    severity: "Warning",
    description: `A shard uses more than ${THRESHOLDS.redisMemoryPercent} % of its memory for 5 minutes`,
    metrics: [
      {
        id: "memory",
        namespace: "AWS/ElastiCache",
        name: "DatabaseCapacityUsageCountedForEvictPercentage",
        stat: "Maximum",
        dimensions: { ReplicationGroupId: replicationGroup },
      },
    ],
    expression: "memory",
    threshold: THRESHOLDS.redisMemoryPercent,
    ...forFiveMinutes,
  };
}

/** "TicketsTable" → "Tickets" */
const shortId = ({ logicalId }: TableDefinition) => logicalId.replace(/Table$/, "");

/** Reads and writes that DynamoDB turned away, of the table and its index. */
function throttles(table: TableDefinition, environmentName: string): AlarmDefinition {
  const dimensions = { TableName: tableName(environmentName, table) };
  const places: { id: string; dimensions: Record<string, string> }[] = [
    { id: "table", dimensions },
    ...(table.hasIndex
      ? [{ id: "index", dimensions: { ...dimensions, GlobalSecondaryIndexName: "GSI1" } }]
      : []),
  ];
  const metrics = places.flatMap((place) =>
    ["Read", "Write"].map((kind) => ({
      id: `${place.id}${kind}`,
      namespace: "AWS/DynamoDB",
      name: `${kind}ThrottleEvents`,
      stat: "Sum" as const,
      dimensions: place.dimensions,
    })),
  );
  return {
    id: `${shortId(table)}ThrottleAlarm`,
    name: `${table.name}-throttles`,
    severity: "Critical",
    description: `DynamoDB turned requests to ${table.name} away`,
    metrics,
    expression: metrics.map(({ id }) => `FILL(${id}, 0)`).join(" + "),
    threshold: THRESHOLDS.throttledRequests,
    minutes: 1,
    datapoints: 1,
    isQuietGood: true,
  };
}

/** Of the six tables, the one that is nearest to what it may use. */
function consumedCapacity(
  kind: "Read" | "Write",
  data: DataSettings,
  environmentName: string,
): AlarmDefinition {
  const metrics = TABLES.map((table) => ({
    id: shortId(table).charAt(0).toLowerCase() + shortId(table).slice(1),
    namespace: "AWS/DynamoDB",
    name: `Consumed${kind}CapacityUnits`,
    stat: "Sum" as const,
    dimensions: { TableName: tableName(environmentName, table) },
  }));
  const limit = unitsPerSecond(kind, data);
  return {
    id: `${kind}CapacityAlarm`,
    name: `dynamodb-${kind.toLowerCase()}-capacity`,
    severity: "Warning",
    description: `A table uses more than ${THRESHOLDS.tableCapacityPercent} % of the ${limit} ${kind.toLowerCase()} units a second that it may use`,
    metrics,
    expression: `100 * MAX([${metrics.map(({ id }) => `FILL(${id}, 0)`).join(", ")}]) / ${PERIOD_SECONDS * limit}`,
    threshold: THRESHOLDS.tableCapacityPercent,
    minutes: 5,
    datapoints: 3,
    isQuietGood: true,
  };
}

function unitsPerSecond(kind: "Read" | "Write", data: DataSettings): number {
  if (data.billing === "on-demand") return ON_DEMAND_UNITS_PER_SECOND;
  return kind === "Read" ? data.maxReadUnits : data.maxWriteUnits;
}

/**
 * Of all requests, those that the load balancer or a service behind it failed. One bad minute alone does not
 * wake anybody.
 */
function serverErrors(): AlarmDefinition {
  const metric = (id: string, name: string): AlarmMetric => ({
    id,
    namespace: "AWS/ApplicationELB",
    name,
    stat: "Sum",
    dimensions: { LoadBalancer: { stack: "edge", output: "AlbFullName" } },
  });
  return {
    id: "ServerErrorAlarm",
    name: "alb-5xx",
    severity: "Critical",
    description: `More than ${THRESHOLDS.serverErrorPercent} % of the requests end in a 5xx answer`,
    metrics: [
      metric("requests", "RequestCount"),
      metric("refused", "HTTPCode_ELB_5XX_Count"),
      metric("failed", "HTTPCode_Target_5XX_Count"),
    ],
    // The balancer's own failures are counted beside the requests that reached a target.
    expression: "100 * (FILL(refused, 0) + FILL(failed, 0)) / (FILL(requests, 0) + FILL(refused, 0))",
    threshold: THRESHOLDS.serverErrorPercent,
    minutes: 3,
    datapoints: 2,
    isQuietGood: true,
  };
}

/** The highest ten seconds of each minute, beside what a gateway can carry. */
function natBandwidth({ nat, zones }: NetworkSettings): AlarmDefinition[] {
  const length = natCount(nat, zones);
  return Array.from({ length }, (_, index) => ({
    id: `NatBandwidth${index + 1}Alarm`,
    name: `nat-${index + 1}-bandwidth`,
    severity: "Warning",
    description: `The NAT gateway carries more than ${THRESHOLDS.natBandwidthPercent} % of the 100 Gbit/s that it can`,
    metrics: [
      {
        id: "bytes",
        namespace: "AWS/NATGateway",
        name: "PeakBytesPerSecond",
        stat: "Maximum",
        dimensions: { NatGatewayId: { stack: "network", output: "NatGatewayIds", index, length } },
      },
    ],
    expression: `100 * bytes * 8 / ${NAT_BITS_PER_SECOND}`,
    threshold: THRESHOLDS.natBandwidthPercent,
    ...forFiveMinutes,
  }));
}
