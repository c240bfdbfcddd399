import { expect, it } from "vitest";
import { BLUEPRINTS, describeSpecProblems, specInputSchema } from "../src/catalog";

const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, key]));

/** Milliseconds of the processor that so many unknown settings take, the least of three times. */
function cpuMs(count: number): number {
  const model = BLUEPRINTS[0]!;
  const spec = { ...(model.presets[0]!.spec as object), ...keys(count) };
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    expect(describeSpecProblems(model, spec)).toHaveLength(count);
    return process.cpuUsage(before).user / 1_000;
  });
  return Math.min(...times);
}

it("tells each unknown setting once, in time in proportion to how many there are", () => {
  cpuMs(1_000);
  // Eight times as many take about eight times as long; compared with each other, they took sixty times as
  // long.
  expect(cpuMs(40_000) / cpuMs(5_000)).toBeLessThan(24);
}, 60_000);

it("takes every preset as an input, and nothing that is larger than a form", () => {
  for (const { presets } of BLUEPRINTS)
    for (const { spec } of presets) expect(specInputSchema.safeParse(spec).error).toBeUndefined();
  const refused = [
    keys(201),
    { group: keys(201) },
    { list: Array(201).fill(1) },
    { text: "x".repeat(2_001) },
    { number: 1e13 },
    { ["k".repeat(61)]: 1 },
    { a: { b: { c: { d: { e: 1 } } } } },
    "text",
    [],
    null,
  ];
  for (const spec of refused) expect(specInputSchema.safeParse(spec).success).toBe(false);
});
