import type { Usage } from "@greenroom/infra-templates/catalog";
import type { ResolvedResource } from "@greenroom/template";
import { HOURS_PER_MONTH } from "./components";
import type { ComponentDraft, ModelInput } from "./cost-model";
import { COST_MODELS } from "./models";
import { freeReason, freeUnless } from "./models/free-types";
import { notPricedComponents } from "./not-priced";
import { createPropertyReader } from "./properties";
import { Decimal, mapRange, type Range, ZERO_RANGE } from "./ranges";
import { resolveStacks, type StackTemplate } from "./resolve-stacks";
import type { ResourceCost } from "./schema";
import { createUsageReader } from "./usage";

export interface ChargeOptions {
  stacks: readonly StackTemplate[];
  usage?: Usage;
  /** Hours a month that the environment exists; default 730. Scales hourly charges only. */
  environmentHours?: number;
  now?: Date;
}

/** One charge and how many base units of it there are in a month; 0 where a usage figure was not given. */
export interface Charge {
  draft: ComponentDraft;
  units: Range;
}

/** What a resource is charged for, without prices. */
export interface ResourceCharges extends Omit<ResourceCost, "components"> {
  /** Of the stack; a charge's price key may name another. */
  region: string;
  charges: Charge[];
}

/**
 * What the resources of templates are charged for, and how much of it a month: no price is looked at. Pure; the result depends on the
 * arguments alone (and on today's date where a charge changes on one, unless `now` is given).
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read, INVALID_INPUT for a bad usage figure.
 */
export function readCharges(options: ChargeOptions): ResourceCharges[] {
  const { stacks, usage = {}, environmentHours = HOURS_PER_MONTH, now = new Date() } = options;
  const context = { usage, hours: new Decimal(environmentHours), now: now.getTime() };
  const resolved = resolveStacks(stacks);
  return stacks.flatMap((stack, index) => {
    const resources = resolved[index] as Record<string, ResolvedResource>;
    return Object.keys(resources)
      .sort()
      .map((logicalId) => readResource(logicalId, resources, stack, context));
  });
}

function readResource(
  logicalId: string,
  stack: Record<string, ResolvedResource>,
  { key, region }: StackTemplate,
  { usage, hours, now }: { usage: Usage; hours: Decimal; now: number },
): ResourceCharges {
  const { type, properties } = stack[logicalId] as ResolvedResource;
  const usageOf = (id: string) => createUsageReader(usage[key]?.[id], `${key}.${id}`);
  const input: ModelInput = {
    logicalId,
    region,
    properties: createPropertyReader(properties),
    usage: usageOf(logicalId),
    usageOf,
    now,
    stack,
  };
  const model = COST_MODELS.get(type);
  const service = model?.service ?? serviceOf(type);
  const resource = { stackKey: key, logicalId, resourceType: type, service, region };
  const reason = model ? (model.freeBecause?.(input) ?? null) : freeReason(type);
  const unnamed = notPricedComponents(model ? (model.notPriced ?? []) : freeUnless(type), input.properties);
  if (reason && unnamed.length === 0) {
    return { ...resource, coverage: "FREE", charges: [], reason: reason.en, reasonKo: reason.ko };
  }
  if (!model && !reason) return { ...resource, coverage: "NOT_MODELLED", charges: [] };
  const priced = model && !reason ? model.components(input) : [];
  const charges = [...priced, ...unnamed].map((draft) => ({ draft, units: monthlyUnits(draft, hours) }));
  return { ...resource, coverage: "PRICED", charges };
}

/** "AWS::Foo::Bar" → "Foo". */
function serviceOf(type: string): string {
  return type.split("::")[1] ?? type;
}

function monthlyUnits({ quantity, isHourly }: ComponentDraft, hours: Decimal): Range {
  const used = quantity ?? ZERO_RANGE;
  return isHourly ? mapRange(used, (perHour) => perHour.times(hours)) : used;
}
