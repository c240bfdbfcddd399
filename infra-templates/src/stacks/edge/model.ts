import type { StackModel } from "../../stack-model";
import type { TrafficSettings } from "../../traffic";
import type { NetworkSettings } from "../network/settings";
import { edgeOutline } from "./outline";
import type { EdgeSettings } from "./settings";
import { edgeUsage } from "./usage";

/** The network is read only where there is a load balancer, the accelerator only where the blueprint has one. */
export interface EdgeSpec {
  edge: EdgeSettings;
  traffic: Pick<TrafficSettings, "requestsPerSecond" | "hoursPerDay" | "kbPerResponse">;
  network?: NetworkSettings;
  accelerator?: { enabled: boolean };
}

export const edgeModel: StackModel<EdgeSpec> = {
  key: "edge",
  title: { en: "Edge", ko: "엣지" },
  summary: {
    en: "CloudFront over a private bucket, load balancer, certificate and DNS records",
    ko: "비공개 버킷 앞의 CloudFront, 로드 밸런서, 인증서, DNS 레코드",
  },
  dependsOn: ["edge-global", "network"],
  isOn: ({ edge }) => edge.enabled,
  outline: (spec) => edgeOutline(spec),
  usage: (spec) => edgeUsage(spec),
};

/** How many zones the load balancer stands in; none without a load balancer. */
export const albZones = ({ edge, network }: EdgeSpec): number => (edge.alb ? (network?.zones ?? 0) : 0);

/** The site's own traffic goes through a small function that runs before the cache. */
export const hasViewerFunction = ({ edge }: EdgeSpec): boolean => edge.viewerFunction !== "none";
