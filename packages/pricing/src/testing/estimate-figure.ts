import { estimateTemplates } from "../estimate-templates";
import type { ResourceCost } from "../schema";
import type { Figure } from "./worked-figures";

const NOW = new Date("2026-11-01T00:00:00Z");

/** The cost of a worked figure's resource, in its region or in another. */
export function estimateFigure(figure: Figure, region = figure.region ?? "ap-northeast-2"): ResourceCost {
  const { type, properties = {}, beside = {}, usageBeside, usage } = figure;
  const usages = Object.entries({ ...usageBeside, R: usage });
  const Resources = { ...beside, R: { Type: type, Properties: properties } };
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources } }],
    usage: { s: Object.fromEntries(usages.map(([id, given]) => [id, figuresOf(given)])) },
    now: NOW,
  });
  const resource = resources.find(({ logicalId }) => logicalId === "R");
  if (!resource) throw new Error(`"${figure.what}" has no resource R`);
  return resource;
}

function figuresOf(usage: Record<string, number> = {}) {
  const assumption = { en: "given", ko: "입력" };
  return Object.fromEntries(
    Object.entries(usage).map(([key, value]) => [
      key,
      { low: value, expected: value, high: value, assumption },
    ]),
  );
}
