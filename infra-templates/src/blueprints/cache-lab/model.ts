import type { BlueprintModel } from "../../model/blueprint";
import { describeStacks } from "../../model/stack-model";
import { cacheSection, cacheShapeFields } from "../../stacks/cache/form";
import { cacheModel } from "../../stacks/cache/model";
import { networkSection } from "../../stacks/network/form";
import { networkModel } from "../../stacks/network/model";
import { trafficSection } from "../../traffic/traffic";
import { cacheLabFlows } from "./flows";
import { loadGeneratorSection } from "./load-generator/form";
import { loadGeneratorModel } from "./load-generator/model";
import { CACHE_LAB_PRESETS } from "./presets";
import { type CacheLabSpec, cacheLabSpecSchema } from "./spec";

const TRAFFIC_FIELDS = Object.keys(cacheLabSpecSchema.shape.traffic.shape).map((name) => `traffic.${name}`);

/** The cache lab's blueprint, without CDK. */
export const cacheLabModel: BlueprintModel<CacheLabSpec> = {
  id: "cache-lab",
  version: "1.0.0",
  title: { en: "Cache lab", ko: "캐시 실험실" },
  summary: {
    en: "A cache of any shape and machines that put load on it: find the shape that is right before production pays for it.",
    ko: "원하는 구성의 캐시와 부하를 주는 서버입니다. 운영에 적용하기 전에 알맞은 구성을 찾으세요.",
  },
  specSchema: cacheLabSpecSchema,
  presets: CACHE_LAB_PRESETS,
  sections: [
    { ...cacheSection, fields: cacheShapeFields },
    loadGeneratorSection,
    networkSection,
    { ...trafficSection, fields: trafficSection.fields.filter(({ path }) => TRAFFIC_FIELDS.includes(path)) },
  ],
  cidrs: (spec) => [spec.network.cidr],
  ...describeStacks<CacheLabSpec>([networkModel, cacheModel, loadGeneratorModel], cacheLabFlows),
};
