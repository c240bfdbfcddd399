import { AUDIT_ACTION_NAMES } from "@greenroom/audit/schema";
import { THRESHOLD_EFFECTS, THRESHOLD_KINDS } from "@greenroom/costs/schema";
import { z } from "zod";

const budgetSchema = z.object({
  monthlyUsd: z.string(),
  thresholds: z.array(
    z.object({ kind: z.enum(THRESHOLD_KINDS), value: z.string(), effect: z.enum(THRESHOLD_EFFECTS) }),
  ),
});
export type AuditedBudget = z.infer<typeof budgetSchema>;

const discountSchema = z.object({
  percent: z.string(),
  service: z.string(),
  skuPrefix: z.string(),
  region: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
});
export type AuditedDiscount = z.infer<typeof discountSchema>;

const figuresSchema = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("budget.set"),
    details: z.object({ before: budgetSchema.nullable(), after: budgetSchema }),
  }),
  z.object({ action: z.literal("budget.removed"), details: budgetSchema.pick({ monthlyUsd: true }) }),
  z.object({
    action: z.literal("budget.alertAcknowledged"),
    details: z.object({ kind: z.enum(THRESHOLD_KINDS), value: z.string(), usd: z.string() }),
  }),
  z.object({
    action: z.literal("discount.set"),
    details: z.object({ before: discountSchema.nullable(), after: discountSchema }),
  }),
  z.object({ action: z.literal("discount.removed"), details: discountSchema.pick({ percent: true }) }),
  z.object({
    action: z.literal("anomaly.dismissed"),
    details: z.object({ day: z.iso.date(), service: z.string(), component: z.string(), usd: z.string() }),
  }),
  z.object({
    action: z.literal("person.refused"),
    details: z.object({ attempted: z.enum(AUDIT_ACTION_NAMES), of: z.string() }),
  }),
]);
export type AuditFigures = z.infer<typeof figuresSchema>;

/**
 * The figures that an entry of the trail keeps of an act about money, or what a refused act would have been;
 * null where it keeps none, or wrote them otherwise once.
 */
export function readFigures(event: { action: string; details: unknown }): AuditFigures | null {
  return figuresSchema.safeParse(event).data ?? null;
}
