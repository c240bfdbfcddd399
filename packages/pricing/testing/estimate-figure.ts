import { estimateTemplates } from "../src/estimate-templates";
import type { ResourceCost } from "../src/schema";
import type { Figure } from "./cases";
import { givenOf } from "./given";

const NOW = new Date("2026-11-01T00:00:00Z");

/** The cost of a worked figure's resource, in its region or in another. */
export function estimateFigure(
  figure: Figure & { type: string },
  region = figure.region ?? "ap-northeast-2",
): ResourceCost {
  const { type, properties = {}, beside = {}, usageBeside, usage } = figure;
  const Resources = { ...beside, R: { Type: type, Properties: properties } };
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources } }],
    usage: { s: givenOf({ ...usageBeside, R: usage }) },
    now: NOW,
  });
  const resource = resources.find(({ logicalId }) => logicalId === "R");
  if (!resource) throw new Error(`"${figure.what}" has no resource R`);
  return resource;
}
