import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an advanced parameter in N. Virginia (Infracost: ssm_parameter_advanced)",
      region: "us-east-1",
      properties: { Tier: "Advanced" },
      usage: { monthly_api_interactions: 100_000 },
      parts: [
        ["0.0000684932", 730],
        [10, "0.05"],
      ],
    },
    { what: "a standard parameter is free", free: true },
    {
      what: "a standard parameter under raised throughput: 100,000 interactions",
      region: "us-east-1",
      usage: { "api_throughput_limit.higher": 1, monthly_api_interactions: 100_000 },
      parts: [[10, "0.05"]],
    },
  ],
  variants: [{ Tier: "Advanced" }],
  terraform: { aws_ssm_parameter: ({ tier }) => ({ Tier: tier }) },
} satisfies TypeCases;
