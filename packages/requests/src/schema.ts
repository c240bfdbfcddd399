import { accountChoiceSchema } from "@greenroom/accounts/schema";
import { environmentNameSchema, STAGES } from "@greenroom/environments/schema";
import { personViewSchema, teamViewSchema } from "@greenroom/identity/schema";
import { specInputSchema } from "@greenroom/infra-templates/catalog";
import { messageSchema } from "@greenroom/messages";
import { planViewSchema } from "@greenroom/provisioning/schema";
import { z } from "zod";
import { BUDGET_HOLDS, REQUEST_ACTIONS, REQUEST_KINDS, REQUEST_STATUSES } from "./lifecycle";

/** The largest number that the column of a version holds. */
const MAX_VERSION = 2_147_483_647;
const idempotencyKeySchema = z.string().min(8).max(80);
const reasonSchema = z
  .string()
  .trim()
  .min(1, "reason.missing")
  .min(3, "reason.short")
  .max(1000, "reason.long");
/** Why a request is ended, where the one above says what it is for. */
const endReasonSchema = z.string().trim().min(3, "reason.why").max(1000, "reason.long");
/** Upper bound of a lifetime in days; each stage has its own below it (LIFETIME_LIMIT_DAYS in limits.ts). */
const lifetimeDaysSchema = z
  .number()
  .int("lifetime.whole")
  .min(1, "lifetime.short")
  .max(3650, "lifetime.long")
  .nullable();

/**
 * Strict objects: a key nobody knows is an error, not noise. `spec` is checked by the blueprint's own schema.
 */
export const requestCreateInputSchema = z.strictObject({
  kind: z.literal("CREATE"),
  idempotencyKey: idempotencyKeySchema,
  name: environmentNameSchema,
  teamId: z.string().max(64),
  stage: z.enum(STAGES),
  cloudAccountId: z.string().max(64),
  region: z.string().max(30),
  blueprint: z.string().max(60),
  spec: specInputSchema,
  lifetimeDays: lifetimeDaysSchema,
  reason: reasonSchema,
});
export const requestChangeInputSchema = z.strictObject({
  kind: z.literal("CHANGE"),
  idempotencyKey: idempotencyKeySchema,
  environmentId: z.string().max(64),
  /** The version the form was opened on. */
  baseEnvironmentVersion: z.number().int().min(0).max(MAX_VERSION),
  spec: specInputSchema,
  lifetimeDays: lifetimeDaysSchema,
  reason: reasonSchema,
});
/** What differs from what was approved is to be as it was approved again. */
export const requestRevertInputSchema = z.strictObject({
  kind: z.literal("REVERT"),
  idempotencyKey: idempotencyKeySchema,
  environmentId: z.string().max(64),
  baseEnvironmentVersion: z.number().int().min(0).max(MAX_VERSION),
  reason: reasonSchema,
});
export const requestDestroyInputSchema = z.strictObject({
  kind: z.literal("DESTROY"),
  idempotencyKey: idempotencyKeySchema,
  environmentId: z.string().max(64),
  baseEnvironmentVersion: z.number().int().min(0).max(MAX_VERSION),
  /** The environment's name, typed by hand. */
  typedName: z.string().max(60),
  reason: reasonSchema,
});
export const submitRequestInputSchema = z.discriminatedUnion("kind", [
  requestCreateInputSchema,
  requestChangeInputSchema,
  requestRevertInputSchema,
  requestDestroyInputSchema,
]);
export type SubmitRequestInput = z.infer<typeof submitRequestInputSchema>;

/**
 * A field of a form that is still being filled in, whatever is in it: what is wrong with it is told beside
 * the field.
 */
const draftFieldSchema = z.union([
  z.string().max(20_000),
  z
    .number()
    .min(-Number.MAX_SAFE_INTEGER / 8)
    .max(Number.MAX_SAFE_INTEGER / 8),
  z.boolean(),
  z.null(),
  specInputSchema,
]);
const draftShape = <Shape extends object>(shape: Shape) =>
  Object.fromEntries(Object.keys(shape).map((field) => [field, draftFieldSchema.optional()])) as Record<
    keyof Shape,
    z.ZodOptional<typeof draftFieldSchema>
  >;
