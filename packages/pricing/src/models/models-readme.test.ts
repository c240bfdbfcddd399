import { isUnknown, type ResolvedResource, type Value } from "@greenroom/template";
import { describe, expect, it } from "vitest";
import { drawDrafts } from "../../testing/draw-drafts";
import { COVERED_REGIONS, coverageOf } from "../../testing/price-coverage";
import type { CostModel } from "../cost-model";
import { COST_MODELS } from ".";

const models = [...COST_MODELS.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

function table(): string {
  const rows = models.map(
    ({ type, reads, neighbours = [], usageKeys }) =>
      `| ${type.replace("AWS::", "")} | ${[...names(reads), ...neighbours].join(", ") || "nothing"} | ${names(usageKeys).join(", ") || "none"} |`,
  );
  const gaps = models.map(({ type }) => ({
    type,
    cells: COVERED_REGIONS.map((region) => coverageCell(type, region)),
  }));
  const inRegion = COVERED_REGIONS.map(
    (region, index) => `${region} ${gaps.filter(({ cells }) => cells[index] === "yes").length}`,
  );
  return `# What the price of each type depends on

Made from the models themselves by \`models-readme.test.ts\` (\`npx vitest run --project unit packages/pricing/src/models -u\`). An outline of
a stack must hold every property named here that the template sets, and every neighbour; anything else cannot change a price.
\`[]\` stands for the elements of a list, \`<x>\` for what the user fills in. A type that is neither here nor in
\`free-type-names.ts\` is listed as not modelled.

| type | properties and neighbours | usage keys |
|---|---|---|
${rows.join("\n")}

## Where the price book prices them

Of ${models.length} types the book prices ${gaps.filter(({ cells }) => cells.includes("yes")).length} wholly in one of the four regions at least: ${inRegion.join(", ")}. A type is priced wholly ("yes") when
every component of one of its worked figures (\`<type>.cases.ts\`) has a price there, so a figure of a size that is priced
elsewhere only counts as "no". Types priced in all four are left out. What has no price is listed as unpriced in an estimate and never
guessed; \`npm run prices:refresh\` fills what it knows the usage type of. Charges that no source has priced anywhere are
\`notSourced\` in the cases of their types.

| type | ${COVERED_REGIONS.join(" | ")} |
|---|${COVERED_REGIONS.map(() => "---|").join("")}
${gaps
  .filter(({ cells }) => cells.some((cell) => cell !== "yes"))
  .map(({ type, cells }) => `| ${type.replace("AWS::", "")} | ${cells.join(" | ")} |`)
  .join("\n")}
`;
}

function coverageCell(type: string, region: string): string {
  const coverage = coverageOf(type, region);
  if (coverage.priced === "no") return "no";
  return coverage.priced === "wholly" ? "yes" : `all but ${coverage.without.join("; ")}`;
}

function names(list: readonly string[]): string[] {
  return list.map((name) => `\`${name.replaceAll("|", "\\|")}\``);
}

/** Follows a value and tells every property that is read of it, with the whole path. */
function traced(value: Value, path: string, seen: Set<string>): Value {
  if (typeof value !== "object" || value === null || isUnknown(value)) {
    seen.add(path);
    return value;
  }
  return new Proxy(value, {
    get(target, key) {
      const child = Reflect.get(target, key);
      if (typeof key === "symbol" || typeof child === "function" || key === "length") return child;
      const below = Array.isArray(target) ? `${path}[]` : path ? `${path}.${key}` : key;
      if (child === undefined) seen.add(below);
      return child === undefined ? child : traced(child as Value, below, seen);
    },
  }) as Value;
}

/** Paths that a model reads of its own resource, in any of the variants. */
function pathsRead(model: CostModel): string[] {
  const seen = new Set<string>();
  drawDrafts(model, (stack) => {
    const own = stack.R as ResolvedResource;
    return { ...stack, R: { ...own, properties: traced(own.properties, "", seen) as typeof own.properties } };
  });
  return [...seen];
}

/** A path is declared when it is one that is, leads to one, or lies within one. */
function isDeclared(path: string, reads: readonly string[]): boolean {
  return reads.some((read) => {
    const [a, b] = [path.replaceAll("[]", ""), read.replaceAll("[]", "")];
    return a === b || b.startsWith(`${a}.`) || (read.endsWith("[]") && a.startsWith(`${b}.`));
  });
}

describe("what a model reads", () => {
  it.each(models)("$type names every property", (model) => {
    expect(pathsRead(model).filter((path) => !isDeclared(path, model.reads))).toEqual([]);
  });

  it("is told in the README", async () => {
    await expect(table()).toMatchFileSnapshot("./README.md");
  });
});
