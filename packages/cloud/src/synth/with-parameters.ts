import { createHash } from "node:crypto";
import { fillPlace } from "../account-access/aws-partition";
import type { SynthesizedStack, Synthesizer } from "../contract";

interface ParameterSection {
  Parameters?: Record<string, { Default?: unknown }>;
}

/**
 * A synthesizer that fills in values of template parameters, as their defaults: where a template declares one
 * of these names, and nowhere else. So the value is part of the text that is compared with what is deployed,
 * hashed, approved and sent, and a change of it is a change like any other.
 *
 * @param values by parameter; `{accountId}` and `{partition}` in a value are filled in
 */
export function withParameters(
  synthesizer: Synthesizer,
  values: Readonly<Record<string, string>>,
): Synthesizer {
  return {
    async synthesize(input) {
      const stacks = await synthesizer.synthesize(input);
      return stacks.map((stack) => fillIn(stack, values, input.context.accountId));
    },
    close: () => synthesizer.close(),
  };
}

function fillIn(
  stack: SynthesizedStack,
  values: Readonly<Record<string, string>>,
  accountId: string,
): SynthesizedStack {
  const template = JSON.parse(stack.template) as ParameterSection;
  const declared = Object.entries(template.Parameters ?? {}).filter(([name]) => Object.hasOwn(values, name));
  if (declared.length === 0) return stack;
  for (const [name, parameter] of declared)
    parameter.Default = fillPlace(values[name] ?? "", { accountId, region: stack.region });
  const text = JSON.stringify(template);
  return { ...stack, template: text, templateHash: createHash("sha256").update(text).digest("hex") };
}
