import { describe, expect, it } from "vitest";
import { formatMoney } from "./format-money";

describe("formatMoney", () => {
  it.each([
    ["86.14", "$86.14"],
    ["4496.8", "$4,496.80"],
    ["0", "$0.00"],
    ["-12.5", "-$12.50"],
    ["0.0042", "<$0.01"],
    ["0.0051", "$0.01"],
    ["90071992547409.93", "$90,071,992,547,409.93"],
  ])("shows %s as %s", (usd, text) => {
    expect(formatMoney(usd, "en")).toBe(text);
  });

  it("keeps the dollar sign in Korean", () => {
    expect(formatMoney("1234.5", "ko")).toBe("$1,234.50");
  });
});
