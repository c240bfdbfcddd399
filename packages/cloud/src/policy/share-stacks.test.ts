import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareStacks } from "./share-stacks";

const anyStacks = fc.array(
  fc.integer({ min: 1, max: 50 }).map((length) => ({ template: "x".repeat(length) })),
);
const lengthOf = (stacks: readonly { template: string }[]) =>
  stacks.reduce((sum, { template }) => sum + template.length, 0);

describe("shareStacks", () => {
  it("gives each stack to one share", () => {
    fc.assert(
      fc.property(anyStacks, fc.integer({ min: 1, max: 4 }), (stacks, count) => {
        const shared = shareStacks(stacks, count).flat();
        expect(shared).toHaveLength(stacks.length);
        expect(new Set(shared)).toEqual(new Set(stacks));
      }),
    );
  });

  it("gives no share more than another by more than its largest stack", () => {
    fc.assert(
      fc.property(anyStacks, fc.integer({ min: 1, max: 4 }), (stacks, count) => {
        const lengths = shareStacks(stacks, count).map(lengthOf);
        const largest = Math.max(0, ...stacks.map(({ template }) => template.length));
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it("asks one child about nothing rather than none", () => {
    expect(shareStacks([], 2)).toEqual([[]]);
  });
});
