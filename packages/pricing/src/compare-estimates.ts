import { boundDifference } from "./bound-difference";
import { isAtLeast } from "./left-out";
import { subtractDecimals } from "./schema/decimals";
import type {
  ComponentDifference,
  CostComponent,
  CostRange,
  Estimate,
  EstimateComparison,
} from "./schema/estimate";

/**
 * What changes from one estimate to another, component by component. The sum of the component differences is
 * the difference of the totals. A side without a price counts as the totals count it, as nothing, and is
 * marked `isPartial`; `bound` tells what the sum then says.
 * @param before null for an environment that does not exist yet
 * @param after null for one that is destroyed
 */
export function compareEstimates(before: Estimate | null, after: Estimate | null): EstimateComparison {
  const old = indexComponents(before);
  const fresh = indexComponents(after);
  const components = [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((key) => {
    const difference = compareComponent(old.get(key), fresh.get(key));
    return difference ?? [];
  });
  const total = { before: before?.monthlyUsd ?? ZERO, after: after?.monthlyUsd ?? ZERO };
  return {
    ...total,
    isAtLeast: {
      before: before !== null && isAtLeast(before),
      after: after !== null && isAtLeast(after),
    },
    monthlyUsd: subtract(total.after, total.before),
    ...boundDifference(before, after),
    components,
  };
}

const ZERO: CostRange = { low: "0", expected: "0", high: "0" };

interface IndexedComponent {
  place: Pick<ComponentDifference, "stackKey" | "logicalId" | "resourceType" | "service" | "name">;
  component: CostComponent;
}

function indexComponents(estimate: Estimate | null): Map<string, IndexedComponent> {
  const entries = (estimate?.resources ?? []).flatMap(
    ({ stackKey, logicalId, resourceType, service, components }) =>
      components.map((component): [string, IndexedComponent] => [
        [stackKey, logicalId, resourceType, component.name].join("\n"),
        { place: { stackKey, logicalId, resourceType, service, name: component.name }, component },
      ]),
  );
  return new Map(entries);
}

function compareComponent(
  old: IndexedComponent | undefined,
  fresh: IndexedComponent | undefined,
): ComponentDifference | null {
  const place = (fresh ?? old)?.place;
  if (!place) return null;
  const before = old?.component ?? null;
  const after = fresh?.component ?? null;
  if (before && after && isSame(before, after)) return null;
  const sides = [before, after].filter((side) => side !== null);
  const isPriced = sides.some((side) => side.monthlyCostUsd !== null);
  return {
    ...place,
    before,
    after,
    monthlyUsd: isPriced ? subtract(after?.monthlyCostUsd ?? ZERO, before?.monthlyCostUsd ?? ZERO) : null,
    isPartial: sides.some((side) => side.monthlyCostUsd === null),
  };
}

function isSame(before: CostComponent, after: CostComponent): boolean {
  return (
    isSameRange(before.monthlyQuantity, after.monthlyQuantity) &&
    before.unitPriceUsd === after.unitPriceUsd &&
    isSameRange(before.monthlyCostUsd ?? ZERO, after.monthlyCostUsd ?? ZERO)
  );
}

function isSameRange(a: CostRange, b: CostRange): boolean {
  return a.low === b.low && a.expected === b.expected && a.high === b.high;
}

function subtract(after: CostRange, before: CostRange): CostRange {
  return {
    low: subtractDecimals(after.low, before.low),
    expected: subtractDecimals(after.expected, before.expected),
    high: subtractDecimals(after.high, before.high),
  };
}
