import { z } from "zod";

/** A decimal number as text, in US dollars a month unless said otherwise: money never becomes a float. */
const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/** The least, the expected and the most a month may cost, from autoscaling bounds and the traffic profile. */
export const rangeSchema = z.object({ low: decimalSchema, expected: decimalSchema, high: decimalSchema });
export type CostRange = z.infer<typeof rangeSchema>;

export const costComponentSchema = z.object({
  /** "NAT gateway hours". */
  name: z.string(),
  /** "hours", "GB", "1M requests". */
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
  /** Where the quantity comes from: the template, the user's value, or a stated default of the usage model. */
  assumption: z.string(),
});
export type CostComponent = z.infer<typeof costComponentSchema>;

export const COVERAGES = ["PRICED", "FREE", "NOT_MODELLED"] as const;
export const resourceCostSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  resourceType: z.string(),
  /** "VPC", "DynamoDB": what the split on the page groups by. */
  service: z.string(),
  coverage: z.enum(COVERAGES),
  components: z.array(costComponentSchema),
});
export type ResourceCost = z.infer<typeof resourceCostSchema>;

export const estimateSchema = z.object({
  currency: z.literal("USD"),
  monthlyUsd: rangeSchema,
  services: z.array(z.object({ service: z.string(), monthlyUsd: rangeSchema })),
  resources: z.array(resourceCostSchema),
  freeResourceCount: z.number().int(),
  unpricedComponentCount: z.number().int(),
  staleComponentCount: z.number().int(),
  /** Types without a model, with how many resources of each: a total that leaves something out says so. */
  notModelled: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
  /** Newest date of a price in the book. */
  priceBookAsOf: z.string(),
});
export type Estimate = z.infer<typeof estimateSchema>;

export const estimateInputSchema = z.object({
  blueprint: z.string().max(60),
  region: z.string().max(30),
  stage: z.string().max(20),
  spec: z.record(z.string(), z.unknown()),
});
export type EstimateInput = z.infer<typeof estimateInputSchema>;
