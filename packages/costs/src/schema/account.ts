import { z } from "zod";
import { costDashboardInputSchema } from "./dashboard";

export const accountCostsInputSchema = costDashboardInputSchema.omit({ month: true });
export type AccountCostsInput = z.infer<typeof accountCostsInputSchema>;

/** US dollars a month, expected, of the environments that the reader sees. */
const accountFiguresSchema = z.object({
  /** The sum of the estimates, in which each resource begins in the first tier of its prices. */
  estimatedUsd: z.string(),
  /** The tiers walked once over all environments of the account. */
  beforeFreeTierUsd: z.string(),
  /** And without what the account has free each month. */
  afterUsd: z.string(),
  /** And less the discounts of today. */
  discountedUsd: z.string(),
});

const accountShareSchema = accountFiguresSchema.extend({
  environmentId: z.string(),
  environmentName: z.string(),
  /** In the charge's unit. */
  quantity: z.string(),
});

const accountChargeSchema = accountFiguresSchema.extend({
  id: z.string(),
  service: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Where the price is of: a region, or "global". */
  region: z.string(),
  quantity: z.string(),
  /** What is free of it a month, and whether all regions of the account share that; null: nothing. */
  free: z
    .object({ quantity: z.string(), scope: z.enum(["ACCOUNT", "REGION"]), source: z.string() })
    .nullable(),
  /** Whose discounts are taken off it. */
  discounts: z.array(z.object({ name: z.string(), ownerName: z.string(), percent: z.string() })),
  /**
   * The account reaches a tier, or has a charge, that nobody knows the price of: no figure counts that part.
   */
  isPartlyUnpriced: z.boolean(),
  /** The dearest environments' parts, and all others' as one. */
  shares: z.array(accountShareSchema),
  rest: accountFiguresSchema.extend({ count: z.number().int() }).nullable(),
});
export type AccountChargeView = z.infer<typeof accountChargeSchema>;

const accountSchema = accountFiguresSchema.extend({
  accountId: z.string(),
  name: z.string(),
  /**
   * Charges with price tiers, a free tier or a discount; of all others an environment pays the same alone and
   * together.
   */
  charges: z.array(accountChargeSchema),
  others: accountFiguresSchema,
  environments: z.array(accountShareSchema.omit({ quantity: true })),
  rest: accountFiguresSchema.extend({ count: z.number().int() }).nullable(),
});
export type AccountCostsView = z.infer<typeof accountSchema>;

export const accountCostsSchema = z.object({
  accounts: z.array(accountSchema),
  /** So many existing environments of these accounts were walked, of how many there are. */
  walkedCount: z.number().int(),
  environmentCount: z.number().int(),
});
export type AccountCosts = z.infer<typeof accountCostsSchema>;
