import { expect, it } from "vitest";
import { formatPercentChange } from "./format-percent-change";

it.each([
  ["4356.1", "+4,356.1 %"],
  ["6", "+6 %"],
  ["-3.04", "−3 %"],
  ["0", "±0 %"],
  ["-0.04", "±0 %"],
])("writes a change of %s as %s", (percent, text) => {
  expect(formatPercentChange(percent, "en")).toBe(text);
});

it("has no space in Korean", () => {
  expect(formatPercentChange("12.5", "ko")).toBe("+12.5%");
});
