import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a filter that makes two custom metrics",
      properties: { MetricTransformations: [{ MetricName: "A" }, { MetricName: "B" }] },
      parts: [[2, "0.3"]],
    },
  ],
} satisfies TypeCases;
