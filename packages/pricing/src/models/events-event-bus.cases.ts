import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "custom events in N. Virginia (Infracost: cloudwatch_event_bus)",
      region: "us-east-1",
      usage: { monthly_custom_events: 4e6 },
      parts: [[4, 1]],
    },
  ],
  terraform: { aws_cloudwatch_event_bus: () => ({}) },
} satisfies TypeCases;
