import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "the older name of the attachment",
      parts: [["0.07", 730]],
    },
    {
      what: "an attachment in Virginia",
      region: "us-east-1",
      usage: { monthly_data_processed_gb: 100 },
      parts: [["36.5"], [2]],
    },
  ],
} satisfies TypeCases;
