import path from "node:path";
import {
  createScope,
  findUnknowns,
  isIncluded,
  isObject,
  type Json,
  resolveValue,
  type Scope,
  TemplateError,
  type Value,
} from "@greenroom/template";
import { UsageError } from "./options";
import type { ReadTemplate } from "./read-template";

const NESTED = "AWS::CloudFormation::Stack";

/** A nested stack of a template: its logical id and where its template lies, when that is written out. */
export interface NestedStack {
  id: string;
  /** What `readTemplate` would call the file. */
  templateKey: string | null;
}

export function nestedStacksOf({ template }: ReadTemplate): NestedStack[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === NESTED)
    .map(([id, { Properties }]) => ({ id, templateKey: keyOf(Properties?.TemplateURL) }));
}

/**
 * A template that others nest stands once for each nested stack, with the parameters that it passes as far as they are known; values of
 * the command line go first. A stack whose condition does not hold is left out.
 */
export function nestStacks(templates: readonly ReadTemplate[], region: string): ReadTemplate[] {
  const byKey = new Map(templates.map((one) => [one.key, one]));
  const nested = new Set(templates.flatMap(nestedStacksOf).map(({ templateKey }) => templateKey));
  const taken = new Set<string>();

  const stand = (one: ReadTemplate, within: readonly string[], id?: string): ReadTemplate[] => {
    const key = taken.has(one.key) && id ? `${within.join(".")}.${id}` : one.key;
    taken.add(key);
    const scope = openScope({ ...one, key }, region);
    const children = nestedStacksOf(one).flatMap(({ id: childId, templateKey }) => {
      const child = templateKey === null ? undefined : byKey.get(templateKey);
      const declared = one.template.Resources[childId];
      if (!child || !isIncluded(declared?.Condition, scope) || within.includes(child.key)) return [];
      const passed = passedParameters(declared?.Properties?.Parameters, child, scope);
      const parameters = { ...passed, ...child.parameters };
      return stand({ ...child, parameters, warnings: [] }, [...within, one.key], childId);
    });
    return [{ ...one, key }, ...children];
  };

  const roots = templates.filter(({ key }) => !nested.has(key));
  return (roots.length > 0 ? roots : templates).flatMap((root) => stand(root, []));
}

function openScope({ key, template, parameters }: ReadTemplate, region: string): Scope {
  try {
    const environment = { region, stackName: key, parameters };
    return createScope(template, { ...environment, allowMissingParameters: true, allowUnexpanded: true });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new UsageError(`The nested stack ${key} cannot be priced with what it is passed: ${error.message}`);
  }
}

function passedParameters(
  declared: Json | undefined,
  { template }: ReadTemplate,
  scope: Scope,
): Record<string, string> {
  const given = isObject(declared) ? Object.entries(declared as Record<string, Json>) : [];
  const known = given.flatMap(([name, value]) => {
    const resolved = Object.hasOwn(template.Parameters, name) ? readable(value, scope) : undefined;
    if (resolved === undefined || resolved === null || findUnknowns(resolved).length > 0) return [];
    return [[name, Array.isArray(resolved) ? resolved.join(",") : String(resolved)] as const];
  });
  return Object.fromEntries(known);
}

/** Undefined for a value that cannot be read: the pricing of its template says what is wrong with it. */
function readable(value: Json, scope: Scope): Value | undefined {
  try {
    return resolveValue(value, scope);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

/** "https://bucket/app/network.template.yaml", or such a text with placeholders before the name → "network". */
function keyOf(url: Json | undefined): string | null {
  const text = isObject(url) ? (url as Record<string, Json>)["Fn::Sub"] : url;
  const written = Array.isArray(text) ? text[0] : text;
  if (typeof written !== "string") return null;
  return path.basename(written).replace(/(\.template)?\.(json|ya?ml|template)$/, "");
}
