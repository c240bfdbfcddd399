import type { CostComponent, CostRange, Estimate, LeftOut, ResourceCost } from "./schema";
import { multiplyDecimals } from "./schema/decimals";
import { isUnpriced, SETTINGS } from "./schema/unpriced";

/** Whether the total is the least that a month costs: something used has no known price, or nobody knows how much of it there is. */
export function isAtLeast(estimate: {
  unpricedComponentCount: number;
  notModelled: readonly unknown[];
}): boolean {
  return estimate.unpricedComponentCount > 0 || estimate.notModelled.length > 0;
}

/** What the total leaves out, with the quantity of what has one. */
export function leftOutOf({ resources }: Pick<Estimate, "resources">): LeftOut[] {
  return resources.flatMap(keptOutOf).map(({ part }) => part);
}

export interface Kept {
  part: LeftOut;
  /** Two with the same one cost the same; null where nothing tells. */
  likeness: string | null;
  /** Of what has no price: more of it costs as much or more. Null where nobody knows how much there is. */
  quantity: CostRange | null;
}

/** What the total leaves out of a resource. */
export function keptOutOf(resource: ResourceCost): Kept[] {
  const { stackKey, logicalId, resourceType, coverage, components, fingerprint = null } = resource;
  const place = { stackKey, logicalId, resourceType };
  if (coverage === "NOT_MODELLED") {
    return [
      { part: { ...place, name: null, reason: "NOT_MODELLED" }, likeness: fingerprint, quantity: null },
    ];
  }
  return components.filter(isUnpriced).map((component) => {
    const { name, nameKo, notKnown, monthlyQuantity, unit } = component;
    const amount = notKnown || unit === SETTINGS ? null : amountOf(component);
    return {
      part: {
        ...{ ...place, name, ...(nameKo && { nameKo }), reason: notKnown ? "NOT_KNOWN" : "NO_PRICE" },
        ...(notKnown && { notKnown }),
        ...(amount && { amount }),
      },
      // A price that nobody knows times the same quantity is the same, whatever else of the resource changes.
      likeness: amount ? JSON.stringify([monthlyQuantity, unit]) : fingerprint,
      quantity: amount && monthlyQuantity,
    };
  });
}

const SIZES: Readonly<Record<string, string>> = { k: "000", M: "000000", B: "000000000" };

/** In single units: 5,256 times "1k attempts" is 5,256,000, and the name says of what. */
function amountOf({ monthlyQuantity, unit, unitKo }: CostComponent): NonNullable<LeftOut["amount"]> {
  const { expected } = monthlyQuantity;
  const [, count, size = ""] = /^(\d+)([kMB])? /.exec(unit) ?? [];
  if (count) return { quantity: multiplyDecimals(expected, count + (SIZES[size] ?? "")) };
  return { quantity: expected, unit, ...(unitKo && { unitKo }) };
}

const NAMED = 3;

/** "CAPTCHA attempts 5,256,000 a month, Backup storage 40 GB a month and 2 more"; empty for nothing. */
export function describeLeftOut(parts: readonly LeftOut[], locale: string): string {
  const isKorean = locale === "ko";
  const named = parts.slice(0, NAMED).map((part) => describePart(part, isKorean));
  const more = parts.length - named.length;
  if (more === 0) return named.join(", ");
  return isKorean ? `${named.join(", ")} 외 ${more}개` : `${named.join(", ")} and ${more} more`;
}

function describePart({ logicalId, name, nameKo, amount, resourceType }: LeftOut, isKorean: boolean): string {
  const title = name === null ? `${logicalId} (${resourceType})` : isKorean ? (nameKo ?? name) : name;
  if (!amount) return title;
  const count = new Intl.NumberFormat("en", { maximumFractionDigits: 4 }).format(Number(amount.quantity));
  const unit = isKorean ? (amount.unitKo ?? amount.unit) : amount.unit;
  return [isKorean ? `월 ${title}` : title, count, unit, isKorean ? null : "a month"]
    .filter(Boolean)
    .join(" ");
}
