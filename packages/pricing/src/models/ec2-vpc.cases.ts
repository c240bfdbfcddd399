import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    { what: "a network is free", free: true },
    {
      what: "60 TB out of Seoul in three tiers, 100 GB between zones both ways (Infracost: data_transfer)",
      usage: { monthly_outbound_internet_gb: 61_440, monthly_intra_region_gb: 100 },
      parts: [
        [10_240, "0.126"],
        [40_960, "0.122"],
        [10_240, "0.117"],
        [200, "0.01"],
      ],
    },
    {
      what: "data that leaves another region than the stack's: 100 GB at Mumbai's price",
      usage: { "region.ap-south-1": 1, monthly_outbound_internet_gb: 100 },
      parts: [[100, "0.1093"]],
    },
  ],
  terraform: { aws_data_transfer: () => ({}) },
} satisfies TypeCases;