export const requestDraftInputSchema = z.strictObject({
  ...draftShape(requestCreateInputSchema.shape),
  ...draftShape(requestChangeInputSchema.shape),
  ...draftShape(requestDestroyInputSchema.shape),
  kind: z.enum(REQUEST_KINDS),
});

/**
 * Problems of a form that is still being filled in, one per field, each with a message that names the value
 * and the remedy.
 */
export const formProblemSchema = z.object({
  field: z.string(),
  message: messageSchema,
});
export type FormProblem = z.infer<typeof formProblemSchema>;

export const decisionInputSchema = z.strictObject({
  requestId: z.string().max(64),
  /** What the approver saw; a newer plan has another digest and the decision is refused as STALE. */
  digest: z.string().max(128),
  note: z.string().trim().max(1000).default(""),
});
export const rejectInputSchema = decisionInputSchema.extend({ note: endReasonSchema });
export const withdrawInputSchema = z.strictObject({ requestId: z.string().max(64), reason: endReasonSchema });

const approvalViewSchema = z.object({
  id: z.string(),
  approver: personViewSchema,
  decision: z.enum(["APPROVED", "REJECTED"]),
  note: z.string(),
  digest: z.string(),
  createdAt: z.date(),
});

const requestRowSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: z.enum(REQUEST_KINDS),
  status: z.enum(REQUEST_STATUSES),
  requester: personViewSchema,
  team: teamViewSchema,
  environmentId: z.string().nullable(),
  environmentName: z.string(),
  stage: z.enum(STAGES),
  region: z.string(),
  blueprint: z.string(),
  /** Expected monthly cost after the change, and before it; null until planned. */
  monthlyCostUsd: z.string().nullable(),
  monthlyCostBeforeUsd: z.string().nullable(),
  /** Whether these leave out something without a known price. */
  isCostAtLeast: z.boolean(),
  isCostBeforeAtLeast: z.boolean(),
  createdAt: z.date(),
  closedAt: z.date().nullable(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;

export const requestViewSchema = requestRowSchema.extend({
  spec: z.record(z.string(), z.unknown()),
  specBefore: z.record(z.string(), z.unknown()).nullable(),
  blueprintVersion: z.string(),
  lifetimeDays: z.number().int().nullable(),
  reason: z.string(),
  digest: z.string().nullable(),
  planRunId: z.string().nullable(),
  /** The newest APPLY or DESTROY run that the approval set off. */
  runId: z.string().nullable(),
  plan: planViewSchema.nullable(),
  /** In the words of whoever closed it, or Greenroom's own. */
  closingReason: messageSchema.nullable(),
  approvals: z.array(approvalViewSchema),
  /**
   * What a budget asks of whoever would approve now; null where none stands in the way, and once the request
   * is closed.
   */
  heldByBudget: z.enum(BUDGET_HOLDS).nullable(),
  /** Who may approve: everybody with the right whom no budget keeps from it, without the requester. */
  eligibleApprovers: z.array(personViewSchema),
  allowedActions: z.array(z.enum(REQUEST_ACTIONS)),
});
export type RequestView = z.infer<typeof requestViewSchema>;

export const listRequestsInputSchema = z.strictObject({
  statuses: z.array(z.enum(REQUEST_STATUSES)).max(REQUEST_STATUSES.length).optional(),
  environmentId: z.string().max(64).optional(),
  /** Only those the actor may approve now. */
  awaitingMe: z.boolean().default(false),
  mine: z.boolean().default(false),
  cursor: z.string().max(200).nullish(),
  /** Sent along by pages that read on; lists go one way only. */
  direction: z.literal("forward").optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export const requestPageSchema = z.object({
  items: z.array(requestRowSchema),
  nextCursor: z.string().nullable(),
});

/** What a form needs to know before its first field. */
export const formContextSchema = z.object({
  teams: z.array(teamViewSchema),
  accounts: z.array(accountChoiceSchema),
  /** A free /16 in each account, by account id. */
  suggestedCidrs: z.record(z.string(), z.string()),
  lifetimeLimitDays: z.record(z.enum(STAGES), z.number().int().nullable()),
});
export type FormContext = z.infer<typeof formContextSchema>;
