import type { BlueprintModel } from "../../model/blueprint";
import type { Size } from "../../model/settings-model";
import { type StaticSiteSpec, staticSiteStacks } from "./stacks";

function specOf(size: Size, domain: string): StaticSiteSpec {
  const spec = staticSiteStacks.specOf(size);
  return { ...spec, edge: { ...spec.edge, domain } };
}

/** Sizes to start from. The domain is a starting value. */
export const STATIC_SITE_PRESETS: BlueprintModel<StaticSiteSpec>["presets"] = [
  {
    key: "dev",
    label: { en: "Preview", ko: "미리보기" },
    summary: {
      en: "For looking at a site before it is public: short retention, no Bot Control.",
      ko: "공개 전에 사이트를 확인하는 용도이며 보존 기간이 짧고 봇 컨트롤이 없습니다.",
    },
    stages: ["dev", "staging"],
    spec: specOf("dev", "preview.tickets.your-company.com"),
  },
  {
    key: "prod",
    label: { en: "Public site", ko: "공개 사이트" },
    summary: {
      en: "For everybody: Bot Control, all edge locations, files and logs kept for a month or more.",
      ko: "모두에게 공개하는 사이트로 봇 컨트롤, 전체 엣지 로케이션, 한 달 이상의 파일 및 로그 보존을 제공합니다.",
    },
    stages: ["prod", "staging"],
    spec: specOf("prod", "events.tickets.your-company.com"),
  },
];
