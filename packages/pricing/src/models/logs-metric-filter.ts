import { perMonth } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers the custom metrics that the filter makes of a log group, one a transformation, as if each were
 * published all month (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html). Not
 * covered: more metrics than one where a transformation has dimensions: they are named.
 */
export const logsMetricFilter: CostModel = {
  type: "AWS::Logs::MetricFilter",
  service: "CloudWatch",
  reads: ["MetricTransformations[].MetricName"],
  notPriced: ["MetricTransformations[].Dimensions", "EmitSystemFieldDimensions"],
  withoutInfluence:
    "MetricTransformations[].DefaultValue MetricTransformations[].MetricValue " +
    "MetricTransformations[].MetricNamespace " +
    "MetricTransformations[].Unit FilterPattern FieldSelectionCriteria " +
    "ApplyOnTransformedLogs",
  usageKeys: [],
  components: ({ properties }) => [
    perMonth({
      name: "Custom metrics",
      unit: "metrics",
      count: properties.list("MetricTransformations")?.length ?? null,
      property: "MetricTransformations",
      price: { service: "AmazonCloudWatch", sku: "custom metric first 10k" },
    }),
  ],
};
