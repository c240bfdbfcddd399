import { type LeftOutPart, leftOutParts } from "./left-out";
import { addDecimals, isNegativeDecimal, subtractDecimals } from "./schema/decimals";
import type { DifferenceBound, Estimate, LeftOut } from "./schema/estimate";
import { isUnpriced } from "./schema/unpriced";

/**
 * How much the difference of two totals says, since a total counts what has no price as nothing. This is the
 * one rule for every before and after: what is left out costs 0 or more, so one more of it afterwards makes
 * the difference a least, one more before a most, and what is the same on both sides changes nothing. New
 * parts whose usage is not given are counted as 0, which is no saving either: where the rest costs less they
 * make it a least, too.
 * @param before null for an environment that does not exist yet
 * @param after null for one that is destroyed
 */
export function boundDifference(
  before: Pick<Estimate, "resources"> | null,
  after: Pick<Estimate, "resources"> | null,
): DifferenceBound {
  const [old, fresh] = [leftOutByKey(before), leftOutByKey(after)];
  const isAlike = (key: string) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    return was !== undefined && is !== undefined && was.likeness !== null && was.likeness === is.likeness;
  };
  const partsOf = (some: typeof old, isWanted: (key: string) => boolean) =>
    [...some].filter(([key]) => isWanted(key)).map(([, { part }]) => part);
  const leftOutBefore = partsOf(old, (key) => !isAlike(key) && !isNoMore(old.get(key), fresh.get(key)));
  const isLess = isNegativeDecimal(subtractDecimals(expectedOf(after), expectedOf(before)));
  const leftOutAfter = [
    ...partsOf(fresh, (key) => !isAlike(key) && !isNoMore(fresh.get(key), old.get(key))),
    ...(isLess ? newUsage(before, after) : []),
  ];
  return {
    bound: boundOf(leftOutBefore.length > 0, leftOutAfter.length > 0),
    leftOutBefore,
    leftOutAfter,
    leftOutAlike: partsOf(fresh, isAlike),
  };
}

type Resources = Pick<Estimate, "resources"> | null;

const componentsOf = (estimate: Resources) =>
  (estimate?.resources ?? []).flatMap((resource) =>
    resource.components.map((component) => ({ ...resource, component })),
  );

const expectedOf = (estimate: Resources): string =>
  addDecimals(componentsOf(estimate).map(({ component }) => component.monthlyCostUsd?.expected ?? "0"));

/** Parts that have no usage figure, of resources that were not there without one before. */
function newUsage(before: Resources, after: Resources): LeftOut[] {
  const parts = (estimate: Resources) =>
    componentsOf(estimate)
      .filter(({ component }) => component.missingUsage !== undefined && !isUnpriced(component))
      .map(
        ({ stackKey, logicalId, resourceType, component: { name, missingUsage } }): LeftOut => ({
          stackKey,
          logicalId,
          resourceType,
          name,
          reason: "NO_USAGE",
          ...(missingUsage && { missingUsage }),
        }),
      );
  const old = new Set(parts(before).map(keyOf));
  return parts(after).filter((part) => !old.has(keyOf(part)));
}

/** Whether there is as much or more of it on the other side, at the same price, whatever that is. */
function isNoMore(one: LeftOutPart | undefined, other: LeftOutPart | undefined): boolean {
  if (!one?.quantity || !other?.quantity) return false;
  const [a, b] = [one.quantity, other.quantity];
  return (["low", "expected", "high"] as const).every(
    (bound) => !isNegativeDecimal(subtractDecimals(b[bound], a[bound])),
  );
}

function boundOf(isOpenBefore: boolean, isOpenAfter: boolean): DifferenceBound["bound"] {
  if (isOpenBefore) return isOpenAfter ? "UNKNOWN" : "AT_MOST";
  return isOpenAfter ? "AT_LEAST" : "EXACT";
}

const keyOf = ({ stackKey, logicalId, resourceType, name }: LeftOut) =>
  JSON.stringify([stackKey, logicalId, resourceType, name]);

function leftOutByKey(estimate: Pick<Estimate, "resources"> | null): Map<string, LeftOutPart> {
  const kept = (estimate?.resources ?? []).flatMap(leftOutParts);
  return new Map(kept.map((one) => [keyOf(one.part), one]));
}

/**
 * What may be said of the difference of two totals, US dollars as text: all of it, a least, a most, no more
 * than how much it could save (a least below 0, which must not read as a saving), or nothing.
 */
export function statedDifference(
  usd: string,
  bound: DifferenceBound["bound"],
): { says: DifferenceBound["bound"] | "SAVES_AT_MOST"; usd: string } {
  if (bound === "AT_LEAST" && isNegativeDecimal(usd)) return { says: "SAVES_AT_MOST", usd: usd.slice(1) };
  return { says: bound, usd };
}
