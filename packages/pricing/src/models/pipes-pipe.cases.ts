import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "10M requests of a pipe in Seoul at 0.46 a million",
      properties: {
        Source: "arn:aws:sqs:ap-northeast-2:1:orders",
        Target: "arn:aws:lambda:ap-northeast-2:1:f",
      },
      usage: { monthly_requests: 10_000_000 },
      parts: [[10, "0.46"]],
    },
  ],
} satisfies TypeCases;
