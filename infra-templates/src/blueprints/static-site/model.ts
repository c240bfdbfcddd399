import { describeBlueprint } from "../../model/describe-blueprint";
import { staticSiteFlows } from "./flows";
import { STATIC_SITE_PRESETS } from "./presets";
import { staticSiteStacks } from "./stacks";

/** A static site's blueprint, without CDK. */
export const staticSiteModel = describeBlueprint(staticSiteStacks, {
  id: "static-site",
  version: "1.1.0",
  title: { en: "Static site", ko: "정적 사이트" },
  summary: {
    en: "A site of files behind CloudFront and a firewall, with its domain and certificate. It needs no network.",
    ko: "CloudFront와 방화벽 뒤의 파일 사이트로, 도메인과 인증서를 포함하며 네트워크가 필요 없습니다.",
  },
  presets: STATIC_SITE_PRESETS,
  flows: staticSiteFlows,
});
