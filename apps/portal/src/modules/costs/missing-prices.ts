import type { CostComponent, Estimate, ResourceCost } from "@greenroom/pricing/schema";

/** A part of a resource that the total says nothing of. */
export interface MissingPrice {
  stackKey: string;
  logicalId: string;
  component: CostComponent;
}

/**
 * WHOLE: the sum is all of it. PART: something used has no price. NONE: nothing used has one. BY_USE: nothing
 * is said to be used.
 */
type Knowledge = "WHOLE" | "PART" | "NONE" | "BY_USE";

/** What decides it is not known before deployment: it may be any number. */
const isUsed = ({ monthlyQuantity, notKnown }: CostComponent): boolean =>
  notKnown !== undefined || Number(monthlyQuantity.high) !== 0;

/** As the estimate counts them: what is not used leaves nothing out. */
export const isUnpriced = (component: CostComponent): boolean =>
  component.monthlyCostUsd === null && isUsed(component);

/**
 * The parts without a known price: those the total leaves out, and those that cost something only when they
 * are used.
 */
export function missingPrices({ resources }: Estimate): { used: MissingPrice[]; unused: MissingPrice[] } {
  const missing = resources.flatMap(({ stackKey, logicalId, components }) =>
    components
      .filter(({ monthlyCostUsd }) => monthlyCostUsd === null)
      .map((component) => ({ stackKey, logicalId, component })),
  );
  return {
    used: missing.filter(({ component }) => isUsed(component)),
    unused: missing.filter(({ component }) => !isUsed(component)),
  };
}

/**
 * Each service's expected cost a month (a decimal in US dollars), with how much of the service it covers: a
 * zero must not read as free.
 */
export function serviceCosts({
  services,
  resources,
}: Estimate): { service: string; monthlyUsd: string; knowledge: Knowledge }[] {
  return services.map(({ service, monthlyUsd }) => ({
    service,
    monthlyUsd: monthlyUsd.expected,
    knowledge: knowledgeOf(resources.filter((resource) => resource.service === service)),
  }));
}

function knowledgeOf(resources: readonly ResourceCost[]): Knowledge {
  const used = resources.flatMap(({ components }) => components).filter(isUsed);
  if (used.length === 0) return "BY_USE";
  const unpriced = used.filter(isUnpriced).length;
  if (unpriced === 0) return "WHOLE";
  return unpriced === used.length ? "NONE" : "PART";
}
