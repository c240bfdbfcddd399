import { type Message, message } from "@greenroom/messages";
import type { ComponentDraft, Tier } from "./cost-model";
import type { PriceKey } from "./price-book";
import { Decimal, exactly, mapRange, type Range } from "./ranges";
import type { UsageFigure } from "./usage";

/** How many of something there are: exactly, or between the bounds of autoscaling. */
export type Count = number | Range;

function toRange(count: Count): Range {
  return typeof count === "number" ? exactly(count) : count;
}

const FROM_TEMPLATE: Message = message("pricing.assumption.fromTemplate");

/** A charge for every hour that the resource exists. */
export function perHour(charge: {
  name: string;
  /** Default "hours". */
  unit?: string;
  /** Default 1: the unit is one hour. */
  unitSize?: number;
  /** Default 1. Null when only deployment will tell; `property` then names what is not known. */
  count?: Count | null;
  property?: string;
  price: PriceKey | null;
  alternatives?: readonly PriceKey[];
  assumption?: Message;
}): ComponentDraft {
  const { name, unit = "hours", unitSize = 1, count = 1, property, price, alternatives } = charge;
  return {
    name,
    unit,
    unitSize,
    quantity: count === null ? null : toRange(count),
    isHourly: true,
    price,
    ...(alternatives && { alternatives }),
    isUsageBased: false,
    ...(count === null && property && { usageKey: property }),
    assumption: charge.assumption ?? (count === null && property ? notGiven(property) : FROM_TEMPLATE),
  };
}

/** A charge for every month that the resource exists, whole: a key, a secret, an alarm. */
export function perMonth(charge: {
  name: string;
  unit: string;
  /** Default 1. Null when only deployment will tell; `property` then names what is not known. */
  count?: Count | null;
  property?: string;
  price: PriceKey | null;
  assumption?: Message;
}): ComponentDraft {
  return { ...perHour({ ...charge, count: charge.count === undefined ? 1 : charge.count }), isHourly: false };
}

/** A charge for every hour of something whose number is a usage figure: nodes, capacity units, brokers. */
export function perUsageHour(charge: UsageCharge & { alternatives?: readonly PriceKey[] }): ComponentDraft {
  const { alternatives } = charge;
  return { ...perUsage(charge), isHourly: true, ...(alternatives && { alternatives }) };
}

interface UsageCharge {
  name: string;
  unit: string;
  /** Default 1. */
  unitSize?: number;
  price: PriceKey | null;
  /** Key of the figure that decides the quantity. */
  usageKey: string;
  /** Base units a month; null when the figure was not given. */
  figure: UsageFigure | null;
}

/** A charge for what is used; without the figure its quantity is open. */
export function perUsage(charge: UsageCharge): ComponentDraft {
  const { name, unit, unitSize = 1, price, usageKey, figure } = charge;
  return {
    name,
    unit,
    unitSize,
    quantity: figure?.range ?? null,
    isHourly: false,
    price,
    isUsageBased: true,
    usageKey,
    assumption: figure?.assumption ?? notGiven(usageKey),
  };
}

/** One component for each tier that the quantity reaches; the first is always there. */
export function perUsageInTiers(
  charge: Omit<UsageCharge, "name" | "price">,
  tiers: readonly Tier[],
): ComponentDraft[] {
  const { figure } = charge;
  return tiers.flatMap(({ name, upTo, price }, index) => {
    const from = tiers[index - 1]?.upTo ?? 0;
    if (index > 0 && (figure === null || figure.range.high.lte(from))) return [];
    const within = figure && mapRange(figure.range, (total) => between(total, from, upTo));
    const draft = perUsage({ ...charge, name, price, figure: within && { ...figure, range: within } });
    return [tiers.length > 1 ? { ...draft, tiers } : draft];
  });
}

/** How much of a total lies between two bounds. */
function between(total: Decimal, from: number, upTo = Number.POSITIVE_INFINITY): Decimal {
  if (total.lte(from)) return new Decimal(0);
  return (total.gt(upTo) ? new Decimal(upTo) : total).minus(from);
}

/** A figure derived from another, keeping its source. */
export function derive(figure: UsageFigure | null, change: (value: Decimal) => Decimal): UsageFigure | null {
  return figure && { ...figure, range: mapRange(figure.range, change) };
}

/** A figure times another that has a stated default. */
export function combine(
  figure: UsageFigure | null,
  other: Range,
  change: (value: Decimal, other: Decimal) => Decimal,
): UsageFigure | null {
  if (!figure) return null;
  const { low, expected, high } = figure.range;
  return {
    ...figure,
    range: {
      low: change(low, other.low),
      expected: change(expected, other.expected),
      high: change(high, other.high),
    },
  };
}

function notGiven(usageKey: string): Message {
  return message("pricing.assumption.dependsOnUsage", { usageKey });
}
