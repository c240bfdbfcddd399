import { getBlueprint } from "../src/catalog";

type Spec = Record<string, Record<string, unknown>>;

/** Settings that a switch needs beside it. */
const COMPANIONS: Spec = {};

/** The production size of the ticketing platform with every switch on: the largest environment that can be asked for. */
export function fullPlatform(): Spec {
  const model = getBlueprint("ticketing");
  const spec = structuredClone(model.presets.find(({ key }) => key === "prod")?.spec) as Spec;
  for (const { path, kind } of model.sections.flatMap(({ fields }) => fields)) {
    const [section = "", field = ""] = path.split(".");
    if (kind === "switch") spec[section]![field] = true;
  }
  for (const [section, settings] of Object.entries(COMPANIONS)) Object.assign(spec[section]!, settings);
  return spec;
}
