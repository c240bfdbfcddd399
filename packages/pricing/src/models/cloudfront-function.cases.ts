import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "5M invocations of a CloudFront function",
      usage: { monthly_requests: 5e6 },
      parts: [[5, "0.1"]],
    },
  ],
  terraform: { aws_cloudfront_function: () => ({}) },
  infracost: { usage: [[/^aws_cloudfront_function\./, { monthly_requests: 200_000 }]] },
} satisfies TypeCases;
