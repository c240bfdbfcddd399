import { type Estimate, isUnreadable } from "@greenroom/pricing/schema";
import { SERVERLESS, transformsOf } from "@greenroom/template";
import { nestedStacksOf } from "./nest-stacks";
import type { ReadTemplate } from "./read-template";

const PROCESSED = "aws cloudformation get-template --template-stage Processed";

/** What belongs to the templates and is in none of them, so that the total leaves it out: a line for each. */
export function findGaps(templates: readonly ReadTemplate[]): string[] {
  return templates.flatMap((one) => {
    const { key, template } = one;
    const unknown = transformsOf(template).filter((name) => name !== SERVERLESS);
    const macros = unknown.map(
      (name) =>
        `${key} has the macro ${name}, which runs in AWS only: what it adds is not priced. Give the template that \`${PROCESSED}\` prints for the whole price.`,
    );
    const nested = nestedStacksOf(one, templates)
      .filter(({ child }) => child === null)
      .map(({ id }) => id);
    const stacks =
      nested.length > 0
        ? [
            `${key} has nested stacks that are not priced: ${nested.join(", ")}. Give their templates too, at the paths that end their TemplateURL.`,
          ]
        : [];
    return [...macros, ...stacks];
  });
}

/** What stands for templates that are not given: `findGaps` names them. */
const ABSENT = /^AWS::CloudFormation::(Stack|Macro)$/;

/**
 * What decides prices and nobody gave: parameters of each template first, then what comes from elsewhere,
 * resource by resource.
 */
export function findUnknownValues(
  { resources }: Estimate,
  templates: readonly Pick<ReadTemplate, "key" | "template">[],
): string[] {
  const parametersOf = new Map(templates.map(({ key, template }) => [key, template.Parameters]));
  /**
   * The stack of a parameter: the reader's own, or the one that passes it or has it in its outputs
   * ("network/Size").
   */
  const ownerOf = (stackKey: string, name: string) => {
    const at = name.lastIndexOf("/");
    const [key, own] = at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [stackKey, name];
    const declared = parametersOf.get(key)?.[own];
    return declared && { key, own, isStored: declared.Type.startsWith("AWS::SSM::Parameter::Value<") };
  };
  const missing = new Map<string, Set<string>>();
  const stored = new Set<string>();
  const elsewhere = resources
    .filter(({ resourceType }) => !ABSENT.test(resourceType))
    .flatMap(({ stackKey, logicalId, components }) => {
      const lines = components.flatMap(({ notKnown = [] }) =>
        notKnown.flatMap(({ property, from }) => {
          const wrong = from.find(isUnreadable);
          if (wrong) {
            return [`${stackKey}.${logicalId}.${property}: ${wrong}, so what depends on it has no price.`];
          }
          const parameters = from.flatMap((name, at) => {
            const owner = ownerOf(stackKey, name);
            // The name that the parameter has in the store follows its own.
            const path = owner?.isStored ? from[at + 1] : undefined;
            return owner ? [{ ...owner, path: path && !ownerOf(stackKey, path) ? path : undefined }] : [];
          });
          for (const { key, own, path } of parameters) {
            if (path) stored.add(storedText(key, own, path));
            else missing.set(key, (missing.get(key) ?? new Set()).add(own));
          }
          const paths = parameters.map(({ path }) => path);
          const others = from.filter((name) => !ownerOf(stackKey, name) && !paths.includes(name));
          if (parameters.length > 0 && others.length === 0) return [];
          const source = others.length > 0 ? ` comes from ${others.join(", ")}, which is` : " is";
          return [
            `${stackKey}.${logicalId}.${property}${source} in none of the templates: what depends on it has no price.${remedy(others)}`,
          ];
        }),
      );
      return [...new Set(lines)];
    });
  const parameters = [...missing].map(
    ([key, names]) =>
      `${key} has parameters without a value, on which prices depend: ${[...names].join(", ")}. Give --parameter ${[...names][0]}=….`,
  );
  return [...parameters, ...stored, ...elsewhere];
}

function storedText(key: string, parameter: string, path: string): string {
  return `${key} has the parameter ${parameter}, on which prices depend, whose value ${path} has in the parameter store. Give --ssm ${path}=….`;
}

function remedy(sources: readonly string[]): string {
  const [first = ""] = sources;
  if (first === "AWS::AccountId") return " Give --account.";
  const stored = /^\{\{resolve:ssm:([^}]+)\}\}$/.exec(first)?.[1];
  if (stored) return ` Give --ssm ${stored}=….`;
  return first === "" || first.startsWith("{{") ? "" : " Give the template that has it, too.";
}

/** Resources none of whose charges has a price, so that no use of them costs anything here. */
export function findUnpricedResources({ resources }: Estimate): string[] {
  return resources
    .filter(({ coverage, components }) => coverage === "PRICED" && components.length > 0)
    .filter(({ components }) => components.every(({ unitPriceUsd, notKnown }) => !unitPriceUsd && !notKnown))
    .map(
      ({ stackKey, logicalId, resourceType }) =>
        `None of the charges of ${stackKey}.${logicalId} (${resourceType}) has a price in this region.`,
    );
}
