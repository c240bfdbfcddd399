import { z } from "zod";

const MAX_NAME = 80;

/** More than nothing and at most all of it, with up to three decimals as the table keeps them. */
const percentSchema = z
  .string()
  .trim()
  .max(10, "discount.percent")
  .regex(/^\d{1,3}(\.\d{1,3})?$/, "discount.percent")
  .refine((text) => Number(text) > 0 && Number(text) <= 100, "discount.percent");

export const setDiscountInputSchema = z
  .strictObject({
    /**
     * "Compute savings plan 2026": what people know it by, and what a second setting of it is recognised by.
     */
    name: z.string().trim().min(1, "discount.name").max(MAX_NAME, "discount.name"),
    /** Null: every account. */
    cloudAccountId: z.string().max(64).nullable(),
    /**
     * Service and beginning of the SKU, as the price book names them; an empty beginning is the whole
     * service.
     */
    service: z.string().max(60),
    skuPrefix: z.string().trim().max(120),
    /** Null: every region. */
    region: z.string().max(30).nullable(),
    percent: percentSchema,
    /** First and last day (UTC); null: until it is removed. */
    startsOn: z.iso.date("discount.day"),
    endsOn: z.iso.date("discount.day").nullable(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    message: "discount.endsBeforeStart",
    path: ["endsOn"],
  });
export type SetDiscountInput = z.infer<typeof setDiscountInputSchema>;

export const removeDiscountInputSchema = z.strictObject({ name: z.string().max(MAX_NAME) });
export type RemoveDiscountInput = z.infer<typeof removeDiscountInputSchema>;

const discountRuleSchema = z.object({
  name: z.string(),
  /** Who set it last, and answers for it. */
  ownerName: z.string(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  service: z.string(),
  skuPrefix: z.string(),
  region: z.string().nullable(),
  percent: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  /** Whether it counts today. */
  isActive: z.boolean(),
});
export type DiscountRuleView = z.infer<typeof discountRuleSchema>;

export const discountRulesSchema = z.object({
  rules: z.array(discountRuleSchema),
  /** What a rule may be set for; null for those who may not set one. */
  choices: z
    .object({
      accounts: z.array(z.object({ id: z.string(), name: z.string() })),
      services: z.array(z.string()),
      regions: z.array(z.string()),
    })
    .nullable(),
});
export type DiscountRules = z.infer<typeof discountRulesSchema>;

export const environmentDiscountsInputSchema = z.strictObject({ environmentId: z.string().max(64) });
export type EnvironmentDiscountsInput = z.infer<typeof environmentDiscountsInputSchema>;

/** US dollars a month, expected. */
export const environmentDiscountsSchema = z.object({
  listUsd: z.string(),
  discountedUsd: z.string(),
  /** Charges that a rule takes something off; by whose rule how much. */
  lines: z.array(
    z.object({
      service: z.string(),
      name: z.string(),
      listUsd: z.string(),
      discountedUsd: z.string(),
      rules: z.array(
        z.object({ name: z.string(), ownerName: z.string(), percent: z.string(), usd: z.string() }),
      ),
    }),
  ),
});
export type EnvironmentDiscounts = z.infer<typeof environmentDiscountsSchema>;
