import { describe, expect, it } from "vitest";
import { estimateTemplates } from "../estimate-templates";
import { Decimal } from "../ranges";
import { type Figure, WORKED_FIGURES } from "../testing/worked-figures";
import { COST_MODELS } from ".";

const NOW = new Date("2026-11-01T00:00:00Z");

function given(usage: Record<string, number> = {}) {
  const assumption = { en: "given", ko: "입력" };
  return Object.fromEntries(
    Object.entries(usage).map(([key, value]) => [
      key,
      { low: value, expected: value, high: value, assumption },
    ]),
  );
}

function estimate({ type, region = "ap-northeast-2", properties = {}, beside = {}, ...rest }: Figure) {
  const usages = Object.entries({ ...rest.usageBeside, R: rest.usage });
  const Resources = { ...beside, R: { Type: type, Properties: properties } };
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources } }],
    usage: { s: Object.fromEntries(usages.map(([id, usage]) => [id, given(usage)])) },
    now: NOW,
  });
  return resources.find(({ logicalId }) => logicalId === "R");
}

/** Parts of a sum, each a product. */
function worked(parts: readonly (readonly (number | string)[])[]): string {
  return parts
    .map((factors) => factors.reduce<Decimal>((product, factor) => product.times(factor), new Decimal(1)))
    .reduce((sum, part) => sum.plus(part), new Decimal(0))
    .toFixed();
}

describe("worked figures", () => {
  it.each(WORKED_FIGURES.map((figure) => [figure.what, figure] as const))("%s", (_what, figure) => {
    const resource = estimate(figure);
    const components = resource?.components ?? [];
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
    if (figure.free) expect(resource?.coverage).toBe("FREE");
  });

  it("are there for every type that is priced", () => {
    const covered = new Set(WORKED_FIGURES.filter(({ free }) => !free).map(({ type }) => type));
    expect([...COST_MODELS.keys()].filter((type) => !covered.has(type))).toEqual([]);
  });
});
