import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateTemplates } from "../estimate-templates";
import { Decimal } from "../ranges";
import { priceAge } from "./price-age";

const part = (usd: string | null, asOf: string | null, isStale: boolean, name = "a") => ({
  name,
  monthlyCostUsd: usd === null ? null : { expected: usd },
  source: "s",
  asOf,
  isStale,
});
const estimate = (...components: ReturnType<typeof part>[]) => ({
  resources: [{ service: "X", components }],
});

describe("the age of an estimate's money", () => {
  it("is weighed by money: 74 of 100 dollars on a price of 2024-04, whatever the number of prices", () => {
    const age = priceAge(
      estimate(
        part("74", "2024-04-04", true, "nodes"),
        ...Array.from({ length: 26 }, () => part("1", "2026-10-01", false)),
      ),
    );
    expect(age).toMatchObject({ oldPercent: 74, oldest: "2024-04-04" });
    expect(age?.oldPrices).toMatchObject([{ name: "nodes", monthlyUsd: "74", asOf: "2024-04-04" }]);
  });

  it("counts a price without a date as old, and what has no price or costs nothing not at all", () => {
    const age = priceAge(
      estimate(
        part("1", null, true),
        part("3", "2026-10-01", false),
        part(null, null, false),
        part("0", "2020-01-01", true),
      ),
    );
    expect(age).toMatchObject({ oldPercent: 25, oldest: "2026-10-01" });
    expect(age?.oldPrices).toHaveLength(1);
    expect(priceAge(estimate(part("0", "2020-01-01", true)))).toBeNull();
  });

  it("is the share that a sum by hand gives, and its rows sum to the old money", () => {
    const cents = fc
      .integer({ min: 1, max: 10_000_000 })
      .map((value) => new Decimal(value).div(100).toFixed());
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.boolean()), { minLength: 1 }), (parts) => {
        const age = priceAge(
          estimate(...parts.map(([usd, old]) => part(usd, old ? "2024-01-01" : "2026-10-01", old))),
        );
        const sum = (of: typeof parts) => of.reduce((total, [usd]) => total.plus(usd), new Decimal(0));
        const old = sum(parts.filter(([, isOld]) => isOld));
        expect(age?.oldPercent).toBe(
          old.div(sum(parts)).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
        );
        const rows = age?.oldPrices.reduce((total, row) => total.plus(row.monthlyUsd), new Decimal(0));
        expect(rows?.toFixed()).toBe(old.toFixed());
      }),
    );
  });

  it("of a template is that of its own prices: spot nodes of 2024-04, an address of today", () => {
    const Resources = {
      Address: { Type: "AWS::EC2::EIP" },
      Parameter: { Type: "AWS::SSM::Parameter", Properties: { Tier: "Advanced" } },
    };
    const made = estimateTemplates({
      stacks: [{ key: "s", region: "us-east-1", template: { Resources } }],
      now: new Date("2026-11-30T00:00:00Z"),
    });
    const costs = made.resources.flatMap(({ components }) => components);
    const of = (isOld: boolean) =>
      costs
        .filter(({ isStale }) => isStale === isOld)
        .reduce((sum, one) => sum + Number(one.monthlyCostUsd?.expected ?? 0), 0);
    expect(priceAge(made)?.oldPercent).toBe(Math.round((of(true) / (of(true) + of(false))) * 100));
  });
});
