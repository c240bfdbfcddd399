import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a million evaluations in N. Virginia in three tiers (Infracost: config_config_rule)",
      region: "us-east-1",
      usage: { monthly_rule_evaluations: 1_000_000 },
      parts: [
        [100_000, "0.001"],
        [400_000, "0.0008"],
        [500_000, "0.0005"],
      ],
    },
  ],
  terraform: { aws_config_config_rule: () => ({}) },
} satisfies TypeCases;
