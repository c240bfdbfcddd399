import { z } from "zod";

/** Dollars as decimal text. */
const usdSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

/**
 * What a threshold is held against. ABSOLUTE: a request adds more than so many dollars a month. PERCENT: a
 * request adds more than so many percent of what there is. CROSSING: so many percent of the budget are
 * passed, by a request or by what a month costs.
 */
export const THRESHOLD_KINDS = ["CROSSING", "ABSOLUTE", "PERCENT"] as const;
export type ThresholdKind = (typeof THRESHOLD_KINDS)[number];

/**
 * What passing one does, the mildest first. A month that has passed one cannot be undone: there they all only
 * tell.
 */
export const THRESHOLD_EFFECTS = ["NOTIFY", "APPROVE", "BLOCK"] as const;
export type ThresholdEffect = (typeof THRESHOLD_EFFECTS)[number];

const MAX_THRESHOLDS = 10;
/** What the columns hold, and far more than any month has cost anybody. */
const MAX_AMOUNT = 999_999_999;

/** More than nothing, with up to four decimals as the tables keep them. */
const amountSchema = z
  .string()
  .trim()
  .max(20, "budget.amount")
  .regex(/^\d{1,9}(\.\d{1,4})?$/, "budget.amount")
  .refine((text) => Number(text) > 0 && Number(text) <= MAX_AMOUNT, "budget.amount");

const thresholdSchema = z.strictObject({
  kind: z.enum(THRESHOLD_KINDS),
  /** Dollars of ABSOLUTE, percent of the others. */
  value: amountSchema,
  effect: z.enum(THRESHOLD_EFFECTS),
});
export type BudgetThreshold = z.infer<typeof thresholdSchema>;

/** As far as the column counts. */
const versionSchema = z.number().int().min(0).max(2_147_483_647);

/** A budget is of a team, or of one of its environments. */
const subjectShape = {
  teamId: z.string().max(64),
  environmentId: z.string().max(64).nullable(),
};

export const setBudgetInputSchema = z.strictObject({
  ...subjectShape,
  monthlyUsd: amountSchema,
  thresholds: z
    .array(thresholdSchema)
    .max(MAX_THRESHOLDS, "budget.tooMany")
    .refine(areDifferent, "budget.sameTwice"),
  /** The version that was looked at; 0 where there was no budget yet. */
  version: versionSchema,
});
export type SetBudgetInput = z.infer<typeof setBudgetInputSchema>;

function areDifferent(thresholds: readonly BudgetThreshold[]): boolean {
  const keys = thresholds.map(({ kind, value }) => `${kind} ${Number(value)}`);
  return new Set(keys).size === keys.length;
}

export const removeBudgetInputSchema = z.strictObject({ ...subjectShape, version: versionSchema });
export type RemoveBudgetInput = z.infer<typeof removeBudgetInputSchema>;

export const listBudgetsInputSchema = z.strictObject({
  teamId: z.string().max(64).optional(),
  /** The budget of this environment, and its team's. */
  environmentId: z.string().max(64).optional(),
});
export type ListBudgetsInput = z.infer<typeof listBudgetsInputSchema>;

/**
 * The month's costs so far, its forecast, or what all that exists and is approved costs a month from now on.
 */
const figureSchema = z.enum(["SO_FAR", "FORECAST", "EXPECTED"]);

const budgetViewSchema = z.object({
  teamId: z.string(),
  teamName: z.string(),
  environmentId: z.string().nullable(),
  environmentName: z.string().nullable(),
  monthlyUsd: usdSchema,
  version: z.number().int(),
  /** First day of the month at hand. */
  month: z.iso.date(),
  soFarUsd: usdSchema,
  /** Null where nothing lets expect what the rest of the month will cost. */
  forecastUsd: usdSchema.nullable(),
  expectedMonthlyUsd: usdSchema,
  /** Something of what is expected has no known price, so that it comes to that or more. */
  isExpectedAtLeast: z.boolean(),
  thresholds: z.array(
    thresholdSchema.extend({
      /**
       * CROSSING: the dollars a month it stands at. Others: what a request may add; null for a percentage of
       * nothing.
       */
      limitUsd: usdSchema.nullable(),
      /** The surest figure that is above; null while none is. */
      passedBy: figureSchema.nullable(),
    }),
  ),
  canSet: z.boolean(),
});
export type BudgetView = z.infer<typeof budgetViewSchema>;
/** `canSet`: whether the reader may set budgets where there are none yet. */
export const budgetsSchema = z.object({ budgets: z.array(budgetViewSchema), canSet: z.boolean() });

export const budgetImpactInputSchema = z.strictObject({
  ...subjectShape,
  /** What the environment costs a month after the request, in dollars; 0 when it is destroyed. */
  monthlyUsd: z
    .string()
    .max(80)
    .regex(/^\d{1,12}(\.\d+)?$/),
  /** Something of that has no known price. */
  isAtLeast: z.boolean().optional(),
});
export type BudgetImpactInput = z.infer<typeof budgetImpactInputSchema>;

/** What a request does to a budget. */
export const budgetImpactSchema = z.object({
  budgetId: z.string(),
  /** Of the environment, or of the team. */
  name: z.string(),
  isOfTeam: z.boolean(),
  monthlyUsd: usdSchema,
  /** What all that the budget is for is expected to cost a month, before the request and after it. */
  beforeUsd: usdSchema,
  afterUsd: usdSchema,
  /** Whether these leave out something without a known price. */
  isBeforeAtLeast: z.boolean(),
  isAfterAtLeast: z.boolean(),
  /** The thresholds that the request passes. */
  passed: z.array(thresholdSchema.extend({ limitUsd: usdSchema })),
  /** The strictest effect of these; null when none is passed. */
  effect: z.enum(THRESHOLD_EFFECTS).nullable(),
});
export type BudgetImpact = z.infer<typeof budgetImpactSchema>;

export const listBudgetAlertsInputSchema = z.strictObject({
  includeAcknowledged: z.boolean().default(false),
});
export type ListBudgetAlertsInput = z.infer<typeof listBudgetAlertsInputSchema>;

export const budgetAlertSchema = z.object({
  id: z.string(),
  /** Of the environment, or of the team. */
  name: z.string(),
  environmentId: z.string().nullable(),
  teamId: z.string(),
  kind: z.enum(THRESHOLD_KINDS),
  value: usdSchema,
  effect: z.enum(THRESHOLD_EFFECTS),
  figure: figureSchema,
  usd: usdSchema,
  limitUsd: usdSchema,
  /** First day of the month it is about; null for a request. */
  month: z.iso.date().nullable(),
  request: z.object({ id: z.string(), name: z.string() }).nullable(),
  raisedAt: z.date(),
  acknowledged: z.object({ at: z.date(), byName: z.string() }).nullable(),
  canAcknowledge: z.boolean(),
});
export type BudgetAlertView = z.infer<typeof budgetAlertSchema>;

export const acknowledgeAlertInputSchema = z.strictObject({ alertId: z.string().max(64) });
