import { AppError } from "@greenroom/errors";
import type { LocalText, Usage } from "@greenroom/infra-templates/catalog";
import {
  isObject,
  parseTemplate,
  type ResolvedResource,
  resolveTemplate,
  type Template,
  TemplateError,
} from "@greenroom/template";
import { HOURS_PER_MONTH } from "./components";
import type { ComponentDraft, ModelInput } from "./cost-model";
import { koreanName, koreanUnit } from "./korean-names";
import { COST_MODELS } from "./models";
import { freeReason } from "./models/free-types";
import { defaultPriceBook, type Price, type PriceBook, type PriceKey } from "./price-book";
import { createPropertyReader } from "./properties";
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
import type { CostComponent, Estimate, ResourceCost } from "./schema";
import { createUsageReader } from "./usage";

/** A price older than this is marked: AWS changes most prices less than twice a year. */
const STALE_AFTER_MS = 180 * 24 * 60 * 60 * 1000;
/** Digits kept of a displayed quantity; costs are computed from the exact one. */
const QUANTITY_DECIMALS = 12;

export interface StackTemplate {
  key: string;
  region: string;
  /** JSON or YAML text, or the parsed template. */
  template: string | object;
  parameters?: Record<string, string>;
}

export interface EstimateOptions {
  stacks: readonly StackTemplate[];
  usage?: Usage;
  /** Hours a month that the environment exists; default 730. Scales hourly charges only. */
  environmentHours?: number;
  book?: PriceBook;
  now?: Date;
}

interface PricedResource {
  view: ResourceCost;
  cost: Range;
}

/**
 * Prices CloudFormation templates. Pure: no network, no database; the result depends on the arguments alone (and on
 * today's date for what counts as stale, unless `now` is given). Nothing is rounded.
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read, INVALID_INPUT for a bad usage figure.
 */
export function estimateTemplates(options: EstimateOptions): Estimate {
  const { stacks, usage = {}, environmentHours = HOURS_PER_MONTH, book = defaultPriceBook() } = options;
  const context = { book, hours: new Decimal(environmentHours), now: (options.now ?? new Date()).getTime() };
  const priced = stacks.flatMap((stack) => {
    const resources = resolveStack(stack);
    return Object.keys(resources)
      .sort()
      .map((logicalId) => priceResource(logicalId, resources, stack, usage, context));
  });
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

/** Whether the total leaves a component out because its price is not known. */
export function isUnpriced(component: CostComponent): boolean {
  return component.monthlyCostUsd === null && !new Decimal(component.monthlyQuantity.high).isZero();
}

/** A stack's resources with parameters, conditions and references resolved as far as they are known before deployment. */
export function resolveStack({
  key,
  region,
  template,
  parameters,
}: StackTemplate): Record<string, ResolvedResource> {
  try {
    return resolveTemplate(toTemplate(template), {
      region,
      ...(parameters && { parameters }),
      allowMissingParameters: true,
    }).resources;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new AppError({
      code: "TEMPLATE_INVALID",
      messageKey: "templateUnreadable",
      userMessage: `The template of stack ${key} cannot be priced: ${error.message}`,
      details: { stack: key, reason: error.message },
      cause: error,
    });
  }
}

function toTemplate(template: string | object): Template {
  if (typeof template === "string") return parseTemplate(template);
  const given = template as Partial<Template>;
  if (!isObject(given.Resources)) throw new TemplateError("Template format error: [/Resources] is missing.");
  return { Parameters: {}, Mappings: {}, Conditions: {}, Outputs: {}, ...given } as Template;
}

interface PricingContext {
  book: PriceBook;
  hours: Decimal;
  now: number;
}

function priceResource(
  logicalId: string,
  stack: Record<string, ResolvedResource>,
  { key, region }: StackTemplate,
  usage: Usage,
  context: PricingContext,
): PricedResource {
  const { type, properties } = stack[logicalId] as ResolvedResource;
  const view = { stackKey: key, logicalId, resourceType: type };
  const input: ModelInput = {
    logicalId,
    region,
    properties: createPropertyReader(properties),
    usage: createUsageReader(usage[key]?.[logicalId], `${key}.${logicalId}`),
    now: context.now,
    stack,
  };
  const model = COST_MODELS.get(type);
  const service = model?.service ?? serviceOf(type);
  const reason = model ? (model.freeBecause?.(input) ?? null) : freeReason(type);
  if (reason) return { view: freeView({ ...view, service }, reason), cost: ZERO_RANGE };
  if (!model)
    return { view: { ...view, service, coverage: "NOT_MODELLED", components: [] }, cost: ZERO_RANGE };
  const components = model.components(input).map((draft) => priceComponent(draft, region, context));
  return {
    view: { ...view, service, coverage: "PRICED", components: components.map((component) => component.view) },
    cost: sumRanges(components.map(({ cost }) => cost)),
  };
}

function freeView(view: Omit<ResourceCost, "coverage" | "components">, reason: LocalText): ResourceCost {
  return { ...view, coverage: "FREE", components: [], reason: reason.en, reasonKo: reason.ko };
}

/** "AWS::Foo::Bar" → "Foo". */
function serviceOf(type: string): string {
  return type.split("::")[1] ?? type;
}

function priceComponent(
  draft: ComponentDraft,
  region: string,
  { book, hours, now }: PricingContext,
): { view: CostComponent; cost: Range } {
  const { quantity, unitSize } = draft;
  const find = (key: PriceKey) => book.find(key.service, key.sku, key.region ?? region);
  const price = draft.price && find(draft.price);
  const used = quantity ?? ZERO_RANGE;
  const baseUnits = draft.isHourly ? mapRange(used, (perHour) => perHour.times(hours)) : used;
  const cost =
    price &&
    costOf(
      baseUnits,
      price,
      (draft.alternatives ?? []).flatMap((key) => find(key) ?? []),
    );
  return {
    cost: cost ?? ZERO_RANGE,
    view: {
      name: draft.name,
      unit: draft.unit,
      nameKo: koreanName(draft.name) ?? draft.name,
      unitKo: koreanUnit(draft.unit),
      monthlyQuantity: toCostRange(
        mapRange(baseUnits, (units) =>
          (unitSize === 1 ? units : units.div(unitSize)).toDecimalPlaces(QUANTITY_DECIMALS),
        ),
      ),
      unitPriceUsd: price && toText(unitSize === 1 ? price.each : price.each.times(unitSize)),
      monthlyCostUsd: cost && toCostRange(cost),
      isUsageBased: draft.isUsageBased,
      source: price?.source ?? null,
      asOf: price?.asOf ?? null,
      isStale: price !== null && isStale(price.asOf, now),
      assumption: draft.assumption.en,
      assumptionKo: draft.assumption.ko,
      ...(quantity === null && draft.usageKey && { missingUsage: draft.usageKey }),
    },
  };
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
