import { Decimal } from "../src/ranges";
import { isUnpriced } from "../src/schema/unpriced";
import { CASES } from "./cases";
import { estimateFigure } from "./estimate-figure";

/** Regions that the price book is kept for, the owners' first. */
export const COVERED_REGIONS = ["ap-northeast-2", "us-east-1", "ap-northeast-1", "ap-southeast-1"] as const;

/** What the price book lacks for a type in a region. */
export type Coverage =
  | { priced: "wholly" }
  /** It prices part of what such a resource is charged; `without` names the components that it does not. */
  | { priced: "partly"; without: readonly string[] }
  | { priced: "no" };

/**
 * Whether the book prices a type in a region, told by the type's worked figures: wholly when it prices every
 * component of one of them, as ordinary a resource as the figures have. A figure may name a size that is
 * priced elsewhere only, so "no" means that no figure's size is priced there.
 */
export function coverageOf(type: string, region: string): Coverage {
  const figures = CASES.get(type)?.figures.filter(({ free }) => !free) ?? [];
  const found = figures.flatMap((figure) => {
    const { components } = estimateFigure({ ...figure, type }, region);
    const isPriced = components.some(({ monthlyCostUsd }) => new Decimal(monthlyCostUsd?.high ?? 0).gt(0));
    return isPriced ? [components.filter(isUnpriced).map(({ name }) => name)] : [];
  });
  const [fewest] = found.sort((a, b) => a.length - b.length);
  if (!fewest) return { priced: "no" };
  return fewest.length === 0 ? { priced: "wholly" } : { priced: "partly", without: fewest };
}
