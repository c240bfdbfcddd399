import { expect, it } from "vitest";
import { formatQuantity } from "./format-quantity";

it.each([
  ["730", "hours", "730 hours"],
  ["1234567.891", "GB", "1,234,567.89 GB"],
  ["0.1584", "1M requests", "0.16 × 1M requests"],
  ["0.00162", "GB", "0.0016 GB"],
  ["0.0000004", "GB", "<0.0001 GB"],
  ["0", "GB", "0 GB"],
])("writes %s %s as %s", (quantity, unit, text) => {
  expect(formatQuantity(quantity, unit, "en")).toBe(text);
});
