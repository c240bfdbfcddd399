import { messageSchema } from "@greenroom/messages";
import { z } from "zod";

/** A decimal number as text, in US dollars a month unless said otherwise: money never becomes a float. */
const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/** The least, the expected and the most a month may cost, from autoscaling bounds and the traffic profile. */
const rangeSchema = z.object({ low: decimalSchema, expected: decimalSchema, high: decimalSchema });
export type CostRange = z.infer<typeof rangeSchema>;

/**
 * Estimates of earlier versions hold a text in both languages, `assumption` and `assumptionKo`; it comes out
 * as one message.
 */
const gatherTexts = (name: "assumption" | "reason") => (value: unknown) => {
  if (typeof value !== "object" || value === null) return value;
  const { [name]: text, [`${name}Ko`]: textKo, ...rest } = value as Record<string, unknown>;
  return typeof text === "string" ? { ...rest, [name]: { message: text, messageKo: textKo } } : value;
};

const notKnownSchema = z.object({
  /**
   * "DBInstanceClass", as the template has it; "Condition" where it is not known whether there is such a
   * resource.
   */
  property: z.string(),
  /** Names of parameters, exports, attributes or dynamic references that it comes from. */
  from: z.array(z.string()),
});
export type NotKnown = z.infer<typeof notKnownSchema>;

const componentSchema = z.object({
  /**
   * "NAT gateway", "Data processed": Infracost's names, unique within the resource. `componentMessage` is its
   * text.
   */
  name: z.string(),
  /** "hours", "GB", "1M requests"; `unitMessage` is its text. */
  unit: z.string(),
  monthlyQuantity: rangeSchema,
  /** Null: no price is known, so the component is unpriced (never zero, never guessed). */
  unitPriceUsd: decimalSchema.nullable(),
  monthlyCostUsd: rangeSchema.nullable(),
  isUsageBased: z.boolean(),
  /** Where the price comes from and the day it was true (YYYY-MM-DD); null when unpriced. */
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  /** The price is older than 180 days. */
  isStale: z.boolean(),
  /**
   * Where the quantity comes from: the template, the user's value, or a stated default of the usage model.
   */
  assumption: messageSchema,
  /** The usage figure that was not given: the quantity is then 0 and only the unit price says something. */
  missingUsage: z.string().optional(),
  /** What decides type or quantity and is not known before deployment: the component is unpriced then. */
  notKnown: z.array(notKnownSchema).optional(),
});
const costComponentSchema = z.preprocess(gatherTexts("assumption"), componentSchema);
export type CostComponent = z.infer<typeof costComponentSchema>;

const COVERAGES = ["PRICED", "FREE", "NOT_MODELLED"] as const;
const resourceSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  resourceType: z.string(),
  /** "VPC", "DynamoDB": what the split on the page groups by. */
  service: z.string(),
  coverage: z.enum(COVERAGES),
  components: z.array(costComponentSchema),
  /** Why a FREE resource costs nothing. */
  reason: messageSchema.optional(),
  /**
   * Digest of all that decides its charges, where some of them are left out: with the same one they are the
   * same.
   */
  fingerprint: z.string().optional(),
});
const resourceCostSchema = z.preprocess(gatherTexts("reason"), resourceSchema);
export type ResourceCost = z.infer<typeof resourceCostSchema>;

export const estimateSchema = z.object({
  currency: z.literal("USD"),
  monthlyUsd: rangeSchema,
  services: z.array(z.object({ service: z.string(), monthlyUsd: rangeSchema })),
  resources: z.array(resourceCostSchema),
  freeResourceCount: z.number().int(),
  /**
   * Components without a known price or quantity: the total leaves them out, and says so beside the figure.
   */
  unpricedComponentCount: z.number().int(),
  staleComponentCount: z.number().int(),
  /** Types without a model, with how many resources of each: a total that leaves something out says so. */
  notModelled: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
  /** Newest date of a price in the book. */
  priceBookAsOf: z.string(),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** A difference is taken bound by bound, after minus before, so its "low" may exceed its "high". */
const differenceSchema = rangeSchema;

const componentDifferenceSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  resourceType: z.string(),
  service: z.string(),
  name: z.string(),
  /** Null: the component is not there before, or after. */
  before: costComponentSchema.nullable(),
  after: costComponentSchema.nullable(),
  /** After minus before of what the totals count; null when neither side is priced. */
  monthlyUsd: differenceSchema.nullable(),
  /** A side has the component but no price for it, so the difference is not the whole truth. */
  isPartial: z.boolean(),
});
export type ComponentDifference = z.infer<typeof componentDifferenceSchema>;

/**
 * NO_PRICE: none is known. NOT_KNOWN: what decides it is not known before deployment. NOT_MODELLED: the
 * whole resource. NO_USAGE: counted as 0 until its usage figure is given.
 */
const leftOutSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  resourceType: z.string(),
  /** The component; null for a resource without a model. */
  name: z.string().nullable(),
  reason: z.enum(["NO_PRICE", "NOT_KNOWN", "NOT_MODELLED", "NO_USAGE"]),
  notKnown: z.array(notKnownSchema).optional(),
  missingUsage: z.string().optional(),
  /**
   * How many a month are expected of what has no price: 5,256,000 attempts, of which the name tells the unit;
   * 90 GB.
   */
  amount: z.object({ quantity: decimalSchema, unit: z.string().optional() }).optional(),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

const differenceBoundSchema = z.object({
  /**
   * What the difference of the totals says of the true one. EXACT: it is the difference of all that changes.
   * AT_LEAST, AT_MOST: something without a price is added or removed, so that the true one is that or more,
   * that or less. UNKNOWN: both.
   */
  bound: z.enum(["EXACT", "AT_LEAST", "AT_MOST", "UNKNOWN"]),
  /** What leaves it open, by side. */
  leftOutBefore: z.array(leftOutSchema),
  leftOutAfter: z.array(leftOutSchema),
  /** What has no price before and after and does not change. */
  leftOutAlike: z.array(leftOutSchema),
});
export type DifferenceBound = z.infer<typeof differenceBoundSchema>;

const estimateComparisonSchema = differenceBoundSchema.extend({
  before: rangeSchema,
  after: rangeSchema,
  /** Whether each of these leaves something out. */
  isAtLeast: z.object({ before: z.boolean(), after: z.boolean() }),
  /** After minus before of what is priced: only as much as `bound` says. */
  monthlyUsd: differenceSchema,
  /** Every component that is new, gone, or changed in quantity, price or cost. */
  components: z.array(componentDifferenceSchema),
});
export type EstimateComparison = z.infer<typeof estimateComparisonSchema>;
