import type { TypeCases } from "../../testing/cases";

export default {
  figures: [{ what: "a dashboard", parts: [[3]] }],
} satisfies TypeCases;
