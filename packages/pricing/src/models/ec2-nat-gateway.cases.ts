import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a NAT gateway in Seoul with 100 GB",
      usage: { monthly_data_processed_gb: 100 },
      parts: [
        ["0.059", 730],
        [100, "0.059"],
      ],
    },
  ],
  terraform: { aws_nat_gateway: () => ({}) },
} satisfies TypeCases;
