import { z } from "zod";
import { fixedSizes } from "../../model/settings-model";
import { listStacks, type SpecOf } from "../../model/stack-list";
import { siteEdgeFields } from "../../stacks/edge/form";
import { edgeModel } from "../../stacks/edge/model";
import { EDGE_SIZES, edgeFields, needsSources } from "../../stacks/edge/settings";
import { edgeGlobalModel } from "../../stacks/edge-global/model";
import { trafficOf } from "../../traffic/model";
import { trafficSettings } from "../../traffic/settings";

/** A site is an edge that is always on and has no load balancer, since there is no network to stand in. */
const siteEdge = {
  ...edgeModel,
  settings: {
    key: "edge",
    schema: edgeFields.extend({ enabled: z.literal(true), alb: z.literal(false) }).superRefine(needsSources),
    sizes: fixedSizes(EDGE_SIZES, { enabled: true, alb: false }),
    section: {
      title: { en: "Site", ko: "사이트" },
      help: {
        en: "The site's domain, its files and the firewall in front of them.",
        ko: "사이트의 도메인, 파일, 앞단의 방화벽입니다.",
      },
      fields: siteEdgeFields,
    },
  },
} as const;

/** The stacks of a static site, in the order in which the form shows their settings. */
export const staticSiteStacks = listStacks(
  [siteEdge, edgeGlobalModel],
  trafficOf(
    trafficSettings.pick({ requestsPerSecond: true, hoursPerDay: true, byHour: true, kbPerResponse: true }),
  ),
);
export type StaticSiteSpec = SpecOf<typeof staticSiteStacks>;
