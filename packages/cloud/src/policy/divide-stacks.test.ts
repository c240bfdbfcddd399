import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideStacks } from "./divide-stacks";

const stackOf = (length: number) => ({ template: "x".repeat(length) });
const anyStacks = fc.array(fc.integer({ min: 1, max: 50 }).map((thousands) => stackOf(thousands * 1_000)));
const lengthOf = (stacks: readonly { template: string }[]) =>
  stacks.reduce((sum, { template }) => sum + template.length, 0);

describe("divideStacks", () => {
  it("gives each stack to one share", () => {
    fc.assert(
      fc.property(anyStacks, fc.integer({ min: 1, max: 4 }), (stacks, count) => {
        const shared = divideStacks(stacks, count).flat();
        expect(shared).toHaveLength(stacks.length);
        expect(new Set(shared)).toEqual(new Set(stacks));
      }),
    );
  });

  it("gives no share more than another by more than its largest stack", () => {
    fc.assert(
      fc.property(anyStacks, fc.integer({ min: 1, max: 4 }), (stacks, count) => {
        const lengths = divideStacks(stacks, count).map(lengthOf);
        const largest = Math.max(0, ...stacks.map(({ template }) => template.length));
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it("makes one share of little, of one large stack and of nothing", () => {
    const small = [stackOf(60_000), stackOf(50_000)];
    expect(divideStacks(small, 2)).toEqual([small]);
    expect(divideStacks([stackOf(500_000)], 2)).toHaveLength(1);
    expect(divideStacks([], 2)).toEqual([[]]);
  });

  it("halves what is large", () => {
    const large = Array.from({ length: 10 }, () => stackOf(30_000));
    expect(divideStacks(large, 2).map(lengthOf)).toEqual([150_000, 150_000]);
  });
});
