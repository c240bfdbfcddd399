import { estimateTemplates } from "../estimate-templates";
import type { CostComponent } from "../schema";

/** The components of one resource by name, for tests of what a model lists and leaves open. */
export function componentsOf(
  Type: string,
  Properties: Record<string, unknown>,
  usage: Record<string, number> = {},
  region = "us-east-1",
): Map<string, CostComponent> {
  const assumption = { en: "given", ko: "입력" };
  const figures = Object.entries(usage).map(([key, value]) => [
    key,
    { low: value, expected: value, high: value, assumption },
  ]);
  const { resources } = estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources: { R: { Type, Properties } } } }],
    usage: { s: { R: Object.fromEntries(figures) } },
    now: new Date("2026-11-01T00:00:00Z"),
  });
  return new Map(resources[0]?.components.map((component) => [component.name, component]));
}
