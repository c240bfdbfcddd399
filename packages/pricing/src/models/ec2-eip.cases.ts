import type { TypeCases } from "../../testing/cases";

export default {
  figures: [{ what: "a public address", parts: [["0.005", 730]] }],
  terraform: { aws_eip: () => ({}) },
} satisfies TypeCases;
