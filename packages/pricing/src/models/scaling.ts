import type { Count } from "../components";
import type { ScalingBounds } from "../neighbours";
import { Decimal } from "../ranges";
import type { UsageFigure } from "../usage";

/**
 * Between the bounds of autoscaling: the minimum, what is declared (or the minimum), the maximum. Bounds that
 * contradict the declared number give way to it. Null when nothing is known.
 */
export function scaledCount(
  declared: number | undefined,
  minimum: number | undefined,
  maximum: number | undefined,
): Count | null {
  const expected = declared ?? minimum ?? maximum;
  if (expected === undefined) return null;
  const low = Math.min(minimum ?? expected, expected);
  const high = Math.max(maximum ?? expected, expected);
  if (low === high) return expected;
  return { low: new Decimal(low), expected: new Decimal(expected), high: new Decimal(high) };
}

/**
 * A capacity under Application Auto Scaling: the usage figure of its target, or between the target's bounds
 * with the minimum as expected, which scaling comes down to while little is used. Without a target what is
 * declared.
 */
export function scaledCapacity(
  declared: number | undefined,
  bounds: ScalingBounds | undefined,
): Count | null {
  if (!bounds) return declared ?? null;
  const { minimum, maximum, capacity } = bounds;
  return countOf(capacity, scaledCount(undefined, minimum, maximum));
}

/** The declared number kept within the bounds of a scaling target, unless its usage says where it is. */
export function withinBounds(declared: number, bounds: ScalingBounds | undefined): Count {
  if (!bounds) return declared;
  const { minimum, maximum, capacity } = bounds;
  const expected = Math.min(Math.max(declared, minimum), maximum);
  return countOf(capacity, scaledCount(expected, minimum, maximum)) as Count;
}

/** Infracost's `instances`: the user's own number in place of the template's. */
export function countOf(usage: UsageFigure | null, count: Count | null): Count | null {
  return usage?.range ?? count;
}
