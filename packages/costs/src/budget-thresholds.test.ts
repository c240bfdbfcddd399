import { Decimal } from "@greenroom/pricing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passedByMonth, passedByRequest, strictest } from "./budget-thresholds";
import { type BudgetThreshold, THRESHOLD_EFFECTS, THRESHOLD_KINDS } from "./schema";

const cents = (min: number) =>
  fc.integer({ min, max: 10_000_000 }).map((n) => new Decimal(n).div(100).toFixed());
const threshold: fc.Arbitrary<BudgetThreshold> = fc.record({
  kind: fc.constantFrom(...THRESHOLD_KINDS),
  value: cents(1),
  effect: fc.constantFrom(...THRESHOLD_EFFECTS),
});
const keysOf = (thresholds: readonly BudgetThreshold[]) =>
  thresholds.map(({ kind, value, effect }) => `${kind} ${value} ${effect}`);
const rank = (effect: BudgetThreshold["effect"] | null) =>
  effect === null ? -1 : THRESHOLD_EFFECTS.indexOf(effect);

describe("passedByRequest", () => {
  it("passes all that a cheaper request passes, and is at least as strict, for any thresholds", () => {
    fc.assert(
      fc.property(
        fc.array(threshold, { maxLength: 6 }),
        ...([cents(1), cents(0), cents(0), cents(0)] as const),
        (thresholds, monthlyUsd, beforeUsd, one, other) => {
          const [less, more] = [one, other].sort((a, b) => new Decimal(a).comparedTo(b)) as [string, string];
          const cheap = passedByRequest(thresholds, { monthlyUsd, beforeUsd, afterUsd: less });
          const dear = passedByRequest(thresholds, { monthlyUsd, beforeUsd, afterUsd: more });
          expect(keysOf(dear)).toEqual(expect.arrayContaining(keysOf(cheap)));
          const effectOf = (passed: typeof dear) => rank(strictest(passed.map(({ effect }) => effect)));
          expect(effectOf(dear)).toBeGreaterThanOrEqual(effectOf(cheap));
          for (const { limitUsd } of dear) expect(limitUsd.lt(more)).toBe(true);
        },
      ),
    );
  });

  it("passes no fewer for a smaller budget", () => {
    fc.assert(
      fc.property(
        fc.array(threshold, { maxLength: 6 }),
        ...([cents(1), cents(1), cents(0), cents(0)] as const),
        (thresholds, one, other, beforeUsd, afterUsd) => {
          const [small, large] = [one, other].sort((a, b) => new Decimal(a).comparedTo(b)) as [
            string,
            string,
          ];
          const passed = (monthlyUsd: string) =>
            keysOf(passedByRequest(thresholds, { monthlyUsd, beforeUsd, afterUsd }));
          expect(passed(small)).toEqual(expect.arrayContaining(passed(large)));
        },
      ),
    );
  });

  it.each([
    // kind, value, before, after, is it passed? The budget is $500.
    ["CROSSING", "100", "400", "500", false],
    ["CROSSING", "100", "400", "500.01", true],
    ["CROSSING", "80", "450", "460", true],
    ["CROSSING", "80", "900", "899.99", false],
    ["CROSSING", "80", "900", "900", false],
    ["ABSOLUTE", "50", "400", "450", false],
    ["ABSOLUTE", "50", "400", "450.01", true],
    ["PERCENT", "20", "100", "120", false],
    ["PERCENT", "20", "100", "120.01", true],
    ["PERCENT", "20", "0", "499", false],
  ] as const)("%s %s from $%s to $%s: %s", (kind, value, beforeUsd, afterUsd, isPassed) => {
    const thresholds = [{ kind, value, effect: "BLOCK" as const }];
    expect(passedByRequest(thresholds, { monthlyUsd: "500", beforeUsd, afterUsd })).toHaveLength(
      isPassed ? 1 : 0,
    );
  });
});

describe("passedByMonth", () => {
  it("never passes fewer when the month costs more, and looks at CROSSING only", () => {
    fc.assert(
      fc.property(
        fc.array(threshold, { maxLength: 6 }),
        ...([cents(1), cents(0), cents(0)] as const),
        (thresholds, monthlyUsd, usd, more) => {
          const less = keysOf(passedByMonth(thresholds, { monthlyUsd, usd }));
          const dear = passedByMonth(thresholds, { monthlyUsd, usd: new Decimal(usd).plus(more) });
          expect(keysOf(dear)).toEqual(expect.arrayContaining(less));
          expect(dear.every(({ kind }) => kind === "CROSSING")).toBe(true);
        },
      ),
    );
  });
});
