import { messageSchema } from "@greenroom/messages";
import { z } from "zod";
import { DRIFT_CLASSES } from "./compare";
import { DRIFT_STATES } from "./lifecycle";
import { MAX_IGNORE_DAYS } from "./limits";

const id = z.string().max(64);

/** How far a check is with one stack. `gone`: AWS does not know the stack any more. `unready`: it is in no state to be looked at. */
export const stackProgressSchema = z.object({
  key: z.string(),
  detectionId: z.string().nullable(),
  state: z.enum(["WAITING", "RUNNING", "DONE", "GONE", "UNREADY"]),
});
export type StackProgress = z.infer<typeof stackProgressSchema>;

export const uncheckedResourceSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  resourceType: z.string(),
});
export type UncheckedResource = z.infer<typeof uncheckedResourceSchema>;

const driftFindingSchema = z.object({
  id: z.string(),
  stackKey: z.string(),
  /** Empty for a stack that is gone. */
  logicalId: z.string(),
  resourceType: z.string(),
  physicalId: z.string().nullable(),
  /** Empty for what is gone as a whole. */
  path: z.string(),
  expected: z.unknown(),
  actual: z.unknown(),
  driftClass: z.enum(DRIFT_CLASSES),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  resolvedAt: z.date().nullable(),
  /** The rule that says to leave it; `isOver` when the rule has run out, and so speaks up. */
  ignore: z
    .object({
      id: z.string(),
      ownerName: z.string(),
      reason: z.string(),
      expiresAt: z.date(),
      isOver: z.boolean(),
    })
    .nullable(),
});
export type DriftFindingView = z.infer<typeof driftFindingSchema>;

export const environmentDriftSchema = z.object({
  state: z.enum(DRIFT_STATES),
  /** Of the newest check that is done; null before the first, and after a change until the next. */
  checkedAt: z.date().nullable(),
  checkedCount: z.number().int(),
  driftedCount: z.number().int(),
  notChecked: uncheckedResourceSchema.array(),
  findings: driftFindingSchema.array(),
  /** The last that are not there any more. */
  past: driftFindingSchema.array(),
  /** The check under way, with the stacks it is through with. */
  running: z.object({ doneStacks: z.number().int(), stacks: z.number().int() }).nullable(),
  /** Why the newest check failed. */
  failure: messageSchema.nullable(),
  mayCheck: z.boolean(),
  mayIgnore: z.boolean(),
});
export type EnvironmentDriftView = z.infer<typeof environmentDriftSchema>;

export const driftInputSchema = z.strictObject({ environmentId: id });

/** Why it may stay: approvers read it when the rule runs out. */
const reasonSchema = z.string().trim().min(3, "reason.why").max(1000, "reason.long");

export const ignoreDriftInputSchema = z.strictObject({
  findingId: id,
  /** The whole resource instead of the one property. */
  isWholeResource: z.boolean().default(false),
  reason: reasonSchema,
  days: z.number().int().min(1).max(MAX_IGNORE_DAYS),
});
export type IgnoreDriftInput = z.infer<typeof ignoreDriftInputSchema>;
export const stopIgnoringInputSchema = z.strictObject({ ignoreId: id });
