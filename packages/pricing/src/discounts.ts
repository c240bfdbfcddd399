import type { PriceKey } from "./price-book";
import type { Decimal } from "./ranges";

/** A named reduction of list prices, with who answers for it. */
export interface Discount {
  name: string;
  ownerName: string;
  /** Null: every account, every region. */
  cloudAccountId: string | null;
  region: string | null;
  /** As in the price book; an empty prefix is the whole service. */
  service: string;
  skuPrefix: string;
  /** Percent off what the charge would cost without it, 0 to 100. */
  percent: Decimal;
}

/** What is charged, and where: decides which discounts apply. */
export interface DiscountSubject {
  cloudAccountId: string;
  /** Of the price; null where nobody knows one, so that nothing can be taken off it. */
  price: PriceKey | null;
  region: string;
}

/**
 * The discounts that apply to a charge, in the order in which they are taken: the greatest first, of equals
 * by name.
 */
export function discountsOf(discounts: readonly Discount[], subject: DiscountSubject): Discount[] {
  const { cloudAccountId, price, region } = subject;
  if (!price) return [];
  return discounts
    .filter(
      (rule) =>
        rule.service === price.service &&
        price.sku.startsWith(rule.skuPrefix) &&
        (rule.cloudAccountId === null || rule.cloudAccountId === cloudAccountId) &&
        (rule.region === null || rule.region === region),
    )
    .toSorted((a, b) => b.percent.comparedTo(a.percent) || (a.name < b.name ? -1 : 1));
}

export interface DiscountedAmount {
  usd: Decimal;
  /** What each discount takes off, in the order in which they are taken. */
  savings: { name: string; ownerName: string; percent: Decimal; usd: Decimal }[];
}

/**
 * An amount less its discounts: each takes its percent off what those before it have left. So the result does
 * not depend on the order, is never below 0 and never above the amount; what each takes off does, and the
 * order is defined (`discountsOf`).
 */
export function applyDiscounts(amount: Decimal, discounts: readonly Discount[]): DiscountedAmount {
  let usd = amount;
  const savings = discounts.map(({ name, ownerName, percent }) => {
    const off = usd.times(percent).div(100);
    usd = usd.minus(off);
    return { name, ownerName, percent, usd: off };
  });
  return { usd, savings };
}
