import type { StackDescription } from "@greenroom/infra-templates/catalog";
import { costsByStack } from "@greenroom/pricing";
import type { Estimate } from "@greenroom/pricing/schema";
import { architectureOf, type StackSource } from "@greenroom/template";
import type { ArchitectureView, ResourceChange } from "../schema";

const NOTHING = { monthlyUsd: "0", resources: {}, unpriced: [] };

/**
 * Stacks and what connects them, in the blueprint's order wherever they are read from, with its titles and
 * each part's price.
 */
export function toArchitectureView(input: {
  homeRegion: string;
  sources: readonly StackSource[];
  described: readonly StackDescription[];
  estimate: Estimate;
  /** Of the plan, where there is one. */
  changes?: readonly Pick<ResourceChange, "stackKey">[];
}): ArchitectureView {
  const keys = input.described.map(({ key }) => key);
  const placeOf = ({ key }: StackSource) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const { stacks, links } = architectureOf(input.sources.toSorted((a, b) => placeOf(a) - placeOf(b)));
  const costs = costsByStack(input.estimate);
  return {
    homeRegion: input.homeRegion,
    stacks: stacks.map((stack) => ({
      ...stack,
      title: input.described.find(({ key }) => key === stack.key)?.title ?? null,
      costs: costs[stack.key] ?? NOTHING,
      plannedCount: input.changes?.filter(({ stackKey }) => stackKey === stack.key).length ?? null,
    })),
    links,
  };
}
