import { perMonth } from "../components";
import type { CostModel, ModelInput } from "../cost-model";
import { createPropertyReader, type PropertyReader } from "../properties";

/** An anomaly detection alarm evaluates three metrics: the metric and both bounds of its band. */
const ANOMALY_METRICS = 3;
const ANOMALY_OPERATORS = new Set([
  "LessThanLowerOrGreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "GreaterThanUpperThreshold",
]);
/** A period below a minute makes an alarm "high resolution". */
const STANDARD_PERIOD_SECONDS = 60;

/**
 * Covers the alarm's month: one per metric it evaluates, at standard or high resolution; anomaly detection
 * counts three. Not covered: the 10 alarms an account has free, Metrics Insights alarms by metrics analysed,
 * custom metrics.
 */
export const cloudWatchAlarm: CostModel = {
  type: "AWS::CloudWatch::Alarm",
  service: "CloudWatch",
  reads: ["ComparisonOperator", "Period", "Metrics[].MetricStat.Period"],
  notPriced: [
    ["Metrics[].Expression", /^\s*SELECT\b/i],
    ["Metrics[].Period", /^(10|20|30)$/],
    "EvaluationCriteria",
  ],
  withoutInfluence:
    "ThresholdMetricId EvaluateLowSampleCountPercentile ExtendedStatistic TreatMissingData " +
    "Dimensions EvaluationPeriods Unit Namespace OKActions AlarmActions ActionsEnabled " +
    "Metrics[].AccountId Metrics[].ReturnData Metrics[].Label Metrics[].MetricStat.Stat " +
    "Metrics[].MetricStat.Metric Metrics[].MetricStat.Unit Metrics[].Id AlarmDescription Statistic " +
    "InsufficientDataActions DatapointsToAlarm Threshold WarmUpConfiguration EvaluationWindow " +
    "EvaluationInterval",
  usageKeys: [],
  components: (input) => {
    const isAnomaly = ANOMALY_OPERATORS.has(input.properties.text("ComparisonOperator") ?? "");
    const { count, periodSeconds } = metricsOf(input);
    const resolution = periodSeconds < STANDARD_PERIOD_SECONDS ? "high" : "standard";
    const title = resolution === "high" ? "High resolution" : "Standard resolution";
    return [
      perMonth({
        name: isAnomaly ? `${title} anomaly detection` : title,
        unit: isAnomaly ? "alarms" : "alarm metrics",
        count: isAnomaly ? count * ANOMALY_METRICS : count,
        price: { service: "AmazonCloudWatch", sku: `alarm ${resolution} resolution` },
      }),
    ];
  },
};

function metricsOf({ properties }: ModelInput): { count: number; periodSeconds: number } {
  const queries = (properties.list("Metrics") ?? [])
    .map((query) => createPropertyReader(query))
    .filter((query) => query.has("MetricStat"));
  if (queries.length === 0) {
    return { count: 1, periodSeconds: properties.number("Period") ?? STANDARD_PERIOD_SECONDS };
  }
  const period = (query: PropertyReader) => query.number("MetricStat.Period") ?? STANDARD_PERIOD_SECONDS;
  return { count: queries.length, periodSeconds: Math.min(...queries.map(period)) };
}
