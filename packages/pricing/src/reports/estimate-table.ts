import { type Estimate, type EstimateComparison, isAtLeast } from "../schema";
import { differenceText, leftOutOfDifference, leftOutOfTotal } from "./difference-text";
import { comparisonRows, type EstimateRow, estimateGaps, estimateRows } from "./estimate-rows";
import { estimateTerms, oldPriceRows, priceSources } from "./estimate-terms";
import { moneyText, totalText } from "./money-text";

const INDENT: Record<EstimateRow["level"], string> = { stack: "", resource: "  ", component: "    " };

/**
 * An estimate as text for a terminal: components under their resources, the total, and what the total leaves
 * out.
 */
export function toEstimateTable(estimate: Estimate): string {
  const { low, expected, high } = estimate.monthlyUsd;
  const sources = priceSources(estimate);
  const rows = estimateRows(estimate).map(({ level, name, quantity, unit, cost, note }) => [
    INDENT[level] + name,
    quantity,
    unit,
    cost,
    note,
  ]);
  const old = oldPriceRows(estimate);
  return [
    ...align([["", "quantity", "unit", "USD a month", ""], ...rows], [1, 3]),
    "",
    `Total: ${totalText(expected, isAtLeast(estimate))} a month (low $${moneyText(low)}, high $${moneyText(high)})`,
    ...estimateGaps(estimate),
    ...leftOutOfTotal(estimate),
    estimateTerms(),
    ...(old.length > 0
      ? [
          "Prices older than 180 days:",
          ...align(
            old.map(({ usd, day, name }) => [`  ${usd}`, day, name]),
            [0],
          ),
        ]
      : []),
    ...(sources.length > 0 ? ["Price sources:", ...sources.map((source) => `  ${source}`)] : []),
  ].join("\n");
}

/** What changed from one estimate to another, as text for a terminal. */
export function toComparisonTable(comparison: EstimateComparison): string {
  const rows = comparisonRows(comparison).map(({ name, before, after, change }) => [
    name,
    before,
    after,
    change,
  ]);
  const { before, after, isAtLeast: isLeast } = comparison;
  return [
    ...(rows.length > 0
      ? align([["changed", "before", "after", "difference"], ...rows], [1, 2, 3])
      : ["Nothing that costs changes."]),
    "",
    `Before: ${totalText(before.expected, isLeast.before)}, after: ${totalText(after.expected, isLeast.after)}, difference: ${differenceText(comparison)}`,
    ...leftOutOfDifference(comparison),
  ].join("\n");
}

function align(rows: readonly string[][], rightColumns: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return rightColumns.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
