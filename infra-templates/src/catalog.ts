import { AppError } from "@greenroom/errors";
import { cacheLabModel } from "./blueprints/cache-lab/model";
import { staticSiteModel } from "./blueprints/static-site/model";
import { ticketingModel } from "./blueprints/ticketing/model";
import type { BlueprintModel } from "./model/blueprint";

export type * from "./model/blueprint";
export { DASHBOARDS } from "./model/dashboards";
export type * from "./model/form";
export { blueprintText } from "./model/local-text";
export { parseCidr } from "./spec/cidr-schema";
export { readPath } from "./spec/read-path";
export { specInputSchema } from "./spec/spec-input";
export { describeSpecProblems, parseSpec, readSpec } from "./spec/spec-problems";

/**
 * The catalog: every blueprint that can be asked for, by its id. What else a blueprint needs is a record
 * with these keys (`BLUEPRINT_TEMPLATES`, `BLUEPRINT_ARBITRARIES`), which does not compile until it has the
 * new one.
 */
const MODELS = {
  ticketing: ticketingModel,
  "static-site": staticSiteModel,
  "cache-lab": cacheLabModel,
};
export type BlueprintId = keyof typeof MODELS;

/**
 * Browser-safe: no CDK, no Node. The spec types are unknown here: parse a spec with `parseSpec(model, spec)`
 * and hand the result to the same model.
 */
export const BLUEPRINTS: readonly BlueprintModel[] = Object.values<BlueprintModel>(MODELS);

export function findBlueprint(id: string): BlueprintModel | null {
  return BLUEPRINTS.find((blueprint) => blueprint.id === id) ?? null;
}

/** Throws NOT_FOUND for an id that is not in the catalog. */
export function getBlueprint(id: string): BlueprintModel {
  const blueprint = findBlueprint(id);
  if (blueprint) return blueprint;
  const known = BLUEPRINTS.map((b) => b.id).join(", ");
  throw new AppError("blueprintNotFound", { blueprint: id.slice(0, 60), known }, { field: "blueprint" });
}
