import type { TypeCases } from "../../testing/cases";
import { type Attributes, defined, first } from "../../testing/terraform-attributes";

export default {
  figures: [{ what: "an alarm", parts: [["0.1"]] }],
  variants: [{ Period: 10 }],
  terraform: {
    aws_cloudwatch_metric_alarm: ({ comparison_operator, period, metric_query }) =>
      defined({
        ComparisonOperator: comparison_operator,
        Period: period,
        Metrics: (metric_query as Attributes[] | undefined)?.map(({ id, metric }) =>
          defined({ Id: id, MetricStat: first(metric) && { Period: first(metric)?.period } }),
        ),
      }),
  },
} satisfies TypeCases;
