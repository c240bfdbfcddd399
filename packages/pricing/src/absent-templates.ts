import { SERVERLESS, transformsOf } from "@greenroom/template";
import type { Charge, ResourceCharges } from "./charge";
import { fingerprint } from "./fingerprint";
import { ZERO_RANGE } from "./ranges";
import { NESTED, type StackResource, type StackTemplate, toTemplate } from "./resolve-stacks";
import type { NotKnown } from "./schema";
import { otherCharges } from "./unknown-charges";

/** The type of what stands for a macro, which has no resource of its own in the template that it changes. */
const MACRO = "AWS::CloudFormation::Macro";

/** A component without a price for what a nested stack holds, unless its template is given. */
export function contentsOfNested(
  { type, properties }: StackResource,
  logicalId: string,
  { key }: StackTemplate,
  stacks: readonly StackTemplate[],
): Charge[] {
  if (type !== NESTED) return [];
  const isGiven = stacks.some(({ nestedBy }) => nestedBy?.key === key && nestedBy.logicalId === logicalId);
  if (isGiven) return [];
  const { TemplateURL } = properties;
  return [
    absent("Nested stack without its template", {
      property: "TemplateURL",
      from: typeof TemplateURL === "string" ? [TemplateURL] : [],
    }),
  ];
}

/** A component without a price for each macro of a template: what it adds is known in AWS only. */
export function additionsOfMacros(stack: StackTemplate): ResourceCharges[] {
  const { key, region } = stack;
  const template = toTemplate(stack.template);
  const macros = transformsOf(template).filter((name) => name !== SERVERLESS);
  return [...new Set(macros)].map((name) => ({
    ...{
      stackKey: key,
      logicalId: `Transform ${name}`,
      resourceType: MACRO,
      service: "CloudFormation",
      region,
    },
    coverage: "PRICED",
    charges: [absent("What the macro adds", { property: "Transform", from: [name] })],
    // It may read the whole template.
    fingerprint: fingerprint([], template),
  }));
}

function absent(name: string, reason: NotKnown): Charge {
  return { draft: otherCharges(name), units: ZERO_RANGE, open: [reason] };
}
