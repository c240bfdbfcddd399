import type { BlueprintModel } from "../../model/blueprint";
import { type CacheLabSpec, cacheLabStacks } from "./stacks";

const small = cacheLabStacks.specOf("dev");
/** One measurement: ten thousand requests a second for two hours a day, from two machines. */
const base: CacheLabSpec = {
  ...small,
  network: { ...small.network, cidr: "10.184.0.0/16" },
  traffic: { ...small.traffic, requestsPerSecond: 10_000, hoursPerDay: 2 },
};
const stages = ["dev", "staging"];

/** Shapes to compare. The first two are what the platform's owners measured. */
export const CACHE_LAB_PRESETS: BlueprintModel<CacheLabSpec>["presets"] = [
  {
    key: "burstable",
    label: { en: "One small node", ko: "소형 노드 1개" },
    summary: {
      en: "A cache.t3.micro: the owners saw 54 % CPU and up to 90 % memory at 10,000 requests a second, unstable.",
      ko: "cache.t3.micro 1개: 초당 10,000건에서 CPU 54%, 메모리 최대 90%로 불안정했습니다.",
    },
    stages,
    spec: { ...base, cache: { ...base.cache, nodeType: "cache.t3.micro" } },
  },
  {
    key: "production",
    label: { en: "Production shape", ko: "운영 구성" },
    summary: {
      en: "8 shards of cache.m7g.xlarge with a replica: 15-20 % CPU at 10,000, good for 30,000 to 40,000.",
      ko: "cache.m7g.xlarge 샤드 8개와 복제본: 10,000건에서 CPU 15~20%, 30,000~40,000건까지 가능합니다.",
    },
    stages,
    spec: {
      ...base,
      cache: { ...base.cache, nodeType: "cache.m7g.xlarge", shards: 8, replicas: 1, multiAz: true },
      loadGenerator: { instanceType: "c7g.4xlarge", instances: 4 },
    },
  },
  {
    key: "valkey",
    label: { en: "The same on Valkey", ko: "Valkey로 같은 구성" },
    summary: {
      en: "Production's shape with Valkey 8.0, whose nodes cost a fifth less.",
      ko: "노드 비용이 20% 저렴한 Valkey 8.0으로 만든 운영 구성입니다.",
    },
    stages,
    spec: {
      ...base,
      cache: {
        ...base.cache,
        engine: "valkey-8.0",
        nodeType: "cache.m7g.xlarge",
        shards: 8,
        replicas: 1,
        multiAz: true,
      },
      loadGenerator: { instanceType: "c7g.4xlarge", instances: 4 },
    },
  },
  {
    key: "few-large",
    label: { en: "Few large nodes", ko: "적은 수의 대형 노드" },
    summary: {
      en: "2 shards of cache.r7g.2xlarge without replicas: as much memory as production's, in fewer places.",
      ko: "복제본 없는 cache.r7g.2xlarge 샤드 2개: 운영과 같은 메모리를 적은 노드에 담습니다.",
    },
    stages,
    spec: {
      ...base,
      cache: { ...base.cache, nodeType: "cache.r7g.2xlarge", shards: 2 },
      loadGenerator: { instanceType: "c7g.2xlarge", instances: 4 },
    },
  },
];
