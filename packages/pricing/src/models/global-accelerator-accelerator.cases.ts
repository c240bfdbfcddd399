import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an accelerator's fixed fee",
      parts: [["0.025", 730]],
    },
  ],
  terraform: { aws_globalaccelerator_accelerator: () => ({}) },
} satisfies TypeCases;
