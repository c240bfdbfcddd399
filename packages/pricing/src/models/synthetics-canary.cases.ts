import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a canary every five minutes: 8,760 runs",
      properties: { Schedule: { Expression: "rate(5 minutes)" } },
      parts: [[8760, "0.0019"]],
    },
    {
      what: "a canary in Tokyo every hour",
      region: "ap-northeast-1",
      properties: { Schedule: { Expression: "rate(1 hour)" } },
      parts: [[730, "0.0019"]],
    },
  ],
  variants: [{ Schedule: { Expression: "rate(5 minutes)" } }],
} satisfies TypeCases;
