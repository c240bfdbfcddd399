import { bilingual } from "@greenroom/messages";
import { logGroup } from "../../model/outline-parts";
import { switchedOff } from "../../model/settings-model";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { explain, logUsage, moving, steady } from "../../model/usage-value";
import { requestsPerMonth } from "../../traffic/rates";
import type { TrafficSettings } from "../../traffic/settings";
import { hasBalancer, type WatchedSpec } from "../alarms/definitions";
import { NODE_GROUPS } from "../cluster/node-group-names";
import { type ClusterSettings, nodeGroupSettings } from "../cluster/settings";
import { observabilitySection } from "./form";
import { OBSERVABILITY_SIZES, type ObservabilitySettings, observabilitySettings } from "./settings";

export interface ObservabilitySpec extends WatchedSpec {
  cluster?: ClusterSettings;
  observability: ObservabilitySettings;
  traffic: TrafficSettings;
}

/** CloudWatch keeps the metrics; the records they are made of are only looked at after an incident. */
export const INSIGHTS_DAYS = 3;

/** The four preset dashboards, each only while what it shows is there. */
export function dashboardIds(spec: ObservabilitySpec): string[] {
  const { observability, cluster, cache } = spec;
  if (!observability.dashboards) return [];
  return [
    ...(cluster?.enabled ? ["ClusterDashboard"] : []),
    ...(cache?.enabled ? ["RedisDashboard"] : []),
    ...(hasBalancer(spec) ? ["ApplicationDashboard"] : []),
    "BusinessDashboard",
  ];
}

export const observabilityModel = {
  key: "observability",
  settings: {
    key: "observability",
    schema: observabilitySettings.default(switchedOff(OBSERVABILITY_SIZES)),
    sizes: OBSERVABILITY_SIZES,
    section: observabilitySection,
  },
  title: { en: "Observability", ko: "관측성" },
  summary: {
    en: "Dashboards, Managed Prometheus and Grafana, application logs, traces",
    ko: "대시보드, Managed Prometheus와 Grafana, 애플리케이션 로그, 추적",
  },
  // Not on the tables and buses: their names are known before they exist.
  dependsOn: ["alarms", "cache", "cluster", "edge"],
  isOn: ({ observability }) => observability.enabled,

  outline(spec) {
    const { observability } = spec;
    const resources: PricedResources = {};
    for (const id of dashboardIds(spec)) resources[id] = { Type: "AWS::CloudWatch::Dashboard" };
    if (spec.cluster?.enabled) {
      resources.ContainerInsightsLogGroup = logGroup(INSIGHTS_DAYS);
      resources.CloudWatchAgentAddOn = {
        Type: "AWS::EKS::Addon",
        Properties: { AddonName: "amazon-cloudwatch-observability" },
      };
    }
    if (spec.cluster?.enabled && (observability.prometheus || observability.tracing)) {
      resources.OpenTelemetryAddOn = { Type: "AWS::EKS::Addon", Properties: { AddonName: "adot" } };
    }
    resources.ApplicationLogGroup = logGroup(observability.logRetentionDays);
    if (observability.prometheus) {
      resources.PrometheusWorkspace = { Type: "AWS::APS::Workspace" };
      resources.PrometheusLogGroup = logGroup(observability.logRetentionDays);
    }
    if (observability.grafana) resources.GrafanaWorkspace = { Type: "AWS::Grafana::Workspace" };
    return resources;
  },

  usage: ({ observability, cluster, traffic }) => usageOf(observability, cluster, traffic),
} as const satisfies StackModel<ObservabilitySpec>;

/**
 * Series that kubelet, kube-state-metrics and a node's services publish, and the half minute between their
 * scrapes.
 */
const SERIES = 20_000;
const SCRAPES_PER_MONTH = (730 * 3600) / 30;
/** Managed Prometheus compresses a sample to 1 or 2 bytes (its pricing page) and keeps 150 days. */
const BYTES_PER_SAMPLE = 2;

