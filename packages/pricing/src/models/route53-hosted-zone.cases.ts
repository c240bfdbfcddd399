import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a zone with 10M standard queries",
      usage: { monthly_standard_queries: 10e6 },
      parts: [["0.5"], [10, "0.4"]],
    },
  ],
  terraform: { aws_route53_zone: () => ({}) },
} satisfies TypeCases;
