import { getBlueprint } from "../src/catalog";

type Spec = Record<string, Record<string, unknown>>;

/** Settings that a switch needs beside it. */
const COMPANIONS: Spec = {
  cluster: { publicCidrs: ["203.0.113.0/24"] },
  edge: { loadTestUntil: "2026-12-01", loadTestSources: ["198.51.100.0/24"] },
  compliance: { accountRecorder: false },
  bastion: { sshCidrs: ["203.0.113.0/24"] },
  observability: { emails: ["on-call@tickets.example"] },
  costAnomaly: { emails: ["finance@tickets.example"] },
};

/**
 * The production size of the ticketing platform with every switch on: the largest environment that can be
 * asked for.
 */
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
