import { findUnknownInputs, priceInputs, type StackTemplate } from "@greenroom/costs";
import type { Estimate } from "@greenroom/costs/schema";
import {
  collectReferences,
  createScope,
  isUnknown,
  SERVERLESS,
  type Template,
  transformsOf,
} from "@greenroom/template";
import { nestedStacksOf } from "./nest-stacks";
import type { ReadTemplate } from "./read-template";

const PROCESSED = "aws cloudformation get-template --template-stage Processed";

/** What belongs to the templates and is in none of them, so that the total leaves it out: a line for each. */
export function findGaps(templates: readonly ReadTemplate[]): string[] {
  const given = new Set(templates.map(({ key }) => key));
  return templates.flatMap((one) => {
    const { key, template } = one;
    const unknown = transformsOf(template).filter((name) => name !== SERVERLESS);
    const macros = unknown.map(
      (name) =>
        `${key} has the macro ${name}, which runs in AWS only: what it adds is not priced. Give the template that \`${PROCESSED}\` prints for the whole price.`,
    );
    const nested = nestedStacksOf(one)
      .filter(({ templateKey }) => templateKey === null || !given.has(templateKey))
      .map(({ id }) => id);
    const stacks =
      nested.length > 0
        ? [
            `${key} has nested stacks that are not priced: ${nested.join(", ")}. Give their templates beside it, under the names in TemplateURL.`,
          ]
        : [];
    return [...macros, ...stacks];
  });
}

/** Parameters that prices depend on and nothing gives a value, a line for each template. */
export function findMissingParameters(templates: readonly ReadTemplate[], region: string): string[] {
  return templates.flatMap(({ key, template, parameters }) => {
    const scope = createScope(template, { region, parameters, allowMissingParameters: true });
    const used = namesInPrices(template);
    const missing = Object.keys(scope.parameters).filter(
      (name) =>
        used.has(name) && isUnknown(scope.parameters[name]) && !isStored(template.Parameters[name]?.Type),
    );
    return missing.length > 0
      ? [
          `${key} has parameters without a value, on which prices depend: ${missing.join(", ")}. Give --parameter ${missing[0]}=….`,
        ]
      : [];
  });
}

/** What prices refer to: by what models read, and by the conditions that choose between resources. */
function namesInPrices({ Resources, Conditions }: Template): Set<string> {
  const inputs = Object.values(Resources).flatMap(({ Type, Properties }) => priceInputs(Type, Properties));
  return new Set(collectReferences([...inputs, Conditions]).map(({ name }) => name));
}

/** Values from outside of the templates that prices depend on, a line for each resource: they are priced as if they were not set. */
export function findUnknownValues(
  templates: readonly ReadTemplate[],
  stacks: readonly StackTemplate[],
): string[] {
  const isParameter = (stackKey: string, name: string) =>
    templates.some(({ key, template }) => key === stackKey && Object.hasOwn(template.Parameters, name));
  return findUnknownInputs(stacks).flatMap(({ stackKey, logicalId, property, causes }) => {
    const outside = causes.filter((cause) => !isParameter(stackKey, cause));
    return outside.length > 0
      ? [
          `${stackKey}.${logicalId}.${property} comes from ${outside.join(", ")}, which is in none of the templates: it is priced as if it were not set. Give the template that has it, too.`,
        ]
      : [];
  });
}

/** Resources none of whose charges has a price, so that no use of them costs anything here. */
export function findUnpricedResources({ resources }: Estimate): string[] {
  return resources
    .filter(({ coverage, components }) => coverage === "PRICED" && components.length > 0)
    .filter(({ components }) => components.every(({ unitPriceUsd }) => unitPriceUsd === null))
    .map(
      ({ stackKey, logicalId, resourceType }) =>
        `None of the charges of ${stackKey}.${logicalId} (${resourceType}) has a price in this region.`,
    );
}

/** Its value lies in the parameter store of an account, where a command line cannot give it. */
function isStored(type: string | undefined): boolean {
  return type?.startsWith("AWS::SSM::Parameter::Value<") ?? false;
}
