import type { Value } from "@greenroom/template";
import { additionsOfMacros, contentsOfNested } from "./absent-templates";
import type { Charge, ResourceCharges } from "./charge";
import type { ComponentDraft, CostModel, ModelInput } from "./cost-model";
import { fingerprint } from "./fingerprint";
import { COST_MODELS } from "./models";
import { freeReason, freeUnless } from "./models/free-types";
import { notPricedComponents } from "./not-priced";
import { createPropertyReader } from "./properties";
import { Decimal, mapRange, type Range, ZERO_RANGE } from "./ranges";
import { resolveStacks, type StackResource, type StackTemplate } from "./resolve-stacks";
import type { NotKnown } from "./schema";
import { HOURS_PER_MONTH } from "./schema/hours";
import { findOpenCharges, type Outcome } from "./unknown-charges";
import type { Usage } from "./usage";
import { createUsageReader } from "./usage";

/** More neighbours than any stack has of what one resource looks at. */
const MAX_NAMES = 200;

export interface ChargeOptions {
  stacks: readonly StackTemplate[];
  usage?: Usage;
  /** Hours a month that the environment exists; default 730. Scales hourly charges only. */
  environmentHours?: number;
  /** The day decides on charges that begin or end on one. */
  now: Date;
}

/**
 * What the resources of templates are charged for, and how much of it a month: no price is looked at. Pure:
 * the result depends on the arguments alone.
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read, INVALID_INPUT for a bad usage figure.
 */
export function readCharges(options: ChargeOptions): ResourceCharges[] {
  const { stacks, usage = {}, environmentHours = HOURS_PER_MONTH, now } = options;
  const context = { stacks, usage, hours: new Decimal(environmentHours), now: now.getTime() };
  const resolved = resolveStacks(stacks);
  return stacks.flatMap((stack, index) => {
    const resources = resolved[index] as Record<string, StackResource>;
    const read = Object.keys(resources)
      .sort()
      .map((logicalId) => readResource(logicalId, resources, stack, context));
    return [...read, ...additionsOfMacros(stack)];
  });
}

function readResource(
  logicalId: string,
  stack: Record<string, StackResource>,
  of: StackTemplate,
  {
    stacks,
    usage,
    hours,
    now,
  }: Required<Pick<ChargeOptions, "stacks" | "usage">> & { hours: Decimal; now: number },
): ResourceCharges {
  const { key, region } = of;
  const resolved = stack[logicalId] as StackResource;
  const { type, properties, existence } = resolved;
  const usageOf = (id: string) => createUsageReader(usage[key]?.[id], `${key}.${id}`);
  const inputOf = (some: ModelInput["stack"]): ModelInput => ({
    logicalId,
    region,
    properties: createPropertyReader(properties),
    usage: usageOf(logicalId),
    usageOf,
    now,
    stack: some,
  });
  const model = COST_MODELS.get(type);
  const service = model?.service ?? serviceOf(type);
  const resource = { stackKey: key, logicalId, resourceType: type, service, region };
  const run = (some: ModelInput["stack"]) => runModel(model as CostModel, inputOf(some));
  const beside = neighboursOf(model, logicalId, stack);
  const mark = () =>
    fingerprint(
      [logicalId, ...beside.sort()].map((id) => stack[id] as StackResource),
      ...[region, usage[key]?.[logicalId] ?? null, hours],
    );
  const { reason, drafts, open } = model
    ? findOpenCharges(run, stack, {
        existence: existence?.causes ?? null,
        uncertain: beside.filter((id) => stack[id]?.existence !== undefined),
        names: () => namesIn(beside.map((id) => stack[id]?.properties ?? {})),
      })
    : { reason: freeReason(type), drafts: [], open: new Map<string, NotKnown[]>() };
  const unnamed = notPricedComponents(
    model ? (model.notPriced ?? []) : freeUnless(type),
    createPropertyReader(properties),
  );
  const absent = contentsOfNested(resolved, logicalId, of, stacks);
  if (reason && unnamed.length + absent.length === 0) {
    return { ...resource, coverage: "FREE", charges: [], reason };
  }
  if (!model && !reason) return { ...resource, coverage: "NOT_MODELLED", charges: [], fingerprint: mark() };
  const known = [...drafts, ...unnamed].map((draft): Charge => {
    const unknowns = open.get(draft.name) ?? undecided(draft, model);
    return unknowns
      ? { draft, units: ZERO_RANGE, open: unknowns }
      : { draft, units: monthlyUnits(draft, hours) };
  });
  const charges = [...known, ...absent];
  const isOpen = unnamed.length > 0 || charges.some((charge) => charge.open !== undefined);
  return { ...resource, coverage: "PRICED", charges, ...(isOpen && { fingerprint: mark() }) };
}

function runModel(model: CostModel, input: ModelInput): Outcome {
  const reason = model.freeBecause?.(input) ?? null;
  return { reason, drafts: reason ? [] : model.components(input) };
}

/** The property that a charge lacks: a quantity that neither the template nor a usage figure gives. */
function undecided(
  { quantity, usageKey, isUsageBased, isLeftOpen }: ComponentDraft,
  model: CostModel | undefined,
) {
  const asked: readonly (string | undefined)[] = model?.usageKeys ?? [];
  const isUsage = isUsageBased || isLeftOpen || asked.includes(usageKey);
  return quantity === null && !isUsage ? [{ property: usageKey ?? "quantity", from: [] }] : undefined;
}

/** Ids of the resources beside it that its model may look at. */
function neighboursOf(model: CostModel | undefined, logicalId: string, stack: ModelInput["stack"]): string[] {
  const types: readonly string[] = model?.neighbours?.join(" ").match(/AWS::\w+::\w+/g) ?? [];
  if (types.length === 0) return [];
  return Object.keys(stack).filter((id) => id !== logicalId && types.includes(stack[id]?.type ?? ""));
}

/**
 * Their texts, and the parts of paths such as "table/orders": a name that is not known may be any of them.
 */
function namesIn(properties: readonly Record<string, Value>[]): string[] {
  const texts = properties
    .flatMap(Object.values)
    .filter((value): value is string => typeof value === "string");
  return [...new Set(texts.flatMap((text) => [text, ...text.split("/")]))].slice(0, MAX_NAMES);
}

/** "AWS::Foo::Bar" → "Foo". */
function serviceOf(type: string): string {
  return type.split("::")[1] ?? type;
}

function monthlyUnits({ quantity, isHourly }: ComponentDraft, hours: Decimal): Range {
  const used = quantity ?? ZERO_RANGE;
  return isHourly ? mapRange(used, (perHour) => perHour.times(hours)) : used;
}
