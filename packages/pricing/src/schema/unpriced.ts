import type { CostComponent } from "./estimate";

/**
 * Unit of what a property asks for and no model prices: how much of it there is depends on the whole
 * resource.
 */
export const SETTINGS = "settings";

/** Whether the total leaves a component out because its price is not known, or how much of it there is. */
export function isUnpriced({
  monthlyCostUsd,
  monthlyQuantity,
  notKnown,
}: Pick<CostComponent, "monthlyCostUsd" | "monthlyQuantity" | "notKnown">): boolean {
  return notKnown !== undefined || (monthlyCostUsd === null && /[1-9]/.test(monthlyQuantity.high));
}
