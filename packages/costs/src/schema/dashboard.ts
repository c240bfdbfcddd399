import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { STAGES } from "@greenroom/environments/schema";
import { z } from "zod";

const usdSchema = z.string().regex(/^-?\d+(\.\d+)?$/);
/** YYYY-MM-DD. AWS bills by days of UTC, and so do we. */
const daySchema = z.string();

export const costDashboardInputSchema = z.strictObject({
  /** YYYY-MM; the current one unless said otherwise. */
  month: z
    .string()
    .max(7)
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional(),
  teamId: z.string().max(64).optional(),
  stage: z.enum(STAGES).optional(),
});
export type CostDashboardInput = z.infer<typeof costDashboardInputSchema>;

const comparedSchema = z.object({
  /** What the month has cost so far; all of it, when it is over. */
  usd: usdSchema,
  /** What the whole month before cost. */
  previousUsd: usdSchema,
  /**
   * How much more a day costs on average than in the month before, in percent; null where that month cost
   * nothing. Days before the first one with a cost do not count.
   */
  dailyChangePercent: usdSchema.nullable(),
});

const groupRowSchema = comparedSchema.extend({ key: z.string(), name: z.string() });
/** The dearest, dearest first, and all others as one. */
const groupSchema = z.object({
  rows: z.array(groupRowSchema),
  rest: comparedSchema.extend({ count: z.number().int() }).nullable(),
});
export type CostGroup = z.infer<typeof groupSchema>;

const environmentCostRowSchema = comparedSchema.extend({
  environmentId: z.string(),
  name: z.string(),
  teamName: z.string(),
  stage: z.enum(STAGES),
  status: z.enum(ENVIRONMENT_STATUSES),
  /** What a whole month is estimated to cost; null for what was never built, or is gone. */
  expectedUsd: usdSchema.nullable(),
  /** Something of it has no known price. */
  isExpectedAtLeast: z.boolean(),
  /** The change of what a day costs on average, in dollars. */
  dailyChangeUsd: usdSchema,
});
export type EnvironmentCostRow = z.infer<typeof environmentCostRowSchema>;

export const costDashboardSchema = comparedSchema.extend({
  currency: z.literal("USD"),
  month: z.string(),
  previousMonth: z.string(),
  isCurrentMonth: z.boolean(),
  /** The last day of the month, or today, that has a cost; null where none has. */
  measuredUntil: daySchema.nullable(),
  forecast: z
    .object({
      /** The month so far, and what is to come. */
      usd: usdSchema,
      /**
       * What the hours to come are expected to cost: of what stands now, each at its price until the month or
       * its lifetime ends.
       */
      restUsd: usdSchema,
      /** What stands now is expected to cost a day. */
      dailyUsd: usdSchema,
    })
    .nullable(),
  teams: groupSchema,
  stages: groupSchema,
  services: groupSchema,
  environments: z.object({
    rows: z.array(environmentCostRowSchema),
    rest: comparedSchema.extend({ count: z.number().int() }).nullable(),
  }),
  movers: z.array(environmentCostRowSchema),
  daily: z.object({
    /** The dearest services, dearest first; null stands for all others together. */
    services: z.array(z.string().nullable()),
    /** The costs of each day, in the order of `services`. Every day is there. */
    days: z.array(z.object({ day: daySchema, usd: z.array(usdSchema) })),
  }),
  /** What the existing environments are estimated to cost a month, by team. */
  expected: z.object({
    monthlyUsd: usdSchema,
    environmentCount: z.number().int(),
    /** Of these, how many have no estimate yet because they were never built. */
    withoutEstimateCount: z.number().int(),
    /** And how many have an estimate that leaves something out: the sum is then a least. */
    leastCount: z.number().int(),
    teams: z.array(
      z.object({
        teamId: z.string(),
        name: z.string(),
        monthlyUsd: usdSchema,
        environmentCount: z.number().int(),
        isAtLeast: z.boolean(),
      }),
    ),
  }),
  /** Won for a dollar and the day that rate was true; null unless the installation states one. */
  krw: z.object({ perUsd: usdSchema, date: daySchema }).nullable(),
});
export type CostDashboard = z.infer<typeof costDashboardSchema>;
