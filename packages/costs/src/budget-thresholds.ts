import { Decimal } from "@greenroom/pricing";
import { type BudgetThreshold, THRESHOLD_EFFECTS, type ThresholdEffect } from "./schema";

type Amount = Decimal | string;

/** A threshold that was passed, and the dollars a month it stood at. */
export type PassedThreshold = BudgetThreshold & { limitUsd: Decimal };

/** What a CROSSING threshold comes to in dollars a month. */
export const crossingLimit = (monthlyUsd: Amount, percent: Amount): Decimal =>
  new Decimal(monthlyUsd).times(percent).div(100);

/**
 * What a request may add a month without passing a threshold of another kind; null for a percentage of
 * nothing.
 */
export function additionLimit({ kind, value }: BudgetThreshold, beforeUsd: Amount): Decimal | null {
  const before = new Decimal(beforeUsd);
  if (kind === "ABSOLUTE") return new Decimal(value);
  return before.gt(0) ? before.times(value).div(100) : null;
}

/** The most that a month may cost after a request; null: the threshold says nothing about it. */
function limitAfter(threshold: BudgetThreshold, monthlyUsd: Amount, beforeUsd: Amount): Decimal | null {
  if (threshold.kind === "CROSSING") return crossingLimit(monthlyUsd, threshold.value);
  return additionLimit(threshold, beforeUsd)?.plus(beforeUsd) ?? null;
}

/**
 * The thresholds that a request passes when it takes the expected month from `beforeUsd` to `afterUsd`. One
 * that makes nothing dearer passes none, however far above the budget things already are: it must stay
 * possible to save.
 */
export function passedByRequest(
  thresholds: readonly BudgetThreshold[],
  { monthlyUsd, beforeUsd, afterUsd }: { monthlyUsd: Amount; beforeUsd: Amount; afterUsd: Amount },
): PassedThreshold[] {
  const after = new Decimal(afterUsd);
  if (after.lte(beforeUsd)) return [];
  return thresholds.flatMap((threshold) => {
    const limitUsd = limitAfter(threshold, monthlyUsd, beforeUsd);
    return limitUsd && after.gt(limitUsd) ? [{ ...threshold, limitUsd }] : [];
  });
}

/**
 * The thresholds that a month passes when it costs so much. Only CROSSING is about months: the others are
 * about additions.
 */
export function passedByMonth(
  thresholds: readonly BudgetThreshold[],
  { monthlyUsd, usd }: { monthlyUsd: Amount; usd: Amount },
): PassedThreshold[] {
  return thresholds
    .filter(({ kind }) => kind === "CROSSING")
    .map((threshold) => ({ ...threshold, limitUsd: crossingLimit(monthlyUsd, threshold.value) }))
    .filter(({ limitUsd }) => new Decimal(usd).gt(limitUsd));
}

/** The strictest of some effects; null of none. */
export function strictest(effects: readonly ThresholdEffect[]): ThresholdEffect | null {
  return THRESHOLD_EFFECTS.findLast((effect) => effects.includes(effect)) ?? null;
}
