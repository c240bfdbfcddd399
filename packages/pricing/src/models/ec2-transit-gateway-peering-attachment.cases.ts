import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a peering of transit gateways",
      parts: [["0.07", 730]],
    },
    {
      what: "a peering in Virginia",
      region: "us-east-1",
      parts: [["36.5"]],
    },
  ],
} satisfies TypeCases;
