"use client";
import { boundDifference, type Estimate } from "@greenroom/costs/schema";
import { PriceChange } from "./price-change";

/** The month of one estimate → that of another, with as much of the difference as is certain. */
export function EstimateChange({ before, after }: { before: Estimate; after: Estimate }) {
  return (
    <PriceChange
      before={before.monthlyUsd.expected}
      after={after.monthlyUsd.expected}
      bound={boundDifference(before, after).bound}
    />
  );
}
