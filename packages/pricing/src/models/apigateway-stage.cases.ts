import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a stage's cache of half a gigabyte",
      properties: { CacheClusterEnabled: true },
      parts: [["0.02", 730]],
    },
    {
      what: "a cache of a size that no source has priced in Seoul",
      properties: { CacheClusterEnabled: true, CacheClusterSize: "1.6" },
      unpriced: { "Cache memory (1.6 GB)": 730 },
    },
  ],
  variants: [{ CacheClusterEnabled: true, CacheClusterSize: "1.6" }],
  notSourced: ["AmazonApiGateway: cache 1.6 GB"],
} satisfies TypeCases;
