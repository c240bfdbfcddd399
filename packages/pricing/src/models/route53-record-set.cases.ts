import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "1.5 billion queries of a record in two tiers",
      usage: { monthly_standard_queries: 1.5e9 },
      parts: [
        [1000, "0.4"],
        [500, "0.2"],
      ],
    },
    {
      what: "an alias of an AWS resource",
      properties: { AliasTarget: { DNSName: "x" } },
      free: true,
    },
  ],
  terraform: { aws_route53_record: () => ({}) },
} satisfies TypeCases;
