import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "20,000 security checks",
      usage: { monthly_security_checks: 20_000 },
      parts: [[20_000, "0.001"]],
    },
    {
      what: "600,000 security checks in Virginia in three tiers and 10,000 findings",
      region: "us-east-1",
      usage: { monthly_security_checks: 600_000, monthly_finding_events: 10_000 },
      parts: [
        [100_000, "0.001"],
        [400_000, "0.0008"],
        [100_000, "0.0005"],
        [10_000, "0.00003"],
      ],
    },
  ],
} satisfies TypeCases;
