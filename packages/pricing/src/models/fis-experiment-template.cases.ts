import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an experiment of 30 minutes",
      usage: { monthly_action_minutes: 30 },
      parts: [[30, "0.1"]],
    },
  ],
} satisfies TypeCases;
