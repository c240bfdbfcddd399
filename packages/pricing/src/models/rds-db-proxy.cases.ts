import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a proxy before 8 units of Aurora Serverless v2",
      usage: { capacity_units_per_hr: 8 },
      parts: [[8, "0.025", 730]],
    },
    {
      what: "a proxy before two vCPUs in Seoul",
      usage: { vcpu_count: 2 },
      parts: [[2, "0.018", 730]],
    },
    {
      what: "a proxy before two vCPUs in Virginia: $21.90, as its source works out",
      region: "us-east-1",
      usage: { vcpu_count: 2 },
      parts: [["21.9"]],
    },
  ],
} satisfies TypeCases;
