"use client";
import { boundDifference, type Estimate, isAtLeast } from "@greenroom/pricing/schema";
import { PriceChange } from "./price-change";

/** The month of one estimate → that of another, with as much of the difference as is certain. */
export function EstimateChange({ before, after }: { before: Estimate; after: Estimate }) {
  return (
    <PriceChange
      before={before.monthlyUsd.expected}
      after={after.monthlyUsd.expected}
      isBeforeAtLeast={isAtLeast(before)}
      isAfterAtLeast={isAtLeast(after)}
      bound={boundDifference(before, after).bound}
    />
  );
}
