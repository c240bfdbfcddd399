import { z } from "zod";
import { costDashboardInputSchema } from "./dashboard";

export const priceGapsInputSchema = costDashboardInputSchema.omit({ month: true });
export type PriceGapsInput = z.infer<typeof priceGapsInputSchema>;

const gapSchema = z.object({
  /**
   * UNPRICED: in no total. STALE: its price is older than 180 days. NOT_MODELLED: nobody knows what it is
   * charged by.
   */
  kind: z.enum(["UNPRICED", "STALE", "NOT_MODELLED"]),
  service: z.string(),
  /** The component; of what is not modelled the CloudFormation type. */
  name: z.string(),
  region: z.string(),
  /** Where the price comes from and of when; null where there is none. */
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  environments: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PriceGap = z.infer<typeof gapSchema>;

export const priceGapsSchema = z.object({
  gaps: z.array(gapSchema),
  /** So many environments were looked at: the dearest of those that exist. */
  checkedCount: z.number().int(),
  environmentCount: z.number().int(),
});
export type PriceGaps = z.infer<typeof priceGapsSchema>;