/**
 * Metrics that Container Insights publishes: 24 of the cluster, 8 of each node, 9 of each pod by its name, 6
 * of each service (https://aws.amazon.com/cloudwatch/pricing/, the example of Container Insights for EKS).
 */
const INSIGHTS_METRICS = { cluster: 24, node: 8, pod: 9, service: 6 };
/** The platform's own and those of the add-ons; not measured yet. */
const POD_NAMES = 20;
const SERVICES = 12;

function insightsMetrics(cluster: ClusterSettings) {
  const nodes = NODE_GROUPS.reduce((sum, group) => sum + nodeGroupSettings(cluster, group).desired, 0);
  const fixed =
    INSIGHTS_METRICS.cluster + INSIGHTS_METRICS.pod * POD_NAMES + INSIGHTS_METRICS.service * SERVICES;
  const of = (spotNodes: number) => fixed + INSIGHTS_METRICS.node * (nodes + spotNodes);
  const { spotNodesMin, spotNodesMax } = cluster;
  return {
    low: of(spotNodesMin),
    expected: of((spotNodesMin + spotNodesMax) / 2),
    high: of(spotNodesMax),
    assumption: bilingual({
      en: `Container Insights: 24 metrics of the cluster, 8 of each of ${nodes} nodes and of the spot nodes, 9 of each of ${POD_NAMES} pods, 6 of each of ${SERVICES} services; pods and services assumed`,
      ko: `Container Insights: 클러스터 24개, 노드 ${nodes}개와 스팟 노드당 8개, 파드 ${POD_NAMES}개당 9개, 서비스 ${SERVICES}개당 6개의 지표이며 파드와 서비스 수는 가정입니다`,
    }),
  };
}

function usageOf(
  observability: ObservabilitySettings,
  cluster: ClusterSettings | undefined,
  traffic: TrafficSettings,
): StackUsage {
  const hasCluster = cluster?.enabled ?? false;
  const usage: StackUsage = {
    ApplicationLogGroup: logUsage(
      1 + (requestsPerMonth(traffic) * 200) / 1e9,
      observability.logRetentionDays,
      explain("1 GB and 200 bytes of log for each request", "1GB와 요청당 로그 200바이트"),
    ),
  };
  if (cluster?.enabled) {
    usage.CloudWatchAgentAddOn = { monthly_custom_metrics: insightsMetrics(cluster) };
    usage.ContainerInsightsLogGroup = logUsage(3, INSIGHTS_DAYS, {
      en: "3 GB of records of nodes and pods; low is half, high is double",
      ko: "노드와 파드 기록 3GB이며 최저는 절반, 최고는 두 배입니다",
    });
  }
  if (observability.prometheus) {
    const samples = hasCluster ? SERIES * SCRAPES_PER_MONTH : 0;
    const assumption = {
      en: `${hasCluster ? SERIES : "No cluster, so no"} series, scraped every 30 seconds, kept for 150 days; low is half, high is double`,
      ko: hasCluster
        ? `시계열 ${SERIES}개를 30초마다 수집하여 150일 보관하며 최저는 절반, 최고는 두 배입니다`
        : "클러스터가 없어 수집하는 시계열이 없습니다",
    };
    usage.PrometheusWorkspace = {
      monthly_ingested_samples: moving(samples, assumption),
      storage_gb: moving((samples * BYTES_PER_SAMPLE * (150 / 30.4)) / 1e9, assumption),
      monthly_query_samples: moving(samples * 2, assumption),
    };
    usage.PrometheusLogGroup = logUsage(0.01, observability.logRetentionDays, {
      en: "10 MB of rule and alert failures",
      ko: "규칙과 알림 실패 로그 10MB",
    });
  }
  if (observability.grafana) {
    usage.GrafanaWorkspace = {
      editors_administrator_licenses: steady(1, { en: "One administrator", ko: "관리자 1명" }),
      viewer_licenses: steady(5, { en: "Five viewers in a month", ko: "한 달에 5명이 조회" }),
    };
  }
  return usage;
}
