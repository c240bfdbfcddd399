import type { StackModel } from "../../model/stack-model";
import { clusterDashboard } from "../observability/settings";

export interface WorkloadsSpec {
  cluster: { enabled: boolean };
  cache?: { enabled: boolean };
  aurora?: { enabled: boolean };
  edge?: { enabled: boolean; alb: boolean };
  observability?: { enabled: boolean };
}

/** Comes with the cluster, after everything that its pods are let into. */
export const workloadsModel = {
  key: "workloads",
  title: { en: "Workloads", ko: "워크로드" },
  summary: {
    en: "What pods may do: roles of the services and of the load balancer controller, and the load balancer's way to pods",
    ko: "파드 권한: 서비스와 로드 밸런서 컨트롤러의 역할, 로드 밸런서에서 파드로 가는 경로",
  },
  dependsOn: ["aurora", "cache", "cluster", "data", "edge", "events"],
  isOn: ({ cluster }) => cluster.enabled,
  // Roles, associations and rules of security groups are free.
  outline: () => ({}),
  usage: () => ({}),
  reaches: ({ cache, aurora, edge }) => [
    { from: "pods", to: "tables" },
    { from: "pods", to: "buses" },
    { from: "pods", to: "queues" },
    ...(cache?.enabled ? [{ from: "pods", to: "cache" } as const] : []),
    ...(aurora?.enabled ? [{ from: "pods", to: "database" } as const] : []),
    ...(edge?.enabled && edge.alb ? [{ from: "loadBalancer", to: "pods" } as const] : []),
  ],
  dashboard: clusterDashboard,
} as const satisfies StackModel<WorkloadsSpec>;
