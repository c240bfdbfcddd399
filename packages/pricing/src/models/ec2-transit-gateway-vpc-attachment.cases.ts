import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an attachment to a transit gateway with 1,000 GB",
      usage: { monthly_data_processed_gb: 1000 },
      parts: [
        ["0.07", 730],
        [1000, "0.02"],
      ],
    },
  ],
} satisfies TypeCases;
