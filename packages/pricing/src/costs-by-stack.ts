import { Decimal, toText } from "./ranges";
import type { Estimate } from "./schema";
import { isUnpriced } from "./schema/unpriced";

/** What the parts of a stack cost a month, expected, as decimal numbers in text. */
export interface StackCosts {
  monthlyUsd: string;
  /** Logical id → its part; resources that cost nothing are absent. */
  resources: Record<string, string>;
  /**
   * Logical ids with a part that has no known price, or a type without a price model: the sums leave them
   * out.
   */
  unpriced: string[];
}

/** An estimate by stack and resource. The stacks' sums add up to the estimate's total. */
export function costsByStack(estimate: Estimate): Record<string, StackCosts> {
  const byStack: Record<string, StackCosts> = {};
  for (const { stackKey, logicalId, coverage, components } of estimate.resources) {
    byStack[stackKey] ??= { monthlyUsd: "0", resources: {}, unpriced: [] };
    const stack = byStack[stackKey];
    if (coverage === "NOT_MODELLED" || components.some(isUnpriced)) stack.unpriced.push(logicalId);
    let sum = new Decimal(0);
    for (const { monthlyCostUsd } of components) sum = sum.plus(monthlyCostUsd?.expected ?? 0);
    if (sum.isZero()) continue;
    stack.resources[logicalId] = toText(sum);
    stack.monthlyUsd = toText(sum.plus(stack.monthlyUsd));
  }
  return byStack;
}
