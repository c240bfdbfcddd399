import { Decimal } from "@greenroom/pricing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedAtMost, median } from "./expected-at-most";

const usd = (...amounts: number[]) => amounts.map((amount) => new Decimal(amount));
const text = (before: Decimal[]) => expectedAtMost(before)?.toFixed() ?? null;

describe("expectedAtMost", () => {
  it("needs seven days", () => {
    expect(text(usd(1, 1, 1, 1, 1, 1))).toBeNull();
    expect(text(usd(1, 1, 1, 1, 1, 1, 1))).not.toBeNull();
  });
  it("is a fifth above a calm dear series, and a dollar above a calm cheap one", () => {
    expect(text(usd(100, 100, 100, 100, 100, 100, 100))).toBe("120");
    expect(text(usd(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))).toBe("1.1");
  });
  it("is four median deviations above an uneasy one", () => {
    // Median 100, deviations 30 20 10 0 10 20 30: their median is 20.
    expect(text(usd(70, 80, 90, 100, 110, 120, 130))).toBe("180");
  });
  it("is hardly moved by one day that was dear", () => {
    expect(text(usd(100, 100, 100, 100, 100, 100, 5000))).toBe("120");
  });
  it("does not depend on the order, and grows with its days by the same factor", () => {
    const days = fc.array(fc.integer({ min: 1000, max: 100_000 }), { minLength: 7, maxLength: 28 });
    fc.assert(
      fc.property(days, (amounts) => {
        const most = expectedAtMost(usd(...amounts))!;
        expect(text(usd(...amounts.toReversed()))).toBe(most.toFixed());
        expect(text(usd(...amounts.map((amount) => amount * 10)))).toBe(most.times(10).toFixed());
        expect(most.greaterThanOrEqualTo(median(usd(...amounts)).plus(1))).toBe(true);
      }),
    );
  });
});
