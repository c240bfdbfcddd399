import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "20M invocations of a schedule",
      usage: { monthly_invocations: 20e6 },
      parts: [[20, "1.15"]],
    },
  ],
} satisfies TypeCases;
