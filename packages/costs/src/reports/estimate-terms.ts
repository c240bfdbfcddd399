import type { Estimate } from "../schema";

/** What the figures of a report are, in a sentence or two: currency, rounding, the day of the prices, what is not in them. */
export function estimateTerms({ priceBookAsOf }: Estimate): string {
  return `US dollars a month, rounded half up to the cent when shown; sums are of the figures before rounding. Prices as of ${priceBookAsOf}, before taxes and free tiers.`;
}

/** Where the prices come from, each source once with the days its prices were true: "2026-10-01: https://…". */
export function priceSources(estimate: Estimate): string[] {
  const days = new Map<string, Set<string>>();
  for (const { source, asOf } of estimate.resources.flatMap(({ components }) => components)) {
    if (source) days.set(source, (days.get(source) ?? new Set()).add(asOf ?? "an unknown day"));
  }
  return [...days].map(([source, of]) => `${[...of].sort().join(", ")}: ${source}`).sort();
}
