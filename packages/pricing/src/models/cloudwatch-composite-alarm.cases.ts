import type { TypeCases } from "../../testing/cases";

export default {
  figures: [{ what: "a composite alarm", parts: [["0.5"]] }],
} satisfies TypeCases;
