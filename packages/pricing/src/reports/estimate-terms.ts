import { type Estimate, priceAge } from "../schema";
import { moneyText } from "./money-text";

/** What the figures of a report are, in a sentence or two: currency, rounding, what is not in them. */
export function estimateTerms(): string {
  return "US dollars a month, rounded half up to the cent when shown; sums are of the figures before rounding. On-demand prices, before taxes and free tiers.";
}

/**
 * "74 % of this figure rests on prices older than 180 days, oldest 2024-04."; null when nothing is priced.
 */
export function priceAgeText(estimate: Estimate): string | null {
  const age = priceAge(estimate);
  if (!age) return null;
  const { oldPercent, oldest, oldPrices } = age;
  const since = oldest ? `, oldest ${oldest.slice(0, "YYYY-MM".length)}` : "";
  const undated = oldPrices.some(({ asOf }) => asOf === null) ? "; some have no date" : "";
  if (oldPrices.length === 0) return `All of this figure rests on prices of the last 180 days${since}.`;
  const share = oldPercent === 0 ? "Less than 1 %" : `${oldPercent} %`;
  return `${share} of this figure rests on prices older than 180 days${since}${undated}.`;
}

/**
 * The old prices that the figure rests on, a row each: dollars a month, day, what is priced. Dearest first.
 */
export function oldPriceRows(estimate: Estimate): { usd: string; day: string; name: string }[] {
  return (priceAge(estimate)?.oldPrices ?? []).map(({ monthlyUsd, asOf, service, name }) => ({
    usd: moneyText(monthlyUsd),
    day: asOf ?? "no date",
    name: `${service}: ${name}`,
  }));
}

/**
 * Where the prices come from, each source once with the days its prices were true: "2026-10-01: https://…".
 */
export function priceSources(estimate: Estimate): string[] {
  const days = new Map<string, Set<string>>();
  for (const { source, asOf } of estimate.resources.flatMap(({ components }) => components)) {
    if (source) days.set(source, (days.get(source) ?? new Set()).add(asOf ?? "an unknown day"));
  }
  return [...days].map(([source, of]) => `${[...of].sort().join(", ")}: ${source}`).sort();
}
