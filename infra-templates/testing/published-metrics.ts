/**
 * A metric, the sets of dimensions that its publisher gives it, and where that is said. Dimensions are in
 * alphabetical order.
 */
interface PublishedMetric {
  dimensions: readonly string[];
  source: string;
}

const GUIDE = "https://docs.aws.amazon.com";
const published = (
  source: string,
  dimensions: readonly string[],
  names: string,
): [string, PublishedMetric][] => names.split(/\s+/).map((name) => [name, { dimensions, source }]);

/**
 * Namespace → metric → what AWS documents for it (read in November 2026). A metric that is not here, or with
 * other dimensions, is one that nobody publishes: its alarm never rings and its chart stays empty.
 */
export const PUBLISHED: Record<string, Record<string, PublishedMetric>> = {
  "AWS/ElastiCache": Object.fromEntries([
    ...published(
      `${GUIDE}/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Policies-Target.html`,
      ["ReplicationGroupId,Role"],
      "EngineCPUUtilization",
    ),
    ...published(
      `${GUIDE}/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Policies-Target.html`,
      ["ReplicationGroupId"],
      "DatabaseCapacityUsageCountedForEvictPercentage",
    ),
    ...published(
      `${GUIDE}/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html`,
      ["CacheClusterId,CacheNodeId"],
      "NetworkBytesIn NetworkBytesOut CacheHits CacheMisses",
    ),
  ]),
  ContainerInsights: Object.fromEntries(
    published(
      `${GUIDE}/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-EKS.html`,
      ["ClusterName"],
      "cluster_failed_node_count cluster_node_count namespace_number_of_running_pods node_cpu_utilization node_memory_utilization",
    ),
  ),
  "AWS/DynamoDB": Object.fromEntries([
    ...published(
      `${GUIDE}/amazondynamodb/latest/developerguide/metrics-dimensions.html`,
      ["TableName", "GlobalSecondaryIndexName,TableName"],
      "ConsumedReadCapacityUnits ConsumedWriteCapacityUnits ReadThrottleEvents WriteThrottleEvents",
    ),
    ...published(
      `${GUIDE}/amazondynamodb/latest/developerguide/metrics-dimensions.html`,
      ["ReceivingRegion,TableName"],
      "ReplicationLatency",
    ),
  ]),
  "AWS/ApplicationELB": Object.fromEntries(
    published(
      `${GUIDE}/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html`,
      ["LoadBalancer", "AvailabilityZone,LoadBalancer"],
      `ActiveConnectionCount HTTPCode_ELB_4XX_Count HTTPCode_ELB_5XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count
      ProcessedBytes RequestCount TargetResponseTime`,
    ),
  ),
  "AWS/NATGateway": Object.fromEntries(
    published(
      `${GUIDE}/vpc/latest/userguide/metrics-dimensions-nat-gateway.html`,
      ["NatGatewayId"],
      "PeakBytesPerSecond",
    ),
  ),
  "AWS/Events": Object.fromEntries(
    published(
      `${GUIDE}/eventbridge/latest/userguide/eb-monitoring.html`,
      ["EventBusName,RuleName", "RuleName", "EventBusName"],
      "MatchedEvents",
    ),
  ),
};

/** Metric of the Prometheus rules → who publishes it, where the collector scrapes it. */
export const SCRAPED: Record<string, string> = {
  container_cpu_usage_seconds_total:
    "cAdvisor of every node: https://github.com/google/cadvisor, docs/storage/prometheus.md",
  container_memory_working_set_bytes: "cAdvisor",
  machine_cpu_cores: "cAdvisor",
  machine_memory_bytes: "cAdvisor",
  karpenter_nodeclaims_created_total: "Karpenter: https://karpenter.sh/docs/reference/metrics/",
  karpenter_nodeclaims_terminated_total: "Karpenter",
  http_server_request_duration_seconds_bucket:
    "the services: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/",
  http_server_request_duration_seconds_count: "the services",
  http_server_response_body_size_bytes_sum: "the services",
  ticketing_active_users: "the services' own",
  ticketing_reservations_total: "the services' own",
  ticketing_tickets_sold_total: "the services' own",
};
