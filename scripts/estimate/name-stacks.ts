import { asJson, collectStackOutputs } from "@greenroom/template";
import type { PlacedTemplate } from "./nest-stacks";

/** What the other templates tell of a stack: what it is called, and where it is. */
export interface NamedStack {
  stackName?: string;
  region?: string;
}

/**
 * Names and regions of stacks by what reads their outputs, since no template says its own:
 * "greenroom-sample-network" is network.template.json, or of several whose names end it the one with the
 * longest.
 */
export function nameStacks(templates: readonly PlacedTemplate[]): Map<string, NamedStack> {
  const named = new Map<string, NamedStack>();
  for (const { template } of templates) {
    for (const { stackName, outputName, region } of collectStackOutputs(asJson(template))) {
      const found = templates
        .filter((one) => Object.hasOwn(one.template.Outputs, outputName))
        .filter(({ key }) => stackName === key || stackName.endsWith(`-${key}`))
        .sort((a, b) => b.key.length - a.key.length)[0];
      if (found) named.set(found.key, { ...named.get(found.key), stackName, ...(region && { region }) });
    }
  }
  return named;
}
