import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "Container Insights of 10 nodes, 20 pods and 12 services: 24 + 80 + 180 + 72 = 356 metrics at 0.30",
      properties: { AddonName: "amazon-cloudwatch-observability" },
      usage: { monthly_custom_metrics: 356 },
      parts: [["0.3", 356]],
    },
    {
      what: "another add-on is free",
      properties: { AddonName: "coredns" },
      parts: [],
    },
  ],
  variants: [{ AddonName: "amazon-cloudwatch-observability" }],
} satisfies TypeCases;
