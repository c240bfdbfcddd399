import {
  boundDifference,
  type ComponentDifference,
  type CostComponent,
  compareEstimates,
  type DifferenceBound,
  type Estimate,
  isNegativeDecimal,
  subtractDecimals,
} from "@greenroom/pricing/schema";
import { isUnpriced } from "../../../modules/costs/missing-prices";

export const CHANGE_KINDS = ["ADDED", "REMOVED", "DEARER", "CHEAPER", "CHANGED"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A part of a resource that an estimate prices. */
interface Part {
  stackKey: string;
  logicalId: string;
  name: string;
}
/** A part that changes the price. Dollars a month; null where it is not there, or has no known price. */
export interface PartChange extends Part {
  kind: ChangeKind;
  beforeUsd: string | null;
  afterUsd: string | null;
  /** Null: a side has no known price, so nobody knows. */
  differenceUsd: string | null;
}
interface ServiceChanges {
  service: string;
  beforeUsd: string;
  afterUsd: string;
  /** How much the difference of these says. */
  bound: DifferenceBound["bound"];
  parts: PartChange[];
}
export interface PriceChanges {
  /** Those with a part that changes the price, the largest change first. */
  services: ServiceChanges[];
  counts: Record<ChangeKind, number>;
  /** What is there afterwards and changes no price. */
  same: (Part & { usd: string | null })[];
}

/**
 * What makes up the difference of two prices: parts that are added, removed, dearer or cheaper, by service,
 * and what stays the same.
 */
export function priceChanges(before: Estimate, after: Estimate): PriceChanges {
  const parts = compareEstimates(before, after).components.flatMap((difference) => {
    const change = toPartChange(difference);
    return change ? [{ ...change, service: difference.service }] : [];
  });
  const services = [...new Set(parts.map(({ service }) => service))].map((service) => ({
    service,
    beforeUsd: costOfService(before, service),
    afterUsd: costOfService(after, service),
    bound: boundDifference(ofService(before, service), ofService(after, service)).bound,
    parts: parts.filter((part) => part.service === service).sort(byDifference),
  }));
  const count = (wanted: ChangeKind) => parts.filter(({ kind }) => kind === wanted).length;
  const changed = new Set(parts.map(keyOf));
  return {
    services: services.sort(
      (a, b) =>
        size(subtractDecimals(b.afterUsd, b.beforeUsd)) - size(subtractDecimals(a.afterUsd, a.beforeUsd)),
    ),
    counts: {
      ADDED: count("ADDED"),
      REMOVED: count("REMOVED"),
      DEARER: count("DEARER"),
      CHEAPER: count("CHEAPER"),
      CHANGED: count("CHANGED"),
    },
    same: after.resources
      .flatMap(({ stackKey, logicalId, components }) =>
        components.map(({ name, monthlyCostUsd }) => ({
          stackKey,
          logicalId,
          name,
          usd: monthlyCostUsd?.expected ?? null,
        })),
      )
      .filter((part) => !changed.has(keyOf(part))),
  };
}

/**
 * Null for what changes no price: a quantity of something free, or a part that costs only when it is used.
 */
function toPartChange({ before, after, monthlyUsd, ...place }: ComponentDifference): PartChange | null {
  const isUnknown = [before, after].some((side) => side !== null && isUnpriced(side));
  const differenceUsd = isUnknown ? null : (monthlyUsd?.expected ?? "0");
  if (differenceUsd === "0") return null;
  const { stackKey, logicalId, name } = place;
  return {
    stackKey,
    logicalId,
    name,
    kind: kindOf(before, after, differenceUsd),
    beforeUsd: before?.monthlyCostUsd?.expected ?? null,
    afterUsd: after?.monthlyCostUsd?.expected ?? null,
    differenceUsd,
  };
}

function kindOf(
  before: CostComponent | null,
  after: CostComponent | null,
  differenceUsd: string | null,
): ChangeKind {
  if (before === null) return "ADDED";
  if (after === null) return "REMOVED";
  if (differenceUsd !== null) return isNegativeDecimal(differenceUsd) ? "CHEAPER" : "DEARER";
  // Of two amounts of something without a price the quantities can be told apart; a price that is lost or
  // found tells nothing.
  const isComparable = [before, after].every((side) => isUnpriced(side) && side.notKnown === undefined);
  if (!isComparable || used(before) === used(after)) return "CHANGED";
  return used(after) < used(before) ? "CHEAPER" : "DEARER";
}

const used = ({ monthlyQuantity }: CostComponent) => Number(monthlyQuantity.expected);
const keyOf = ({ stackKey, logicalId, name }: Part) => [stackKey, logicalId, name].join("\n");
const ofService = ({ resources }: Estimate, service: string) => ({
  resources: resources.filter((resource) => resource.service === service),
});
const costOfService = ({ services }: Estimate, service: string) =>
  services.find((one) => one.service === service)?.monthlyUsd.expected ?? "0";

/** For the order alone, where the last digits do not matter. */
const size = (usd: string | null) => (usd === null ? Number.POSITIVE_INFINITY : Math.abs(Number(usd)));
const byDifference = (a: PartChange, b: PartChange) => size(b.differenceUsd) - size(a.differenceUsd);
