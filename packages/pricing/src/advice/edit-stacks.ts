import { isObject, type Json, type JsonObject } from "@greenroom/template";
import { Decimal } from "../ranges";
import type { Usage, UsageValue } from "../usage";
import type { ParsedStack, SubjectResource } from "./advice-subject";

type ResourceName = Pick<SubjectResource, "stackKey" | "logicalId">;
type Resources = ParsedStack["template"]["Resources"];

/** The stacks with one of them changed; the given ones stay as they are. */
function withStack(
  stacks: readonly ParsedStack[],
  key: string,
  edit: (resources: Resources) => Resources,
): ParsedStack[] {
  return stacks.map((stack) =>
    stack.key === key
      ? { ...stack, template: { ...stack.template, Resources: edit(stack.template.Resources) } }
      : stack,
  );
}

/**
 * The stacks with properties of resources set; a property is named by its dotted path, numbers lead into
 * lists.
 */
export function withProperties(
  stacks: readonly ParsedStack[],
  resources: readonly ResourceName[],
  valuesOf: Readonly<Record<string, Json>>,
): ParsedStack[] {
  return resources.reduce(
    (edited, { stackKey, logicalId }) =>
      withStack(edited, stackKey, (all) => {
        const resource = all[logicalId];
        if (!resource) return all;
        const properties: JsonObject = structuredClone(resource.Properties ?? {});
        for (const [path, value] of Object.entries(valuesOf)) setAt(properties, path.split("."), value);
        return { ...all, [logicalId]: { ...resource, Properties: properties } };
      }),
    [...stacks],
  );
}

function setAt(target: JsonObject, [first = "", ...rest]: string[], value: Json): void {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = target[first];
  if (!isObject(inner) && !Array.isArray(inner)) target[first] = {};
  setAt(target[first] as JsonObject, rest, value);
}

/** The stacks with a resource more. */
export function withResource(
  stacks: readonly ParsedStack[],
  { stackKey, logicalId }: ResourceName,
  resource: Resources[string],
): ParsedStack[] {
  return withStack(stacks, stackKey, (all) => ({ ...all, [logicalId]: resource }));
}

/**
 * The stacks without some resources; what referred to one of them refers to `instead` (a resource of the same
 * stack), if given.
 */
export function withoutResources(
  stacks: readonly ParsedStack[],
  resources: readonly ResourceName[],
  instead?: ResourceName,
): ParsedStack[] {
  return resources.reduce(
    (edited, { stackKey, logicalId }) =>
      withStack(edited, stackKey, ({ [logicalId]: _gone, ...rest }) =>
        instead ? (redirected(rest, logicalId, instead.logicalId) as Resources) : rest,
      ),
    [...stacks],
  );
}

function redirected(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item) => redirected(item, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "Ref" && inner === from) return [key, to];
      if (key === "Fn::GetAtt" && Array.isArray(inner) && inner[0] === from)
        return [key, [to, ...inner.slice(1)]];
      if (key === "DependsOn" && inner === from) return [key, to];
      return [key, redirected(inner, from, to)];
    }),
  );
}

export function usageOf(
  usage: Usage,
  { stackKey, logicalId }: ResourceName,
  key: string,
): UsageValue | undefined {
  return usage[stackKey]?.[logicalId]?.[key];
}

/** The usage with one figure of a resource set. */
export function withUsage(
  usage: Usage,
  { stackKey, logicalId }: ResourceName,
  key: string,
  value: UsageValue,
): Usage {
  const stack = usage[stackKey] ?? {};
  return { ...usage, [stackKey]: { ...stack, [logicalId]: { ...stack[logicalId], [key]: value } } };
}

/** Several figures as one; undefined when there is none. */
export function sumUsage(values: readonly (UsageValue | undefined)[]): UsageValue | undefined {
  const known = values.filter((value) => value !== undefined);
  const [first] = known;
  if (!first) return undefined;
  const sum = (bound: "low" | "expected" | "high") =>
    known.reduce((total, value) => total.plus(value[bound]), new Decimal(0)).toNumber();
  return { low: sum("low"), expected: sum("expected"), high: sum("high"), assumption: first.assumption };
}
