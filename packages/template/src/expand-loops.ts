import { createScope } from "./resolve-template";
import { resolveValue } from "./resolve-value";
import type { Environment } from "./scope";
import {
  asIntrinsic,
  asJson,
  asTemplate,
  isObject,
  type Json,
  type JsonObject,
  type Template,
} from "./template";
import { TemplateError } from "./template-error";
import { checkParameterShape } from "./template-shape";
import { usesLanguageExtensions } from "./transforms";
import { isUnknown, mergeUnknowns, type Value } from "./unknown";

const LOOP = "Fn::ForEach::";
/** Far more than a template may hold: what loops within loops could multiply to has a bound. */
const MAX_RESULTS = 20_000;

/** What a loop's name stands for: a text, or an expression that is unknown. */
type Bindings = Readonly<Record<string, string | JsonObject>>;
type Resolve = (value: Json) => Value | undefined;

/**
 * Writes out the loops of `Fn::ForEach` (AWS::LanguageExtensions) in all sections, and the names in Ref and
 * Fn::GetAtt that functions make. A loop over values that are not known, where parameters may be missing,
 * makes one resource under a condition that is unknown.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 * @param environment gives the parameters and mappings that a loop may run over their values
 * @throws TemplateError for a loop that is malformed or whose values only a deployment knows
 */
export function expandLoops(template: Template, environment: Environment): Template {
  if (!mayLoop(template)) return template;
  for (const parameter of Object.values(template.Parameters)) checkParameterShape(parameter);
  // Conditions may hold loops themselves, and no collection may depend on one.
  const scope = createScope({ ...template, Conditions: {} }, environment);
  const expand = createExpander((value) => resolveValue(value, scope), environment);
  const { Conditions, Resources, Outputs } = template;
  const expanded = {
    ...asJson(template),
    ...expand(asJson(Resources), Conditions),
    Outputs: expand(asJson(Outputs)).Resources,
  };
  return nameReferences(asTemplate(expanded), environment);
}

function mayLoop(template: Template): boolean {
  const keys = [template.Conditions, template.Resources, template.Outputs].flatMap(Object.keys);
  return usesLanguageExtensions(template) || keys.some((key) => key.startsWith(LOOP));
}

