import { STAGES } from "@greenroom/environments/schema";
import { teamViewSchema } from "@greenroom/identity/schema";
import { messageSchema } from "@greenroom/messages";
import { z } from "zod";
import { DRIFT_CLASSES } from "./compare";
import { DRIFT_STATES } from "./lifecycle";
import { MAX_IGNORE_DAYS, MAX_STATES } from "./limits";

const id = z.string().max(64);

/**
 * How far a check is with one stack. `gone`: AWS does not know the stack any more. `unready`: it is in no
 * state to be looked at.
 */
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
  /** To ask that it is reverted, on this version of the environment. */
  mayRevert: z.boolean(),
  environmentVersion: z.number().int(),
});
export type EnvironmentDriftView = z.infer<typeof environmentDriftSchema>;

const fleetRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  team: teamViewSchema,
  stage: z.enum(STAGES),
  state: z.enum(DRIFT_STATES),
  /** Resources, as everywhere. */
  checkedCount: z.number().int(),
  driftedCount: z.number().int(),
  notCheckedCount: z.number().int(),
  /** Since when the oldest open difference is known. */
  oldestSeenAt: z.date().nullable(),
  /** Open differences that somebody had ignored until a day that is over. */
  endedIgnores: z.number().int(),
  checkedAt: z.date().nullable(),
});
export type FleetRow = z.infer<typeof fleetRowSchema>;
export const fleetPageSchema = z.object({
  items: fleetRowSchema.array(),
  nextCursor: z.string().nullable(),
});

export const fleetSummarySchema = z.object({
  /** Environments by state. */
  states: z.record(z.enum(DRIFT_STATES), z.number().int()),
  oldest: z.object({ id: z.string(), name: z.string(), seenAt: z.date() }).nullable(),
  /** When the last check of any of them was done. */
  checkedAt: z.date().nullable(),
  /** The types that have open differences in the most environments. */
  types: z
    .object({ resourceType: z.string(), environments: z.number().int(), resources: z.number().int() })
    .array(),
});
export type FleetSummary = z.infer<typeof fleetSummarySchema>;

const fleetScope = { teamId: id.optional(), stage: z.enum(STAGES).optional() };
export const fleetSummaryInputSchema = z.strictObject(fleetScope);
export type FleetSummaryInput = z.infer<typeof fleetSummaryInputSchema>;
export const listFleetInputSchema = z.strictObject({
  ...fleetScope,
  state: z.enum(DRIFT_STATES).optional(),
  /** Only of teams that the reader is in, also for those who see every team. */
  isMine: z.boolean().default(false),
  cursor: z.string().max(400).nullish(),
  /** Sent along by pages that read on; lists go one way only. */
  direction: z.literal("forward").optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListFleetInput = z.infer<typeof listFleetInputSchema>;

export const driftStatesInputSchema = z.strictObject({ environmentIds: id.array().max(MAX_STATES) });
export const driftStatesSchema = z.object({ id: z.string(), state: z.enum(DRIFT_STATES) }).array();

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
