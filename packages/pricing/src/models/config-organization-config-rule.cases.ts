import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "50,000 evaluations over an organisation in Tokyo",
      region: "ap-northeast-1",
      usage: { monthly_rule_evaluations: 50_000 },
      parts: [[50_000, "0.001"]],
    },
  ],
} satisfies TypeCases;
