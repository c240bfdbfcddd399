import type { TrafficSettings } from "../../traffic/settings";
import type { NetworkSettings } from "../network/settings";
import type { EdgeSettings } from "./settings";

/**
 * The network is read only where there is a load balancer, the accelerator only where the blueprint has one.
 */
export interface EdgeSpec {
  edge: EdgeSettings;
  traffic: Pick<TrafficSettings, "requestsPerSecond" | "hoursPerDay" | "byHour" | "kbPerResponse">;
  network?: NetworkSettings;
  accelerator?: { enabled: boolean; trafficPercent: number };
}

/** How many zones the load balancer stands in; none without a load balancer. */
export const albZones = ({ edge, network }: EdgeSpec): number => (edge.alb ? (network?.zones ?? 0) : 0);

/** The site's own traffic goes through a small function that runs before the cache. */
export const hasViewerFunction = ({ edge }: EdgeSpec): boolean => edge.viewerFunction !== "none";
