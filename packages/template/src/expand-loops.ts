import { createScope } from "./resolve-template";
import { resolveValue } from "./resolve-value";
import type { Environment } from "./scope";
import { isObject, type Json, type JsonObject, type Template } from "./template";
import { TemplateError } from "./template-error";
import { checkParameterShape } from "./template-shape";
import type { Value } from "./unknown";

const LOOP = "Fn::ForEach::";
/** Far more than a template may hold: what loops within loops could multiply to has a bound. */
const MAX_RESULTS = 20_000;

type Bindings = Readonly<Record<string, string>>;

/**
 * Writes out the loops of `Fn::ForEach` (AWS::LanguageExtensions) in all sections.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 * @param environment gives the parameters and mappings that a loop may run over their values
 * @throws TemplateError for a loop that is malformed or whose values only a deployment knows
 */
export function expandLoops(template: Template, environment: Environment): Template {
  if (!mayLoop(template)) return template;
  for (const parameter of Object.values(template.Parameters)) checkParameterShape(parameter);
  // Conditions may hold loops themselves, and no collection may depend on one.
  const scope = createScope({ ...template, Conditions: {} }, environment);
  const expand = createExpander((collection) => resolveValue(collection, scope));
  const sections = ["Conditions", "Resources", "Outputs"] as const;
  const expanded = sections.map((section) => [section, expand(template[section] as JsonObject, {})]);
  return { ...template, ...(Object.fromEntries(expanded) as Partial<Template>) };
}

function mayLoop({ Transform, Conditions, Resources, Outputs }: Template): boolean {
  const isDeclared = JSON.stringify(Transform ?? null).includes("AWS::LanguageExtensions");
  const keys = [Conditions, Resources, Outputs].flatMap((section) => Object.keys(section));
  return isDeclared || keys.some((key) => key.startsWith(LOOP));
}

function createExpander(
  resolve: (collection: Json) => Value | undefined,
): (value: Json, bound: Bindings) => Json {
  let results = 0;

  const loop = (name: string, argument: Json | undefined, bound: Bindings): [string, Json][] => {
    const [identifier, collection, output] = Array.isArray(argument) ? argument : [];
    if (typeof identifier !== "string" || !isObject(output)) {
      throw new TemplateError(
        `Template error: ${name} requires an identifier, a collection and a map with one output key`,
      );
    }
    return values(name, collection, bound).flatMap((value) => {
      results += 1;
      if (results > MAX_RESULTS) throw new TemplateError(`Template error: ${name} makes too many results`);
      return entries(output as JsonObject, { ...bound, [identifier]: value });
    });
  };

  /** A list whose items may be lists themselves. */
  const values = (name: string, collection: Json | undefined, bound: Bindings): string[] => {
    const resolved = resolve(expand(collection ?? null, bound));
    const items = Array.isArray(resolved) ? resolved.flat() : [];
    if (!Array.isArray(resolved) || items.some((item) => typeof item === "object")) {
      throw new TemplateError(
        `Template error: the values that ${name} runs over are not known. Give the parameter they come from as a list`,
      );
    }
    return items.map(String);
  };

  const entries = (map: JsonObject, bound: Bindings): [string, Json][] =>
    Object.entries(map).flatMap(([key, value]): [string, Json][] =>
      key.startsWith(LOOP) ? loop(key, value, bound) : [[substitute(key, bound), expand(value, bound)]],
    );

  const expand = (value: Json, bound: Bindings): Json => {
    if (typeof value === "string") return substitute(value, bound);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => expand(item, bound));
    if (typeof value.Ref === "string" && Object.hasOwn(bound, value.Ref)) return bound[value.Ref] as string;
    return Object.fromEntries(entries(value, bound));
  };

  return expand;
}

/** `${Name}`, and `&{Name}` which leaves out what is not alphanumeric. */
function substitute(text: string, bound: Bindings): string {
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const value = Object.hasOwn(bound, name) ? (bound[name] as string) : undefined;
    if (value === undefined) return whole;
    return sign === "&" ? value.replace(/[^A-Za-z0-9]/g, "") : value;
  });
}
