import { verbatim } from "@greenroom/messages";
import { type ResolvedResource, resolveTemplate } from "@greenroom/template";
import type { ComponentDraft, CostModel, ModelInput } from "../src/cost-model";
import { createPropertyReader } from "../src/properties";
import { createUsageReader, type UsageValue } from "../src/usage";
import { CASES } from "./cases";

/** The forms of a type that change which charges there are, that without any property among them. */
export function variantsOf(type: string): readonly Record<string, unknown>[] {
  return [{}, ...(CASES.get(type)?.variants ?? [])];
}

const CLASSES = [
  "standard",
  "intelligent_tiering",
  "standard_infrequent_access",
  "glacier_flexible_retrieval",
  "glacier_deep_archive",
];
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  "<instance type>": ["t3.medium"],
  "<group>": ["us", "asia_pacific"],
  "<region>": ["south_korea", "us-east-1"],
  "<edge>": ["asia_pacific", "europe"],
  "<class>": CLASSES,
  "<other>": ["x"],
};

/** Keys as a user writes them: each placeholder of a declared key filled in. */
export function sampleKeys(declared: readonly string[]): string[] {
  return declared.flatMap((key) => {
    const placeholder = /<[^>]+>/.exec(key)?.[0];
    if (!placeholder) return [key];
    const samples = SAMPLES[placeholder] ?? placeholder.slice(1, -1).split("|");
    return sampleKeys(samples.map((sample) => key.replace(placeholder, sample)));
  });
}

/**
 * What every variant of a model asks for, each with and without figures and the choices in words that usage
 * may make.
 */
export function drawDrafts(
  model: CostModel,
  wrap?: (stack: Record<string, ResolvedResource>) => typeof stack,
) {
  const figures = model.usageKeys.filter((key) => !key.includes("|"));
  const usages = [{}, figureFor(figures), figureFor(model.usageKeys)];
  const { beside } = CASES.get(model.type) ?? {};
  return variantsOf(model.type).flatMap((Properties) => {
    const template = { Resources: { ...beside, R: { Type: model.type, Properties } } };
    const { resources } = resolveTemplate(
      { Parameters: {}, Mappings: {}, Conditions: {}, Outputs: {}, ...template } as never,
      { region: "ap-northeast-2" },
    );
    const stack = wrap ? wrap(resources) : resources;
    return usages.map((usage): ComponentDraft[] => {
      const input: ModelInput = {
        logicalId: "R",
        region: "ap-northeast-2",
        properties: createPropertyReader(stack.R?.properties),
        usage: createUsageReader(usage, "R"),
        usageOf: (id) => createUsageReader(undefined, id),
        now: Date.parse("2026-11-01"),
        stack,
      };
      return model.freeBecause?.(input) ? [] : model.components(input);
    });
  });
}

function figureFor(keys: readonly string[]): Record<string, UsageValue> {
  const huge = { low: 0, expected: 0, high: 1e12, assumption: verbatim("") };
  return Object.fromEntries(sampleKeys(keys).map((key) => [key, huge]));
}
