import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a bucket of 100 GB with 10,000 writes and 100,000 reads",
      usage: {
        "standard.storage_gb": 100,
        "standard.monthly_tier_1_requests": 10_000,
        "standard.monthly_tier_2_requests": 100_000,
      },
      parts: [
        [100, "0.025"],
        ["0.01", "4.5"],
        ["0.1", "0.35"],
      ],
    },
  ],
  variants: [
    {
      LifecycleConfiguration: {
        Rules: [{ TagFilters: [{ Key: "a", Value: "b" }], Transitions: [{ StorageClass: "DEEP_ARCHIVE" }] }],
      },
      AnalyticsConfigurations: [{ Id: "a" }],
      InventoryConfigurations: [{ Id: "a" }],
    },
  ],
  terraform: { aws_s3_bucket: () => ({}) },
  infracost: {
    differs: [
      [
        /^aws_s3_bucket\.bucket_withUsage$/,
        /^Glacier flexible retrieval: Retrieval requests \(standard\)$/,
        "Two lists of 2025 have 0.05 for a thousand; the golden test's 0.03 is of 2024.",
      ],
    ],
  },
} satisfies TypeCases;
