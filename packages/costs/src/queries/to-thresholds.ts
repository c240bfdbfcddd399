import { type BudgetThreshold, THRESHOLD_KINDS, type ThresholdEffect, type ThresholdKind } from "../schema";

interface ThresholdRow {
  kind: ThresholdKind;
  value: { toFixed(): string };
  effect: ThresholdEffect;
}

/** Rows as the rest of the code knows them, by kind and from the lowest to the highest. */
export function toThresholds(rows: readonly ThresholdRow[]): BudgetThreshold[] {
  return rows
    .map(({ kind, value, effect }) => ({ kind, value: value.toFixed(), effect }))
    .sort(
      (a, b) =>
        THRESHOLD_KINDS.indexOf(a.kind) - THRESHOLD_KINDS.indexOf(b.kind) ||
        Number(a.value) - Number(b.value),
    );
}
