import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a workspace of Prometheus in Tokyo: a billion samples and 20 GB",
      region: "ap-northeast-1",
      usage: { monthly_ingested_samples: 1e9, storage_gb: 20 },
      parts: [
        [100, "0.9"],
        [20, "0.03"],
      ],
    },
    {
      what: "a workspace of Prometheus: 3 billion samples in two tiers",
      usage: { monthly_ingested_samples: 3e9 },
      parts: [
        [200, "0.9"],
        [100, "0.35"],
      ],
    },
  ],
} satisfies TypeCases;
