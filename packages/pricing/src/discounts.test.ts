import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDiscounts, type Discount, discountsOf } from "./discounts";
import { Decimal } from "./ranges";

const subject = {
  cloudAccountId: "dev",
  price: { service: "AmazonElastiCache", sku: "cache.m7g.xlarge Valkey" },
  region: "ap-northeast-2",
};
const rule = (name: string, percent: number | string, change: Partial<Discount> = {}): Discount => ({
  name,
  ownerName: "Pat",
  cloudAccountId: null,
  region: null,
  service: "AmazonElastiCache",
  skuPrefix: "",
  percent: new Decimal(percent),
  ...change,
});
const drawnRules = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 8 }),
      thousandths: fc.integer({ min: 0, max: 100_000 }),
      cloudAccountId: fc.constantFrom(null, "dev", "prod"),
      region: fc.constantFrom(null, "ap-northeast-2", "us-east-1"),
      skuPrefix: fc.constantFrom("", "cache.m7g", "cache.t4g"),
    }),
    { selector: ({ name }) => name, maxLength: 5 },
  )
  .map((drawn) => drawn.map(({ name, thousandths, ...rest }) => rule(name, thousandths / 1000, rest)));
const amount = fc.integer({ min: 0, max: 1e9 }).map((cents) => new Decimal(cents).div(100));

describe("discounts", () => {
  it("takes a savings plan of 20 % and then private rates of 10 % off $100: $72", () => {
    const rules = discountsOf([rule("private rates", 10), rule("plan", 20)], subject);
    const { usd, savings } = applyDiscounts(new Decimal(100), rules);
    expect(usd.toString()).toBe("72");
    expect(savings.map(({ name, usd: off }) => [name, off.toString()])).toEqual([
      ["plan", "20"],
      ["private rates", "8"],
    ]);
  });

  it.each<[string, Partial<Discount>, number]>([
    ["of the service", {}, 1],
    ["of another service", { service: "AmazonEC2" }, 0],
    ["of its SKUs", { skuPrefix: "cache.m7g" }, 1],
    ["of other SKUs", { skuPrefix: "cache.t4g" }, 0],
    ["of another account", { cloudAccountId: "prod" }, 0],
    ["of another region", { region: "us-east-1" }, 0],
  ])("applies one %s as it says", (_what, change, count) => {
    expect(discountsOf([rule("a", 10, change)], subject)).toHaveLength(count);
  });

  it("takes nothing off what has no price", () => {
    expect(discountsOf([rule("a", 10)], { ...subject, price: null })).toEqual([]);
  });

  it("never raises, never goes below 0, and tells where the difference went to the last digit", () => {
    fc.assert(
      fc.property(drawnRules, amount, (rules, before) => {
        const { usd, savings } = applyDiscounts(before, discountsOf(rules, subject));
        expect(usd.gte(0) && usd.lte(before)).toBe(true);
        expect(savings.every((saving) => saving.usd.gte(0))).toBe(true);
        expect(savings.reduce((sum, saving) => sum.plus(saving.usd), usd).eq(before)).toBe(true);
      }),
    );
  });

  it("gives the same whatever the order of the rules, and one rule more never costs more", () => {
    fc.assert(
      fc.property(drawnRules, amount, (rules, before) => {
        const told = (some: Discount[]) => applyDiscounts(before, discountsOf(some, subject));
        expect(JSON.stringify(told(rules.toReversed()))).toBe(JSON.stringify(told(rules)));
        expect(told(rules).usd.lte(told(rules.slice(1)).usd)).toBe(true);
      }),
    );
  });
});
