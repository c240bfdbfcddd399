import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../ranges";
import { awakeHours, costOfDays, HOURS_PER_MONTH } from "./hours";

describe("costOfDays", () => {
  it.each([
    // A NAT gateway in Seoul: 14 x 24 hours at 0.059.
    ["43.07", 14, "19.8240"],
    ["100", 365, "1200.0000"],
    ["0", 14, "0.0000"],
    ["0.001", 1, "0.0000"],
  ])("%s a month is, over %d days, %s", (monthly, days, expected) => {
    expect(costOfDays(monthly, days)).toBe(expected);
  });

  it("is the decimal product, to the nearest hundredth of a cent", () => {
    const usd = fc.tuple(fc.nat(1e6), fc.nat(999_999)).map(([a, b]) => `${a}.${String(b).padStart(6, "0")}`);
    fc.assert(
      fc.property(usd, fc.integer({ min: 1, max: 365 }), (monthly, days) => {
        const exact = new Decimal(monthly).times(days * 24).div(HOURS_PER_MONTH);
        expect(costOfDays(monthly, days)).toBe(exact.toFixed(4, Decimal.ROUND_HALF_UP));
      }),
    );
  });
});

describe("awakeHours", () => {
  it.each([
    [12, 5, 260.71],
    [24, 7, 730],
    [8, 7, 243.33],
  ])("%d hours on %d days a week are %d a month", (hoursPerDay, daysPerWeek, hours) => {
    expect(awakeHours({ hoursPerDay, daysPerWeek })).toBeCloseTo(hours, 2);
  });
});
