import { isObject, type Json, type JsonObject } from "@greenroom/template";
import { COST_MODELS } from "./models";
import { freeUnless } from "./models/free-types";
import { pathOf } from "./not-priced";

let neighbours: ReadonlySet<string> | undefined;

/**
 * The parts of a resource's properties, as the template has them, that may change a price: those that its model reads, or all of them
 * where the type is what other models look at (a launch template). None for a type that no price depends on.
 */
export function priceInputs(type: string, declared: Json | undefined): Json[] {
  const properties = isObject(declared) ? (declared as JsonObject) : {};
  neighbours ??= new Set(
    [...COST_MODELS.values()].flatMap((model) => model.neighbours?.flatMap(typesIn) ?? []),
  );
  const model = COST_MODELS.get(type);
  if (neighbours.has(type)) return [properties];
  const paths = [
    ...(model?.reads ?? []),
    ...(model ? (model.notPriced ?? []) : freeUnless(type)).map(pathOf),
  ];
  const read = new Set(paths.map((path) => path.split(/[.[]/)[0] as string));
  return [...read].flatMap((name) => properties[name] ?? []);
}

/** "AWS::EC2::LaunchTemplate that the group names" → its type. */
function typesIn(text: string): string[] {
  return text.match(/AWS::\w+::\w+/g) ?? [];
}
