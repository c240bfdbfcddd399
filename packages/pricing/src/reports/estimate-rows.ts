import type { CostComponent, Estimate, EstimateComparison, ResourceCost } from "../schema";
import { isUnpriced } from "../schema";
import { priceAgeText } from "./estimate-terms";
import { moneyText, quantityText } from "./money-text";
import { notKnownText } from "./not-known-text";

/** A line of a report: a stack, a resource in it, or a component of that. */
export interface EstimateRow {
  level: "stack" | "resource" | "component";
  name: string;
  quantity: string;
  unit: string;
  /** Dollars a month, or why there is no figure. */
  cost: string;
  note: string;
}

/** The lines of an estimate, stack by stack, priced resources only. */
export function estimateRows(estimate: Estimate): EstimateRow[] {
  const stacks = [...new Set(estimate.resources.map(({ stackKey }) => stackKey))];
  return stacks.flatMap((stackKey) => [
    { level: "stack" as const, name: stackKey, quantity: "", unit: "", cost: "", note: "" },
    ...estimate.resources
      .filter((resource) => resource.stackKey === stackKey && resource.coverage === "PRICED")
      .flatMap(resourceRows),
  ]);
}

function resourceRows({ logicalId, resourceType, components }: ResourceCost): EstimateRow[] {
  return [
    { level: "resource", name: logicalId, quantity: "", unit: "", cost: "", note: resourceType },
    ...components.map((component) => ({
      level: "component" as const,
      name: component.name,
      quantity:
        component.missingUsage || component.notKnown ? "" : quantityText(component.monthlyQuantity.expected),
      unit: component.unit,
      ...costOf(component),
    })),
  ];
}

function costOf(component: CostComponent): Pick<EstimateRow, "cost" | "note"> {
  if (component.notKnown) return { cost: "unpriced", note: notKnownText(component.notKnown) };
  if (component.unitPriceUsd === null) return { cost: "unpriced", note: "no sourced price" };
  if (component.missingUsage) {
    return { cost: `${component.unitPriceUsd} per unit`, note: `give ${component.missingUsage}` };
  }
  const { low = "0", expected = "0", high = "0" } = component.monthlyCostUsd ?? {};
  const range = low === high ? "" : `${moneyText(low)} to ${moneyText(high)}`;
  return {
    cost: moneyText(expected),
    note: [range, component.isStale ? `price of ${component.asOf ?? "an unknown day"}` : ""]
      .filter(Boolean)
      .join("; "),
  };
}

/** What a total leaves out and how old its prices are, a sentence each. */
export function estimateGaps(estimate: Estimate): string[] {
  const { unpricedComponentCount, notModelled, freeResourceCount } = estimate;
  return [
    unpricedComponentCount > 0 &&
      `${unpricedComponentCount} ${unpricedComponentCount === 1 ? "component has no known price and is" : "components have no known price and are"} not in the total.`,
    notModelled.length > 0 &&
      `Not modelled, not in the total: ${notModelled.map(({ resourceType, count }) => `${count} x ${resourceType}`).join(", ")}.`,
    priceAgeText(estimate),
    freeResourceCount > 0 &&
      `${freeResourceCount} ${freeResourceCount === 1 ? "resource is" : "resources are"} free of charge.`,
  ].filter((line) => typeof line === "string");
}

/** The lines of a comparison: components that are new, gone or changed. */
export function comparisonRows({ components }: EstimateComparison) {
  return components.map(({ stackKey, logicalId, name, before, after, monthlyUsd }) => ({
    name: `${stackKey}.${logicalId}: ${name}`,
    before: sideText(before),
    after: sideText(after),
    change:
      [before, after].some((side) => side && isUnpriced(side)) || monthlyUsd === null
        ? "unpriced"
        : signed(monthlyUsd.expected),
  }));
}

function sideText(side: CostComponent | null): string {
  if (side === null) return "–";
  return side.monthlyCostUsd ? moneyText(side.monthlyCostUsd.expected) : "unpriced";
}

/** "+12.00" or "-3.50". */
export function signed(usd: string): string {
  return usd.startsWith("-") ? moneyText(usd) : `+${moneyText(usd)}`;
}
