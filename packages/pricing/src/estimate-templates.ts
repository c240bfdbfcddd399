import { type Message, message } from "@greenroom/messages";
import type { Charge, ResourceCharges } from "./charge";
import { type ChargeOptions, readCharges } from "./charges";
import { defaultPriceBook, findPrice, type Price, type PriceBook } from "./price-book";
import {
  Decimal,
  mapRange,
  type Range,
  sumRanges,
  toCostRange,
  toText,
  ZERO_RANGE,
  zipRanges,
} from "./ranges";
import type { CostComponent, Estimate, NotKnown, ResourceCost } from "./schema";
import { isUnpriced } from "./schema/unpriced";
import { isUnreadable, unreadableMessage } from "./schema/unreadable";

/** A price older than this is marked: AWS changes most prices less than twice a year. */
const STALE_AFTER_MS = 180 * 24 * 60 * 60 * 1000;
/** Digits kept of a displayed quantity; costs are computed from the exact one. */
const QUANTITY_DECIMALS = 12;

export interface EstimateOptions extends ChargeOptions {
  book?: PriceBook;
}

interface PricedResource {
  view: ResourceCost;
  cost: Range;
}

/**
 * Prices CloudFormation templates. Pure: no network, no database, no clock; the result depends on the
 * arguments alone. Nothing is rounded.
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read, INVALID_INPUT for a bad usage figure.
 */
export function estimateTemplates(options: EstimateOptions): Estimate {
  const { book = defaultPriceBook(), ...rest } = options;
  const context = { book, now: options.now.getTime() };
  const priced = readCharges(rest).map((resource) => priceResource(resource, context));
  const resources = priced.map(({ view }) => view);
  const components = resources.flatMap((resource) => resource.components);
  return {
    currency: "USD",
    monthlyUsd: toCostRange(sumRanges(priced.map(({ cost }) => cost))),
    services: byService(priced),
    resources,
    freeResourceCount: resources.filter(({ coverage }) => coverage === "FREE").length,
    unpricedComponentCount: components.filter(isUnpriced).length,
    staleComponentCount: components.filter(({ isStale, missingUsage }) => isStale && !missingUsage).length,
    notModelled: countNotModelled(resources),
    priceBookAsOf: book.asOf,
  };
}

interface PricingContext {
  book: PriceBook;
  now: number;
}

function priceResource(resource: ResourceCharges, context: PricingContext): PricedResource {
  const { region, charges, ...view } = resource;
  const components = charges.map((charge) => priceComponent(charge, region, context));
  return {
    view: { ...view, components: components.map((component) => component.view) },
    cost: sumRanges(components.map(({ cost }) => cost)),
  };
}

function priceComponent(
  { draft, units: baseUnits, open }: Charge,
  region: string,
  { book, now }: PricingContext,
): { view: CostComponent; cost: Range } {
  const { quantity, unitSize } = draft;
  const price = draft.price && !open ? findPrice(book, draft.price, region) : null;
  const alternatives = (draft.alternatives ?? []).flatMap((key) => findPrice(book, key, region) ?? []);
  const cost = price && costOf(baseUnits, price, alternatives);
  return {
    cost: cost ?? ZERO_RANGE,
    view: {
      name: draft.name,
      unit: draft.unit,
      monthlyQuantity: toCostRange(
        mapRange(baseUnits, (units) => (unitSize === 1 ? shown(units) : shown(units.div(unitSize)))),
      ),
      unitPriceUsd: price && toText(unitSize === 1 ? price.each : price.each.times(unitSize)),
      monthlyCostUsd: cost && toCostRange(cost),
      isUsageBased: draft.isUsageBased,
      source: price?.source ?? null,
      asOf: price?.asOf ?? null,
      isStale: price !== null && isStale(price.asOf, now),
      assumption: open ? notKnownMessage(open) : draft.assumption,
      ...(open && { notKnown: [...open] }),
      ...(quantity === null && !open && draft.usageKey && { missingUsage: draft.usageKey }),
    },
  };
}

function notKnownMessage(open: readonly NotKnown[]): Message {
  const unreadable = open.flatMap(({ property, from }) =>
    from
      .filter(isUnreadable)
      .map((cause) =>
        message("pricing.assumption.unreadable", { property, cause: unreadableMessage(cause) }),
      ),
  );
  const later = open
    .filter(({ from }) => !from.some(isUnreadable))
    .map(({ property, from }) => (from.length > 0 ? `${property} (${from.join(", ")})` : property));
  const causes: Message[] = [...unreadable];
  if (later.length > 0) {
    causes.push(message("pricing.assumption.notKnownYet", { names: later.join(", ") }));
  }
  return message("pricing.assumption.notKnown", {
    causes: causes.reduceRight((rest, first) => message("pricing.assumption.and", { first, rest })),
  });
}

/** Most quantities have few digits: only the others need a rounded copy. */
function shown(quantity: Decimal): Decimal {
  return quantity.decimalPlaces() > QUANTITY_DECIMALS
    ? quantity.toDecimalPlaces(QUANTITY_DECIMALS)
    : quantity;
}

/** Each bound at its price: the least of the prices there may be, the expected one, the most. */
function costOf(units: Range, price: Price, alternatives: readonly Price[]): Range {
  const expected = price.each;
  if (alternatives.length === 0) return mapRange(units, (count) => count.times(expected));
  const all = [expected, ...alternatives.map(({ each }) => each)];
  return zipRanges(units, { low: Decimal.min(...all), expected, high: Decimal.max(...all) }, (count, usd) =>
    count.times(usd),
  );
}

/** A price without a date is as good as an old one. */
function isStale(asOf: string | null, now: number): boolean {
  return asOf === null || now - Date.parse(asOf) > STALE_AFTER_MS;
}

function byService(priced: readonly PricedResource[]): Estimate["services"] {
  const services = new Map<string, Range[]>();
  for (const { view, cost } of priced) {
    if (view.coverage !== "PRICED") continue;
    const costs = services.get(view.service);
    if (costs) costs.push(cost);
    else services.set(view.service, [cost]);
  }
  return [...services]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([service, costs]) => ({ service, monthlyUsd: toCostRange(sumRanges(costs)) }));
}

function countNotModelled(resources: readonly ResourceCost[]): Estimate["notModelled"] {
  const counts = new Map<string, number>();
  for (const { coverage, resourceType } of resources) {
    if (coverage === "NOT_MODELLED") counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([resourceType, count]) => ({ resourceType, count }));
}
