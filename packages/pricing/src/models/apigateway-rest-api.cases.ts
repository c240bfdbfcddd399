import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an API: 400M requests in two tiers",
      usage: { monthly_requests: 400e6 },
      parts: [
        [333, "3.5"],
        [67, "3.19"],
      ],
    },
    {
      what: "an API in Virginia: 21 billion requests in four tiers (Infracost: api_gateway_rest_api)",
      region: "us-east-1",
      usage: { monthly_requests: 21_000e6 },
      parts: [["1165.50"], ["1867.60"], ["45220"], ["1510"]],
    },
  ],
} satisfies TypeCases;
