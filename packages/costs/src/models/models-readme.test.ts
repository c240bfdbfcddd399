import { isUnknown, type ResolvedResource, type Value } from "@greenroom/template";
import { describe, expect, it } from "vitest";
import type { CostModel } from "../cost-model";
import { drawDrafts } from "../testing/model-variants";
import { COST_MODELS } from ".";

const models = [...COST_MODELS.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

function table(): string {
  const rows = models.map(
    ({ type, reads, neighbours = [], usageKeys }) =>
      `| ${type.replace("AWS::", "")} | ${[...names(reads), ...neighbours].join(", ") || "nothing"} | ${names(usageKeys).join(", ") || "none"} |`,
  );
  return `# What the price of each type depends on

Made from the models themselves by \`models-readme.test.ts\` (\`npx vitest run --project unit packages/costs/src/models -u\`). An outline of
a stack must hold every property named here that the template sets, and every neighbour; anything else cannot change a price.
\`[]\` stands for the elements of a list, \`<x>\` for what the user fills in. A type that is neither here nor in
\`free-type-names.ts\` is listed as not modelled.

| type | properties and neighbours | usage keys |
|---|---|---|
${rows.join("\n")}
`;
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
