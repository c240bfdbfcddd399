import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "./ranges";
import { type PricedTier, splitByWeight, walkTiers } from "./walk-tiers";

/** With the nine decimals that usage figures keep, so that products stay exact. */
const decimal = (most: number) =>
  fc.double({ min: 0, max: most, noNaN: true }).map((value) => new Decimal(value).toDecimalPlaces(9));
const tiers: fc.Arbitrary<PricedTier[]> = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 1e6 }), each: fc.option(decimal(10)) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((drawn) => {
    let bound = 0;
    return drawn.map(({ width, each }, index) => {
      bound += width;
      return { each, upTo: index === drawn.length - 1 ? null : new Decimal(bound) };
    });
  });

describe("walkTiers", () => {
  it("charges 60,000 GB out of Seoul in two tiers: 10,240 GB at 0.126 and 40,960 at 0.122, the rest at 0.117", () => {
    const seoul = [
      { upTo: new Decimal(10_240), each: new Decimal("0.126") },
      { upTo: new Decimal(51_200), each: new Decimal("0.122") },
      { upTo: null, each: new Decimal("0.117") },
    ];
    // 1,290.24 + 4,997.12 + 8,800 x 0.117
    expect(walkTiers(new Decimal(60_000), seoul).usd.toString()).toBe("7316.96");
  });

  it("counts what has no price apart, and never as 0", () => {
    const known = { upTo: new Decimal(100), each: new Decimal(2) };
    const { usd, unpricedUnits } = walkTiers(new Decimal(130), [known, { upTo: null, each: null }]);
    expect([usd.toNumber(), unpricedUnits.toNumber()]).toEqual([200, 30]);
  });

  it("is continuous, and more units never cost less", () => {
    fc.assert(
      fc.property(tiers, decimal(1e7), decimal(1e6), (drawn, units, more) => {
        const dearest = Decimal.max(0, ...drawn.flatMap(({ each }) => each ?? []));
        const rise = walkTiers(units.plus(more), drawn).usd.minus(walkTiers(units, drawn).usd);
        expect(rise.gte(0)).toBe(true);
        // No jump anywhere, at no bound: what is added costs at most what is added at the dearest price.
        expect(rise.lte(more.times(dearest))).toBe(true);
      }),
    );
  });
});

describe("splitByWeight", () => {
  it("gives parts in proportion that sum to the amount to the last digit", () => {
    fc.assert(
      fc.property(decimal(1e9), fc.array(decimal(1e9), { minLength: 1, maxLength: 9 }), (amount, weights) => {
        const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0));
        fc.pre(!total.isZero());
        const parts = splitByWeight(amount, weights);
        expect(parts.reduce((sum, part) => sum.plus(part), new Decimal(0)).eq(amount)).toBe(true);
        parts.forEach((part, index) => {
          const exact = amount.times(weights[index] ?? 0).div(total);
          expect(part.gte(0) && part.minus(exact).abs().lt("1e-16")).toBe(true);
        });
      }),
    );
  });
});
