import { describeBlueprint } from "../../model/describe-blueprint";
import { cacheLabFlows } from "./flows";
import { CACHE_LAB_PRESETS } from "./presets";
import { cacheLabStacks } from "./stacks";

/** The cache lab's blueprint, without CDK. */
export const cacheLabModel = describeBlueprint(cacheLabStacks, {
  id: "cache-lab",
  version: "1.0.0",
  title: { en: "Cache lab", ko: "캐시 실험실" },
  summary: {
    en: "A cache of any shape and machines that put load on it: find the shape that is right before production pays for it.",
    ko: "원하는 구성의 캐시와 부하를 주는 서버입니다. 운영에 적용하기 전에 알맞은 구성을 찾으세요.",
  },
  presets: CACHE_LAB_PRESETS,
  flows: cacheLabFlows,
});
