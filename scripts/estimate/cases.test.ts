import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readCommand } from "./options";
import { runEstimate } from "./run-estimate";

const CASES = path.resolve(import.meta.dirname, "../../../shared/cases/estimates");
const NOW = new Date("2026-11-30T00:00:00Z");

function estimate(...args: string[]) {
  const files = args.map((arg) => (/^[^/].*\.ya?ml$/.test(arg) ? path.join(CASES, arg) : arg));
  const command = readCommand([...files, "--region", "us-east-1", "--format", "json"]);
  const { output, warnings } = runEstimate(command as NonNullable<typeof command>, NOW);
  return { ...(JSON.parse(output) as { totalMonthlyCost: string; unpricedComponents: number }), warnings };
}

/** In us-east-1, 730 hours. Cases that must not change beside those that were wrong. */
const EXPECTED: [string, number][] = [
  ["sam-alias-ref.yaml", 219.001752],
  ["sam-generated-refs.yaml", 0],
  ["four-zones.yaml", 32.85],
  ["list-empty-default.yaml", 32.85],
  ["language-extensions-ref.yaml", 39.56],
  ["asg-zero.yaml", 98.112],
  ["dynamodb-two-scaled.yaml", 35.3028],
];

it.skipIf(!existsSync(CASES)).each(EXPECTED)("%s costs %d", (file, usd) => {
  const { totalMonthlyCost, unpricedComponents, warnings } = estimate(file);
  expect(Number(totalMonthlyCost)).toBeCloseTo(usd, 4);
  expect([unpricedComponents, warnings]).toEqual([0, []]);
});

it.skipIf(!existsSync(CASES))("nested templates of one name are priced by their paths, in any order", () => {
  const files = ["master.yaml", "network/template.yaml", "data/template.yaml"].map(
    (file) => `nested-same-name/${file}`,
  );
  const [master = "", network = "", data = ""] = files;
  for (const order of [files, [network, data, master], [data, network, master], [data, master, network]]) {
    const { totalMonthlyCost, warnings } = estimate(...order);
    expect(Number(totalMonthlyCost)).toBeCloseTo(602.25, 6);
    expect(warnings).toEqual([]);
  }
});

it.skipIf(!existsSync(CASES))("figures of a resource go before those of its type, key by key", () => {
  const usage = path.join(CASES, "usage-names.usage.yml");
  const { totalMonthlyCost, warnings } = estimate("usage-names.yaml", "--usage", usage);
  // Two functions with 1M requests of 100 ms at 512 MB each.
  expect(Number(totalMonthlyCost)).toBeCloseTo(2 * (0.2 + 50_000 * 0.0000166667), 6);
  expect(warnings.join()).toMatch(/Api\.monthly_requets changes nothing.*/);
  expect(warnings.join()).toMatch(/names Apy, which no template has/);
});
