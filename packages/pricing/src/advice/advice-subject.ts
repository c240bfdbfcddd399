import type { Message } from "@greenroom/messages";
import type { Template } from "@greenroom/template";
import { parseTemplate } from "@greenroom/template";
import { boundDifference } from "../bound-difference";
import { type EstimateOptions, estimateTemplates } from "../estimate-templates";
import { defaultPriceBook, type PriceBook } from "../price-book";
import { createPropertyReader, type PropertyReader } from "../properties";
import { resolveStack, type StackTemplate } from "../resolve-stacks";
import type { Advice, Estimate, MeasuredUse } from "../schema";
import { HOURS_PER_MONTH } from "../schema/hours";

export interface AdviceOptions extends EstimateOptions {
  /** "prod" gets no advice that trades availability for money. */
  stage: string;
  /** What was measured at the busiest time; advice on sizes needs it and is left out without. */
  measured?: readonly MeasuredUse[];
}

/** What a piece of advice changes of what is estimated. */
export type Change = Partial<Pick<EstimateOptions, "usage" | "environmentHours" | "now">> & {
  stacks?: readonly ParsedStack[];
};

export interface ParsedStack extends Omit<StackTemplate, "template"> {
  template: Pick<Template, "Resources">;
}

export interface SubjectResource {
  stackKey: string;
  region: string;
  logicalId: string;
  type: string;
  /** Resolved. */
  properties: PropertyReader;
}

/** What advice is given on: the stacks as they are, and a way to price any change of them. */
export interface AdviceSubject {
  stacks: readonly ParsedStack[];
  resources: readonly SubjectResource[];
  usage: NonNullable<EstimateOptions["usage"]>;
  environmentHours: number;
  stage: string;
  now: Date;
  book: PriceBook;
  measured: readonly MeasuredUse[];
  ofType(...types: string[]): SubjectResource[];
  /** The estimate with a change, by the same estimator that priced the stacks. */
  estimate(change: Change): Estimate;
  /**
   * Whether what a change saves, of the present or of what else it is compared with, is money and no gap:
   * that much, or more.
   */
  isPriced(changed: Estimate, before?: Estimate): boolean;
}

/** Advice before its figure: what would change, and what that costs in risk. */
export interface Proposal {
  key: Advice["key"];
  title: Message;
  risk: Message;
  resources: readonly SubjectResource[];
  /** What the change is compared with, when that is not the present. */
  before?: Change;
  after: Change;
  /** YYYY-MM-DD: the saving begins on this day. */
  from?: string;
  /** Worth saying even where no usage figure tells the saving. */
  isKeptAtZero?: boolean;
}

export type Advisor = (subject: AdviceSubject) => Proposal[];

/** @throws AppError TEMPLATE_INVALID as `estimateTemplates` does */
export function createAdviceSubject(options: AdviceOptions): AdviceSubject {
  const { usage = {}, environmentHours = HOURS_PER_MONTH, book = defaultPriceBook(), stage, now } = options;
  const resources = options.stacks.flatMap((stack) =>
    Object.entries(resolveStack(stack)).map(([logicalId, { type, properties }]) => ({
      stackKey: stack.key,
      region: stack.region,
      logicalId,
      type,
      properties: createPropertyReader(properties),
    })),
  );
  const stacks = options.stacks.map(parsed);
  const price = (change: Change) =>
    estimateTemplates({ stacks, usage, environmentHours, now, book, ...change });
  const present = price({});
  return {
    stacks,
    resources,
    usage,
    environmentHours,
    stage,
    now,
    book,
    measured: options.measured ?? [],
    ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
    isPriced: (changed, before = present) =>
      ["EXACT", "AT_MOST"].includes(boundDifference(before, changed).bound),
    estimate: (change) => (Object.keys(change).length === 0 ? present : price(change)),
  };
}

function parsed(stack: StackTemplate): ParsedStack {
  const { template } = stack;
  return {
    ...stack,
    template:
      typeof template === "string" ? parseTemplate(template) : (template as Pick<Template, "Resources">),
  };
}
