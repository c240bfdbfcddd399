import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an idle serverless cache on Valkey: the metered minimum of 0.1 GB, up to its limit of 5",
      properties: { Engine: "valkey", CacheUsageLimits: { DataStorage: { Maximum: 5 } } },
      parts: [["0.1", "0.101", 730]],
      bounds: { high: [[5, "0.101", 730]] },
    },
    {
      what: "a serverless cache of Valkey in Virginia: 100 MB at least",
      region: "us-east-1",
      properties: { Engine: "valkey" },
      usage: { monthly_ecpus: 1e9 },
      parts: [
        ["0.1", "0.084", 730],
        [1000, "0.0023"],
      ],
    },
  ],
  variants: [
    { Engine: "redis" },
    { Engine: "valkey", CacheUsageLimits: { DataStorage: { Minimum: 1, Maximum: 5 } } },
    { Engine: "valkey" },
  ],
} satisfies TypeCases;
