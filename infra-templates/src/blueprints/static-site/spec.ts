import { z } from "zod";
import { edgeFields, needsSources } from "../../stacks/edge/settings";
import { trafficSettings } from "../../traffic/traffic";

/** A site is an edge that is always on and has no load balancer, since there is no network to stand in. */
export const staticSiteSpecSchema = z.strictObject({
  edge: edgeFields.extend({ enabled: z.literal(true), alb: z.literal(false) }).superRefine(needsSources),
  traffic: trafficSettings.pick({
    requestsPerSecond: true,
    hoursPerDay: true,
    byHour: true,
    kbPerResponse: true,
  }),
});

export type StaticSiteSpec = z.infer<typeof staticSiteSpecSchema>;
