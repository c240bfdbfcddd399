import { THRESHOLDS } from "../alarms/thresholds";

/**
 * Recording and alerting rules of the workspace, as Prometheus reads them. The names come from what the
 * collector scrapes: cAdvisor of every node, and pods that ask for it by annotation: Karpenter, and the
 * services with OpenTelemetry's HTTP server metrics and their own counters. Redis and pods by phase are on
 * CloudWatch's dashboards, which have publishers for them.
 */
export const PROMETHEUS_RULES = `groups:
- name: eks-cluster
  rules:
  - record: node:cpu_used:percent
    expr: 100 * sum by (instance) (rate(container_cpu_usage_seconds_total{id="/"}[5m])) / sum by (instance) (machine_cpu_cores)
  - record: node:memory_used:percent
    expr: 100 * sum by (instance) (container_memory_working_set_bytes{id="/"}) / sum by (instance) (machine_memory_bytes)
  - record: cluster:karpenter_nodes_created:increase1h
    expr: sum by (nodepool) (increase(karpenter_nodeclaims_created_total[1h]))
  - record: cluster:karpenter_nodes_terminated:increase1h
    expr: sum by (nodepool) (increase(karpenter_nodeclaims_terminated_total[1h]))
  - alert: NodeCpuHigh
    expr: node:cpu_used:percent > ${THRESHOLDS.nodeCpuPercent}
    for: 5m
    labels: {severity: critical}
    annotations: {summary: "Node {{ $labels.instance }} uses {{ $value | humanize }} % of its CPU"}
  - alert: NodeMemoryHigh
    expr: node:memory_used:percent > ${THRESHOLDS.nodeMemoryPercent}
    for: 5m
    labels: {severity: warning}
    annotations: {summary: "Node {{ $labels.instance }} uses {{ $value | humanize }} % of its memory"}
- name: application
  rules:
  - record: app:requests:rate5m
    expr: sum by (service_name) (rate(http_server_request_duration_seconds_count[5m]))
  - record: app:errors_4xx:ratio5m
    expr: sum by (service_name) (rate(http_server_request_duration_seconds_count{http_response_status_code=~"4.."}[5m])) / app:requests:rate5m
  - record: app:errors_5xx:ratio5m
    expr: sum by (service_name) (rate(http_server_request_duration_seconds_count{http_response_status_code=~"5.."}[5m])) / app:requests:rate5m
  - record: app:latency_seconds:p50
    expr: histogram_quantile(0.5, sum by (service_name, le) (rate(http_server_request_duration_seconds_bucket[5m])))
  - record: app:latency_seconds:p95
    expr: histogram_quantile(0.95, sum by (service_name, le) (rate(http_server_request_duration_seconds_bucket[5m])))
  - record: app:latency_seconds:p99
    expr: histogram_quantile(0.99, sum by (service_name, le) (rate(http_server_request_duration_seconds_bucket[5m])))
  - record: app:throughput_bytes:rate5m
    expr: sum by (service_name) (rate(http_server_response_body_size_bytes_sum[5m]))
  - alert: ServerErrorsHigh
    expr: app:errors_5xx:ratio5m > ${THRESHOLDS.serverErrorPercent / 100}
    for: 2m
    labels: {severity: critical}
    annotations: {summary: "{{ $labels.service_name }} fails {{ $value | humanizePercentage }} of its requests"}
  - alert: LatencyAboveGoal
    expr: app:latency_seconds:p99 > ${THRESHOLDS.p99Seconds}
    for: 5m
    labels: {severity: warning}
    annotations: {summary: "p99 of {{ $labels.service_name }} is {{ $value }} s; the goal is ${THRESHOLDS.p99Seconds} s"}
- name: business
  rules:
  - record: business:reservations:rate5m
    expr: sum by (status) (rate(ticketing_reservations_total[5m]))
  - record: business:tickets_sold:rate5m
    expr: sum(rate(ticketing_tickets_sold_total[5m]))
  - record: business:active_users:count
    expr: sum(ticketing_active_users)
`;

/** Where the workspace's alerts go: SNS, by severity. An alert without one is a warning. */
export function alertManager(topics: { critical: string; warning: string }, region: string): string {
  const receiver = (name: string, topic: string) => `  - name: ${name}
    sns_configs:
    - topic_arn: ${topic}
      sigv4: {region: ${region}}
      subject: '{{ .Status | toUpper }} {{ .GroupLabels.alertname }}'`;
  return `alertmanager_config: |
  route:
    receiver: warning
    group_by: [alertname]
    group_wait: 30s
    group_interval: 5m
    repeat_interval: 4h
    routes:
    - receiver: critical
      matchers: [severity="critical"]
  receivers:
${receiver("critical", topics.critical)}
${receiver("warning", topics.warning)}
`;
}
