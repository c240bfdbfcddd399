import { Decimal as BaseDecimal } from "decimal.js";
import type { CostRange } from "./schema";

/**
 * Decimals with 80 significant digits: a price of 8 decimals times any quantity that a template or a usage
 * file holds stays exact, so that parts add up to the total to the last digit.
 */
export const Decimal = BaseDecimal.clone({ precision: 80, defaults: true });
export type Decimal = BaseDecimal;

/** The least, the expected and the most of a quantity or an amount of money. */
export interface Range {
  low: Decimal;
  expected: Decimal;
  high: Decimal;
}

export function exactly(value: Decimal | number): Range {
  const decimal = value instanceof Decimal ? value : new Decimal(value);
  return { low: decimal, expected: decimal, high: decimal };
}

export const ZERO_RANGE: Range = exactly(0);

export function mapRange(range: Range, change: (value: Decimal) => Decimal): Range {
  // Most quantities are known exactly: one computation then serves all three bounds.
  if (range.low === range.high && range.low === range.expected) return exactly(change(range.low));
  return { low: change(range.low), expected: change(range.expected), high: change(range.high) };
}

/** Combines two ranges bound by bound; right for anything that grows with both. */
export function zipRanges(a: Range, b: Range, combine: (a: Decimal, b: Decimal) => Decimal): Range {
  return {
    low: combine(a.low, b.low),
    expected: combine(a.expected, b.expected),
    high: combine(a.high, b.high),
  };
}

export function sumRanges(ranges: Iterable<Range>): Range {
  let sum = ZERO_RANGE;
  for (const range of ranges) sum = zipRanges(sum, range, (a, b) => a.plus(b));
  return sum;
}

/** Plain decimal text without exponent; nothing is rounded here. */
export function toText(value: Decimal): string {
  return value.toFixed();
}

export function toCostRange(range: Range): CostRange {
  if (range.low === range.high && range.low === range.expected) {
    const text = toText(range.low);
    return { low: text, expected: text, high: text };
  }
  return { low: toText(range.low), expected: toText(range.expected), high: toText(range.high) };
}
