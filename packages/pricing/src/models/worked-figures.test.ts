import { describe, expect, it } from "vitest";
import { FIGURES } from "../../testing/cases";
import { estimateFigure } from "../../testing/estimate-figure";
import { Decimal } from "../ranges";
import { COST_MODELS } from ".";

/** Parts of a sum, each a product. */
function worked(parts: readonly (readonly (number | string)[])[]): string {
  return parts
    .map((factors) => factors.reduce<Decimal>((product, factor) => product.times(factor), new Decimal(1)))
    .reduce((sum, part) => sum.plus(part), new Decimal(0))
    .toFixed();
}

describe("worked figures", () => {
  it.each(FIGURES.map((figure) => [figure.what, figure] as const))("%s", (_what, figure) => {
    const { components, coverage } = estimateFigure(figure);
    if (figure.parts) {
      const total = components.map(({ monthlyCostUsd }) => [monthlyCostUsd?.expected ?? 0]);
      expect(worked(total)).toBe(worked(figure.parts));
    }
    for (const [bound, parts] of Object.entries(figure.bounds ?? {})) {
      const total = components.map(({ monthlyCostUsd }) => [monthlyCostUsd?.[bound as "low" | "high"] ?? 0]);
      expect(worked(total)).toBe(worked(parts));
    }
    for (const [name, quantity] of Object.entries(figure.unpriced ?? {})) {
      const component = components.find((one) => one.name === name);
      expect(component).toMatchObject({
        monthlyQuantity: { expected: String(quantity) },
        monthlyCostUsd: null,
      });
    }
    if (figure.free) expect(coverage).toBe("FREE");
  });

  it("are there for every type that is priced", () => {
    const covered = new Set(FIGURES.filter(({ free }) => !free).map(({ type }) => type));
    expect([...COST_MODELS.keys()].filter((type) => !covered.has(type))).toEqual([]);
  });
});
