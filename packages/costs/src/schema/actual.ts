import { z } from "zod";

/** Dollars as decimal text. */
const usdSchema = z.string().regex(/^-?\d+(\.\d+)?$/);
/** YYYY-MM-DD; AWS bills by days of UTC, and so does the meter. */
const daySchema = z.iso.date();
/** METERED: priced from what stood, by the hour. COST_EXPLORER: as AWS billed it. */
const sourceSchema = z.enum(["METERED", "COST_EXPLORER"]);

export const environmentCostsInputSchema = z.strictObject({
  environmentId: z.string().max(64),
  /** So many days back, today included. */
  days: z.number().int().min(1).max(366).default(30),
});
export type EnvironmentCostsInput = z.infer<typeof environmentCostsInputSchema>;

export const environmentCostsSchema = z.object({
  currency: z.literal("USD"),
  firstDay: daySchema,
  lastDay: daySchema,
  /** Oldest first; a day of which nothing is known is absent. */
  days: z.array(
    z.object({
      day: daySchema,
      usd: usdSchema,
      source: sourceSchema,
      /** The day is not over, or AWS has not closed it. */
      isProvisional: z.boolean(),
      services: z.array(z.object({ service: z.string(), usd: usdSchema })),
    }),
  ),
  /** What the days add up to by component, the dearest first. */
  components: z.array(z.object({ service: z.string(), component: z.string(), usd: usdSchema })),
  month: z.object({
    /** Its first day. */
    month: daySchema,
    soFarUsd: usdSchema,
    /** Up to when the month is counted; null before anything was. */
    countedUntil: z.date().nullable(),
    /**
     * So far, and the rest of the month, or of its lifetime, at the price it was planned with; null when
     * there is none.
     */
    forecastUsd: usdSchema.nullable(),
    /** The price the environment was planned with, for 730 hours. */
    expectedMonthlyUsd: usdSchema.nullable(),
  }),
});
export type EnvironmentCosts = z.infer<typeof environmentCostsSchema>;

export const listAnomaliesInputSchema = z.strictObject({
  environmentId: z.string().max(64).optional(),
  includeDismissed: z.boolean().default(false),
});
export type ListAnomaliesInput = z.infer<typeof listAnomaliesInputSchema>;

const anomalySchema = z.object({
  environmentId: z.string(),
  environmentName: z.string(),
  teamId: z.string(),
  day: daySchema,
  service: z.string(),
  component: z.string(),
  usd: usdSchema,
  /** The most that was expected. */
  expectedUsd: usdSchema,
  foundAt: z.date(),
  dismissed: z.object({ at: z.date(), byName: z.string(), reason: z.string() }).nullable(),
  canDismiss: z.boolean(),
});
export type AnomalyView = z.infer<typeof anomalySchema>;
/** The newest hundred. */
export const anomaliesSchema = z.array(anomalySchema);

export const dismissAnomalyInputSchema = z.strictObject({
  environmentId: z.string().max(64),
  day: daySchema,
  service: z.string().max(200),
  component: z.string().max(200),
  /** Why it is no surprise. */
  reason: z.string().trim().min(3, "reason.why").max(1000, "reason.long"),
});
export type DismissAnomalyInput = z.infer<typeof dismissAnomalyInputSchema>;

export const compareActualInputSchema = z.strictObject({
  teamId: z.string().max(64).optional(),
  /** This environment alone. */
  environmentId: z.string().max(64).optional(),
});
export type CompareActualInput = z.infer<typeof compareActualInputSchema>;

export const actualComparisonSchema = z.object({
  /** Whole days of costs that an environment is compared by at least, and at most. */
  minDays: z.number().int(),
  maxDays: z.number().int(),
  environments: z.array(
    z.object({
      environmentId: z.string(),
      name: z.string(),
      blueprint: z.string(),
      source: sourceSchema,
      /** Whole days since it was last deployed that are compared. */
      days: z.number().int(),
      estimatedUsd: usdSchema,
      actualUsd: usdSchema,
      /** How much more it cost than estimated, in percent with two decimals; below zero when less. */
      errorPercent: usdSchema,
    }),
  ),
  /** "Median error +6 %, n = 14". What is metered is told apart: it is priced by the estimate's own book. */
  blueprints: z.array(
    z.object({
      blueprint: z.string(),
      source: sourceSchema,
      n: z.number().int(),
      medianErrorPercent: usdSchema,
    }),
  ),
});
export type ActualComparison = z.infer<typeof actualComparisonSchema>;
