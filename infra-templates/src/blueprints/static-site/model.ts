import type { BlueprintModel } from "../../model/blueprint";
import { describeStacks } from "../../model/stack-model";
import { edgeSection, siteEdgeFields } from "../../stacks/edge/form";
import { edgeModel } from "../../stacks/edge/model";
import { edgeGlobalModel } from "../../stacks/edge-global/model";
import { trafficSection } from "../../traffic/traffic";
import { staticSiteFlows } from "./flows";
import { STATIC_SITE_PRESETS } from "./presets";
import { type StaticSiteSpec, staticSiteSpecSchema } from "./spec";

const TRAFFIC_FIELDS = Object.keys(staticSiteSpecSchema.shape.traffic.shape).map((name) => `traffic.${name}`);

/** A static site's blueprint, without CDK. */
export const staticSiteModel: BlueprintModel<StaticSiteSpec> = {
  id: "static-site",
  version: "1.1.0",
  title: { en: "Static site", ko: "정적 사이트" },
  summary: {
    en: "A site of files behind CloudFront and a firewall, with its domain and certificate. It needs no network.",
    ko: "CloudFront와 방화벽 뒤의 파일 사이트로, 도메인과 인증서를 포함하며 네트워크가 필요 없습니다.",
  },
  specSchema: staticSiteSpecSchema,
  presets: STATIC_SITE_PRESETS,
  sections: [
    {
      ...edgeSection,
      title: { en: "Site", ko: "사이트" },
      help: {
        en: "The site's domain, its files and the firewall in front of them.",
        ko: "사이트의 도메인, 파일, 앞단의 방화벽입니다.",
      },
      fields: siteEdgeFields,
    },
    { ...trafficSection, fields: trafficSection.fields.filter(({ path }) => TRAFFIC_FIELDS.includes(path)) },
  ],
  cidrs: () => [],
  ...describeStacks<StaticSiteSpec>([edgeGlobalModel, edgeModel], staticSiteFlows),
};
