import { type Message, message } from "@greenroom/messages";
import { componentMessage, unitMessage } from "./schema/component-texts";
import { multiplyDecimals } from "./schema/decimals";
import type { CostComponent, CostRange, Estimate, LeftOut, ResourceCost } from "./schema/estimate";
import { isUnpriced, SETTINGS } from "./schema/unpriced";

/**
 * Whether the total is the least that a month costs: something used has no known price, or nobody knows how
 * much of it there is.
 */
export function isAtLeast(estimate: {
  unpricedComponentCount: number;
  notModelled: readonly unknown[];
}): boolean {
  return estimate.unpricedComponentCount > 0 || estimate.notModelled.length > 0;
}

/** What the total leaves out, with the quantity of what has one. */
export function leftOutOf({ resources }: Pick<Estimate, "resources">): LeftOut[] {
  return resources.flatMap(leftOutParts).map(({ part }) => part);
}

export interface LeftOutPart {
  part: LeftOut;
  /** Two with the same one cost the same; null where nothing tells. */
  likeness: string | null;
  /** Of what has no price: more of it costs as much or more. Null where nobody knows how much there is. */
  quantity: CostRange | null;
}

/** What the total leaves out of a resource. */
export function leftOutParts(resource: ResourceCost): LeftOutPart[] {
  const { stackKey, logicalId, resourceType, coverage, components, fingerprint = null } = resource;
  const place = { stackKey, logicalId, resourceType };
  if (coverage === "NOT_MODELLED") {
    return [
      { part: { ...place, name: null, reason: "NOT_MODELLED" }, likeness: fingerprint, quantity: null },
    ];
  }
  return components.filter(isUnpriced).map((component) => {
    const { name, notKnown, monthlyQuantity, unit } = component;
    const amount = notKnown || unit === SETTINGS ? null : amountOf(component);
    return {
      part: {
        ...place,
        name,
        reason: notKnown ? "NOT_KNOWN" : "NO_PRICE",
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
function amountOf({ monthlyQuantity, unit }: CostComponent): NonNullable<LeftOut["amount"]> {
  const { expected } = monthlyQuantity;
  const [, count, size = ""] = /^(\d+)([kMB])? /.exec(unit) ?? [];
  if (count) return { quantity: multiplyDecimals(expected, count + (SIZES[size] ?? "")) };
  return { quantity: expected, unit };
}

const NAMED = 3;

/** "CAPTCHA attempts 5,256,000 a month, Backup storage 40 GB a month and 2 more"; null for nothing. */
export function leftOutMessage(parts: readonly LeftOut[]): Message | null {
  if (parts.length === 0) return null;
  const named = parts
    .slice(0, NAMED)
    .map(partMessage)
    .reduceRight((rest, first) => message("pricing.leftOut.list", { first, rest }));
  const more = parts.length - NAMED;
  return more > 0 ? message("pricing.leftOut.more", { parts: named, count: more }) : named;
}

function partMessage({ logicalId, name: id, amount, resourceType }: LeftOut): Message {
  if (id === null) return message("pricing.leftOut.resource", { logicalId, resourceType });
  const name = componentMessage(id);
  if (!amount) return name;
  const count = new Intl.NumberFormat("en", { maximumFractionDigits: 4 }).format(Number(amount.quantity));
  return amount.unit === undefined
    ? message("pricing.leftOut.amount", { name, count })
    : message("pricing.leftOut.amountIn", { name, count, unit: unitMessage(amount.unit) });
}