function createExpander(resolve: Resolve, { allowMissingParameters }: Environment) {
  let results = 0;
  /** Conditions that say whether what an unknown value makes is there: nobody knows. */
  const unknownConditions: JsonObject = {};

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
      const made = entries(output as JsonObject, { ...bound, [identifier]: value });
      return typeof value === "string" ? made : made.map((one) => underUnknown(name, value, one));
    });
  };

  /** A list whose items may be lists themselves; an item that is not known is an expression. */
  const values = (name: string, collection: Json | undefined, bound: Bindings): (string | JsonObject)[] => {
    const written = expand(collection ?? null, bound);
    const resolved = resolve(written);
    const items = Array.isArray(resolved) ? resolved.flat() : [resolved];
    const isKnown = Array.isArray(resolved) && items.every((item) => typeof item !== "object");
    if (isKnown) return items.map(String);
    if (!allowMissingParameters || !mergeUnknowns(resolved)) {
      throw new TemplateError(
        `Template error: the values that ${name} runs over are not known. Give the parameter they come from as a list`,
      );
    }
    return items.map((item) => (isUnknown(item) ? { "Fn::Join": ["", written as Json] } : String(item)));
  };

  const underUnknown = (name: string, value: JsonObject, [id, body]: [string, Json]): [string, Json] => {
    if (!isObject(body)) return [id, body];
    const made = `Values of ${name}`;
    unknownConditions[made] = { "Fn::Equals": [value, ""] };
    const { DependsOn: _, Condition, ...rest } = body as JsonObject;
    if (typeof Condition !== "string") return [id, { ...rest, Condition: made }];
    const both = `${made}, ${Condition}`;
    unknownConditions[both] = { "Fn::And": [{ Condition }, { Condition: made }] };
    return [id, { ...rest, Condition: both }];
  };

  const entries = (map: JsonObject, bound: Bindings): [string, Json][] =>
    Object.entries(map).flatMap(([key, value]): [string, Json][] =>
      key.startsWith(LOOP) ? loop(key, value, bound) : [[substitute(key, bound), expand(value, bound)]],
    );

  const expand = (value: Json, bound: Bindings): Json => {
    if (typeof value === "string") return unknownIn(value, bound) ?? substitute(value, bound);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => expand(item, bound));
    if (typeof value.Ref === "string" && Object.hasOwn(bound, value.Ref)) return bound[value.Ref] as Json;
    return unknownCall(value, bound) ?? Object.fromEntries(entries(value, bound));
  };

  /**
   * A function cannot take an expression for the text or the condition it starts with, nor an object one for
   * its keys.
   */
  const unknownCall = (value: JsonObject, bound: Bindings): JsonObject | undefined => {
    const argument = asIntrinsic(value)?.argument;
    const text = Array.isArray(argument) ? argument[0] : argument;
    const inText = typeof text === "string" ? unknownIn(text, bound) : undefined;
    if (inText) return inText;
    const loops = Object.entries(value).filter(([key]) => key.startsWith(LOOP));
    const collections = loops.map(([, argument]) => (Array.isArray(argument) ? argument[1] : undefined));
    for (const collection of allowMissingParameters ? collections : []) {
      const written = expand(collection ?? null, bound);
      if (mergeUnknowns(resolve(written))) return { "Fn::Join": ["", written] };
    }
    return undefined;
  };

  return (section: JsonObject, conditions: JsonObject = {}) => {
    const Resources = Object.fromEntries(entries(section, {}));
    const own = Object.entries(conditions).filter(
      ([key, value]) => !(key.startsWith(LOOP) && unknownCall({ [key]: value }, {})),
    );
    const Conditions = Object.fromEntries(entries(Object.fromEntries(own), {}));
    return { Resources, Conditions: { ...Conditions, ...unknownConditions } };
  };
}

/** In the place of a name that is not known: logical ids are alphanumeric. */
const UNKNOWN_NAME = "Unknown";
const PLACEHOLDER = /([$&])\{([A-Za-z0-9]+)\}/g;

/** The expression of the first name in a text that stands for one. */
function unknownIn(text: string, bound: Bindings): JsonObject | undefined {
  for (const [, , name = ""] of text.matchAll(PLACEHOLDER)) {
    const value = Object.hasOwn(bound, name) ? bound[name] : undefined;
    if (typeof value === "object") return value;
  }
  return undefined;
}

/** `${Name}`, and `&{Name}` which leaves out what is not alphanumeric. */
function substitute(text: string, bound: Bindings): string {
  return text.replace(PLACEHOLDER, (whole, sign: string, name: string) => {
    const value = Object.hasOwn(bound, name) ? bound[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value !== "string") return UNKNOWN_NAME;
    return sign === "&" ? value.replace(/[^A-Za-z0-9]/g, "") : value;
  });
}

/**
 * Puts names in the place of the functions that make them, in Ref and Fn::GetAtt: what stands there is known
 * before a deployment.
 */
function nameReferences(template: Template, environment: Environment): Template {
  const isMade = (argument: Json): boolean => isObject(Array.isArray(argument) ? argument[0] : argument);
  let scope: ReturnType<typeof createScope> | undefined;
  const named = (name: Json): Json => {
    if (!isObject(name)) return name;
    scope ??= createScope(template, environment);
    const resolved = resolveValue(name, scope);
    return typeof resolved === "string" ? resolved : name;
  };
  const walk = (value: Json): Json => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    const call = asIntrinsic(value);
    if (call && (call.name === "Ref" || call.name === "Fn::GetAtt") && isMade(call.argument)) {
      const { argument } = call;
      if (!Array.isArray(argument)) return { [call.name]: named(walk(argument)) };
      return { [call.name]: argument.map((part) => named(walk(part))) };
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  const { Resources, Outputs } = template;
  return asTemplate({
    ...asJson(template),
    Resources: walk(asJson(Resources)),
    Outputs: walk(asJson(Outputs)),
  });
}
