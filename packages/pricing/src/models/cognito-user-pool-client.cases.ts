import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an app client for machines with 10,000 tokens",
      properties: { AllowedOAuthFlows: ["client_credentials"] },
      usage: { monthly_token_requests: 10_000 },
      parts: [[6], [10, "2.25"]],
    },
    {
      what: "an app client for people",
      properties: { AllowedOAuthFlows: ["code"] },
      free: true,
    },
  ],
  variants: [{ AllowedOAuthFlows: ["client_credentials"] }],
} satisfies TypeCases;
