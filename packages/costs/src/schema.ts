import { specInputSchema } from "@greenroom/infra-templates/catalog";
import { sleepScheduleSchema } from "@greenroom/pricing/schema";
import { z } from "zod";

export { addDays, dayOf, daysBetween } from "./calendar";

export const estimateInputSchema = z.strictObject({
  blueprint: z.string().max(60),
  region: z.string().max(30),
  stage: z.string().max(20),
  spec: specInputSchema,
  /** When it would be awake; absent: always. Hourly charges end while it sleeps, storage goes on. */
  awake: sleepScheduleSchema.optional(),
});
export type EstimateInput = z.infer<typeof estimateInputSchema>;

export * from "./schema/account";
export * from "./schema/actual";
export * from "./schema/budgets";
export * from "./schema/dashboard";
export * from "./schema/discounts";
export * from "./schema/price-gaps";
