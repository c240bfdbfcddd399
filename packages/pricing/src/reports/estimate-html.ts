import { type Estimate, type EstimateComparison, isAtLeast } from "../schema";
import { differenceText, leftOutOfDifference, leftOutOfTotal } from "./difference-text";
import { comparisonRows, estimateGaps, estimateRows } from "./estimate-rows";
import { estimateTerms, oldPriceRows, priceSources } from "./estimate-terms";
import { moneyText, totalText } from "./money-text";

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .25rem .5rem; text-align: left; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.stack td { font-weight: 700; padding-top: 1rem; } .resource td { font-weight: 600; } .component td:first-child { padding-left: 1.5rem; }
`;

/** An estimate as one self-contained page: no script, nothing loaded from elsewhere. */
export function toEstimateHtml(estimate: Estimate, comparison?: EstimateComparison): string {
  const { low, expected, high } = estimate.monthlyUsd;
  const sources = priceSources(estimate);
  const rows = estimateRows(estimate).map(
    ({ level, name, quantity, unit, cost, note }) =>
      `<tr class="${level}"><td>${toHtml(name)}</td><td class="n">${toHtml(quantity)}</td><td>${toHtml(unit)}</td><td class="n">${toHtml(cost)}</td><td>${toHtml(note)}</td></tr>`,
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cost estimate</title><style>${STYLE}</style></head><body>`,
    `<h1>${toHtml(totalText(expected, isAtLeast(estimate)))} a month</h1>`,
    `<p>Low $${moneyText(low)}, high $${moneyText(high)}. ${toHtml(estimateTerms())}</p>`,
    ...[...estimateGaps(estimate), ...leftOutOfTotal(estimate)].map((gap) => `<p>${toHtml(gap)}</p>`),
    ...(comparison ? comparisonSection(comparison) : []),
    `<h2>Components</h2><table><thead><tr><th scope="col">Component</th><th scope="col" class="n">Quantity</th><th scope="col">Unit</th><th scope="col" class="n">USD a month</th><th scope="col">Note</th></tr></thead><tbody>`,
    ...rows,
    "</tbody></table>",
    ...oldPrices(estimate),
    ...(sources.length > 0
      ? ["<h2>Price sources</h2><ul>", ...sources.map((source) => `<li>${toHtml(source)}</li>`), "</ul>"]
      : []),
    "</body></html>",
  ].join("\n");
}

function oldPrices(estimate: Estimate): string[] {
  const rows = oldPriceRows(estimate).map(
    ({ usd, day, name }) =>
      `<tr><td class="n">${toHtml(usd)}</td><td>${toHtml(day)}</td><td>${toHtml(name)}</td></tr>`,
  );
  if (rows.length === 0) return [];
  return [
    `<details><summary>Prices older than 180 days: ${rows.length}</summary><table><thead><tr><th scope="col" class="n">USD a month</th><th scope="col">Price of</th><th scope="col">Component</th></tr></thead><tbody>`,
    ...rows,
    "</tbody></table></details>",
  ];
}

function comparisonSection(comparison: EstimateComparison): string[] {
  const rows = comparisonRows(comparison).map(
    ({ name, before, after, change }) =>
      `<tr><td>${toHtml(name)}</td><td class="n">${toHtml(before)}</td><td class="n">${toHtml(after)}</td><td class="n">${toHtml(change)}</td></tr>`,
  );
  return [
    `<h2>Difference: ${toHtml(differenceText(comparison))}</h2>`,
    ...leftOutOfDifference(comparison).map((line) => `<p>${toHtml(line)}</p>`),
    `<table><thead><tr><th scope="col">Changed</th><th scope="col" class="n">Before</th><th scope="col" class="n">After</th><th scope="col" class="n">Difference</th></tr></thead><tbody>`,
    ...rows,
    "</tbody></table>",
  ];
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const toHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
