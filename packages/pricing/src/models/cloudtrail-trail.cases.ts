import type { TypeCases } from "../../testing/cases";
import { defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "300,000 insight events",
      properties: { InsightSelectors: [{ InsightType: "ApiCallRateInsight" }] },
      usage: { monthly_insight_events: 300_000 },
      parts: [[3, "0.35"]],
    },
  ],
  variants: [{ InsightSelectors: [{ InsightType: "ApiCallRateInsight" }] }],
  terraform: { aws_cloudtrail: ({ insight_selector }) => defined({ InsightSelectors: insight_selector }) },
} satisfies TypeCases;
