import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a state machine: 5,000 transitions are 5 thousands",
      usage: { monthly_transitions: 5000 },
      parts: [[5, "0.0271"]],
    },
    {
      what: "10M express workflows of 80 s in 64 MB, in Virginia: the first 1,000 GB-hours, 4,000 and 8,888.888888888889",
      region: "us-east-1",
      properties: { StateMachineType: "EXPRESS" },
      usage: { monthly_requests: 10e6, workflow_duration_ms: 80_000, memory_mb: 64 },
      parts: [[10], ["60.012"], ["119.952"], ["8888.888888888889", "0.016416"]],
    },
  ],
  variants: [{ StateMachineType: "EXPRESS" }],
} satisfies TypeCases;
