import { Decimal } from "@greenroom/pricing";
import { ANOMALY_MIN_PERCENT, ANOMALY_MIN_USD, BASELINE_DEVIATIONS, BASELINE_MIN_DAYS } from "./limits";

/**
 * The most that a day was expected to cost by the days before it: their median and four times their median
 * absolute deviation, which a single dear day hardly moves (unlike mean and standard deviation), and at least
 * 20 % and $1 above the median, so that calm series do not cry at cents.
 *
 * @param before the days before, in any order
 * @returns null when there are fewer than seven
 */
export function expectedAtMost(before: readonly Decimal[]): Decimal | null {
  if (before.length < BASELINE_MIN_DAYS) return null;
  const middle = median(before);
  const deviation = median(before.map((usd) => usd.minus(middle).abs()));
  return Decimal.max(
    middle.plus(deviation.times(BASELINE_DEVIATIONS)),
    middle.plus(middle.abs().times(ANOMALY_MIN_PERCENT).div(100)),
    middle.plus(ANOMALY_MIN_USD),
  );
}

/** @param values at least one */
export function median(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((a, b) => a.comparedTo(b));
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? new Decimal(0);
  return sorted.length % 2 === 1 ? upper : upper.plus(sorted[half - 1] ?? upper).div(2);
}
