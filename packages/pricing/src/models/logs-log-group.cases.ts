import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a log group: 50 GB in, 40 GB kept",
      usage: { monthly_data_ingested_gb: 50, storage_gb: 40 },
      parts: [
        [50, "0.76"],
        [40, "0.0314"],
      ],
    },
  ],
  variants: [{ LogGroupClass: "INFREQUENT_ACCESS" }],
  terraform: { aws_cloudwatch_log_group: () => ({}) },
  infracost: {
    usage: [
      [
        /^aws_cloudwatch_log_group\.logs_count_withUsage/,
        { monthly_data_ingested_gb: 1000, storage_gb: 500, monthly_data_scanned_gb: 250 },
      ],
    ],
  },
} satisfies TypeCases;
