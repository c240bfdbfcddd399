import { Decimal } from "./ranges";

/**
 * A tier with what a base unit in it costs; null: nobody knows. `upTo` counts from 0, the last tier has none.
 */
export interface PricedTier {
  upTo: Decimal | null;
  each: Decimal | null;
}

export interface TierCost {
  usd: Decimal;
  /** Units in tiers without a known price: `usd` leaves them out. */
  unpricedUnits: Decimal;
}

/** What a quantity costs when each tier's units are charged at its own price. */
export function walkTiers(units: Decimal, tiers: readonly PricedTier[]): TierCost {
  let [usd, unpricedUnits, from] = [new Decimal(0), new Decimal(0), new Decimal(0)];
  for (const { upTo, each } of tiers) {
    const within = (upTo ? Decimal.min(units, upTo) : units).minus(from);
    if (within.lte(0)) break;
    if (each) usd = usd.plus(within.times(each));
    else unpricedUnits = unpricedUnits.plus(within);
    from = from.plus(within);
  }
  return { usd, unpricedUnits };
}

/** Digits after the point that a part of an amount keeps: far below anything shown, and sums stay exact. */
const PART_DECIMALS = 18;

/**
 * An amount in parts in proportion to weights (none below 0, not all 0). The parts sum to the amount to the
 * last digit: they are rounded down, and the largest weight (the first of equals) takes the rest.
 */
export function splitByWeight(amount: Decimal, weights: readonly Decimal[]): Decimal[] {
  const sum = weights.reduce((total, weight) => total.plus(weight), new Decimal(0));
  if (sum.isZero()) return weights.map(() => new Decimal(0));
  // One division for all of them: at 80 digits it is the dear part, and far finer than what is kept.
  const rate = amount.div(sum);
  const largest = weights.reduce((best, weight, index) => (weight.gt(weights[best] ?? 0) ? index : best), 0);
  const parts = weights.map((weight) =>
    weight.times(rate).toDecimalPlaces(PART_DECIMALS, Decimal.ROUND_DOWN),
  );
  const others = parts.reduce(
    (total, part, index) => (index === largest ? total : total.plus(part)),
    new Decimal(0),
  );
  parts[largest] = amount.minus(others);
  return parts;
}
