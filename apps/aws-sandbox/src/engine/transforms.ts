import {
  asJson,
  createScope,
  type Environment,
  isObject,
  type Json,
  type JsonObject,
  parseTemplate,
  resolveValue,
  type Template,
} from "@greenroom/template";
import { refusals } from "../errors";
import type { Macro, Sandbox } from "../sandbox";

/** Needs no expansion here: the resolver knows the functions that it adds. */
const BUILT_IN = new Set(["AWS::LanguageExtensions"]);

/** Does the template ask for the functions of AWS::LanguageExtensions, such as Fn::ForEach? */
export function usesLanguageExtensions({ Transform }: Template): boolean {
  return callsOf(Transform ?? []).some(({ name }) => BUILT_IN.has(name));
}

/** The macro names a template uses, wherever they stand. */
export function transformNames(template: Template): string[] {
  const names = new Set<string>();
  const walk = (value: Json): void => {
    if (typeof value !== "object" || value === null) return;
    if (isObject(value) && Object.hasOwn(value, "Fn::Transform")) {
      for (const call of callsOf(value["Fn::Transform"] as Json)) names.add(call.name);
    }
    for (const child of Object.values(value)) walk(child as Json);
  };
  for (const call of callsOf(template.Transform ?? [])) names.add(call.name);
  walk(asJson(template));
  return [...names].filter((name) => !BUILT_IN.has(name));
}

/**
 * Expands the macros registered with this sandbox, inner ones first, then those of the whole template in
 * order.
 * @throws AwsError when a macro is not registered: there are none unless a test brings them.
 */
export function expandTransforms(
  sandbox: Sandbox,
  template: Template,
  place: { accountId: string; region: string },
  environment: Environment,
): Template {
  const names = transformNames(template);
  if (names.length === 0) return template;
  const missing = names.find((name) => !Object.hasOwn(sandbox.macros, name));
  if (missing !== undefined) throw refusals.noTransform(missing);
  const scope = createScope({ ...template, Conditions: {} }, environment);
  const templateParameterValues = scope.parameters as Record<string, Json>;

  const call = (name: string, params: JsonObject, fragment: Json): Json => {
    const macro = sandbox.macros[name] as Macro;
    const resolved = (resolveValue(params, scope) ?? {}) as Record<string, Json>;
    return macro({ fragment, params: resolved, templateParameterValues, ...place });
  };
  const expand = (value: Json): Json => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(expand);
    const { "Fn::Transform": transform, ...rest } = value;
    const inner = Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, expand(child)]));
    if (transform === undefined) return inner;
    return callsOf(transform).reduce<Json>(
      (fragment, { name, params }) => call(name, params, fragment),
      inner,
    );
  };

  const { Transform, ...body } = template;
  const global = callsOf(Transform ?? []).filter(({ name }) => !BUILT_IN.has(name));
  const expanded = global.reduce<Json>(
    (fragment, { name, params }) => call(name, params, fragment),
    expand(asJson(body)),
  );
  const kept = callsOf(Transform ?? []).filter(({ name }) => BUILT_IN.has(name));
  const Kept = kept.map(({ name }) => name);
  return parseTemplate(
    JSON.stringify({ ...(expanded as JsonObject), ...(kept.length > 0 && { Transform: Kept }) }),
  );
}

function callsOf(transform: Json): { name: string; params: JsonObject }[] {
  const calls = Array.isArray(transform) ? transform : [transform];
  return calls.map((call) => {
    if (typeof call === "string") return { name: call, params: {} };
    if (!isObject(call) || typeof call.Name !== "string") throw refusals.noTransform(JSON.stringify(call));
    return { name: call.Name, params: isObject(call.Parameters) ? (call.Parameters as JsonObject) : {} };
  });
}
