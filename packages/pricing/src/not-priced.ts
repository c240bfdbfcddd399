import { message } from "@greenroom/messages";
import { isObject, isUnknown, type Value } from "@greenroom/template";
import { perMonth } from "./components";
import type { ComponentDraft, NotPriced } from "./cost-model";
import type { PropertyReader } from "./properties";
import { NOT_PRICED } from "./schema/component-texts";
import { SETTINGS } from "./schema/unpriced";

/** What switches nothing on. */
const OFF = /^(false|no|off|0|disabled|suspended|none|default|standard)?$/i;

export function pathOf(entry: NotPriced): string {
  return typeof entry === "string" ? entry : entry[0];
}

/**
 * A component without a price for each of the properties that the template sets: named beside the total and
 * counted as unpriced.
 */
export function notPricedComponents(
  entries: readonly NotPriced[],
  properties: PropertyReader,
): ComponentDraft[] {
  return entries.filter((entry) => isSet(entry, properties)).map((entry) => notPriced(pathOf(entry)));
}

/** The component that names a property whose charge is not priced. */
export function notPriced(property: string): ComponentDraft {
  return perMonth({
    name: `${NOT_PRICED}: ${property.replaceAll("[]", "")}`,
    unit: SETTINGS,
    price: null,
    assumption: message("pricing.assumption.notPriced"),
  });
}

function isSet(entry: NotPriced, properties: PropertyReader): boolean {
  const [path, pattern] = typeof entry === "string" ? [entry, null] : entry;
  return valuesAt(properties.value(path.split(/[.[]/)[0] as string), path.split(".").slice(1), path).some(
    (value) => switchesOn(value, pattern),
  );
}

/**
 * Every value at the rest of a path: of each element where there are lists on the way. An unknown part stands
 * for what is in it.
 */
function valuesAt(value: Value | undefined, rest: readonly string[], path: string): Value[] {
  if (value === undefined || value === null) return [];
  if (isUnknown(value)) return [value];
  if (Array.isArray(value))
    return rest.length === 0 && !path.endsWith("[]")
      ? [value]
      : value.flatMap((one) => valuesAt(one, rest, path));
  if (rest.length === 0) return [value];
  if (!isObject(value)) return [];
  const [name = "", ...after] = rest;
  return valuesAt((value as Record<string, Value>)[name.replaceAll("[]", "")], after, path);
}

function switchesOn(value: Value, pattern: RegExp | null): boolean {
  if (isUnknown(value)) return true;
  if (isObject(value)) return pattern ? pattern.test(JSON.stringify(value)) : Object.keys(value).length > 0;
  return pattern ? pattern.test(String(value)) : !OFF.test(String(value));
}
