import type { LocalText } from "./local-text";

interface Dashboard {
  /** What Grafana and every link know it by; it never changes, so that addresses people kept stay right. */
  uid: string;
  title: LocalText;
}

/** Every Grafana dashboard that there is: no link leads to another one. */
export const DASHBOARDS = {
  cluster: { uid: "greenroom-eks-cluster", title: { en: "EKS cluster", ko: "EKS 클러스터" } },
  redis: { uid: "greenroom-redis", title: { en: "Redis", ko: "Redis" } },
  application: { uid: "greenroom-application", title: { en: "Application", ko: "애플리케이션" } },
  business: { uid: "greenroom-business", title: { en: "Business", ko: "비즈니스" } },
  portal: { uid: "greenroom-portal", title: { en: "Greenroom itself", ko: "Greenroom 자체" } },
} as const satisfies Record<string, Dashboard>;
export type DashboardKey = keyof typeof DASHBOARDS;
