import type { CostComponent } from "../src/schema";
import { estimateFigure } from "./estimate-figure";

/** The components of one resource by name, for tests of what a model lists and leaves open. */
export function componentsOf(
  type: string,
  properties: Record<string, unknown>,
  usage: Record<string, number> = {},
  region = "us-east-1",
): Map<string, CostComponent> {
  const { components } = estimateFigure({ what: type, type, properties, usage, region });
  return new Map(components.map((component) => [component.name, component]));
}
