import type { Count } from "../components";
import { Decimal } from "../ranges";
import type { UsageFigure } from "../usage";

/**
 * Between the bounds of autoscaling: the minimum, what is declared (or the minimum), the maximum. Bounds that contradict the
 * declared number give way to it. Null when nothing is known.
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

/** The declared number kept within the bounds of a scaling target: what the service will bring it to. */
export function withinBounds(
  declared: number | undefined,
  bounds: { minimum: number; maximum: number } | undefined,
): Count | null {
  if (!bounds) return declared ?? null;
  const { minimum, maximum } = bounds;
  const expected = Math.min(Math.max(declared ?? minimum, minimum), maximum);
  return { low: new Decimal(minimum), expected: new Decimal(expected), high: new Decimal(maximum) };
}

/** Infracost's `instances`: the user's own number in place of the template's. */
export function countOf(usage: UsageFigure | null, count: Count | null): Count | null {
  return usage?.range ?? count;
}
