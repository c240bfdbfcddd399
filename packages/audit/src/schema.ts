import { type Message, messageSchema } from "@greenroom/messages";
import { z } from "zod";

/**
 * What `details` hold of a reason that Greenroom gave. Rows of earlier versions have its English as `reason`,
 * and `said` beside it.
 */
const greenroomReasonSchema = z.object({
  reason: messageSchema.optional(),
  said: z.record(z.string(), z.unknown()).optional(),
});

/**
 * Why the act of a row was done, in the words of whoever acted or as Greenroom says it; null when no reason
 * was given.
 */
export function readReason({ reason, details }: { reason: string | null; details: unknown }): Message | null {
  const given = greenroomReasonSchema.safeParse(details).data ?? {};
  if (reason === null) return given.reason ?? null;
  return messageSchema.parse({ ...given.said, message: reason });
}

export const AUDIT_SUBJECT_TYPES = [
  "request",
  "environment",
  "run",
  "costs",
  "budget",
  "discount",
  "person",
  "account",
] as const;
type AuditSubjectType = (typeof AUDIT_SUBJECT_TYPES)[number];

/**
 * Every act the trail can hold, and what it is about. A new act is a new line here, and words in both
 * languages of the catalog.
 */
export const AUDIT_ACTIONS = {
  "request.submitted": "request",
  "request.planned": "request",
  "request.planFailed": "request",
  "request.approved": "request",
  "request.approvalVoided": "request",
  "request.rejected": "request",
  "request.withdrawn": "request",
  "request.expired": "request",
  "environment.created": "environment",
  "environment.statusChanged": "environment",
  "anomaly.dismissed": "environment",
  "drift.checkAsked": "environment",
  "drift.ignored": "environment",
  "drift.ignoreEnded": "environment",
  "costs.imported": "costs",
  "budget.set": "budget",
  "budget.removed": "budget",
  "budget.alertAcknowledged": "budget",
  "discount.set": "discount",
  "discount.removed": "discount",
  "account.added": "account",
  "account.changed": "account",
  "account.tested": "account",
  "run.queued": "run",
  "run.cancelRequested": "run",
  "run.cancelled": "run",
  "run.retried": "run",
  "run.succeeded": "run",
  "run.failed": "run",
  "person.refused": "person",
} as const satisfies Record<string, AuditSubjectType>;
export type AuditAction = keyof typeof AUDIT_ACTIONS;
export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]];

const auditEventViewSchema = z.object({
  sequence: z.number().int(),
  at: z.date(),
  /** Null when Greenroom itself acted. */
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.enum(AUDIT_ACTION_NAMES),
  subjectType: z.enum(AUDIT_SUBJECT_TYPES),
  subjectId: z.string(),
  subjectName: z.string(),
  teamId: z.string().nullable(),
  reason: messageSchema.nullable(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEventView = z.infer<typeof auditEventViewSchema>;

export const listAuditEventsInputSchema = z.strictObject({
  subjectType: z.enum(AUDIT_SUBJECT_TYPES).optional(),
  subjectId: z.string().max(64).optional(),
  actorId: z.string().max(64).optional(),
  action: z.enum(AUDIT_ACTION_NAMES).optional(),
  teamId: z.string().max(64).optional(),
  cursor: z.string().max(200).nullish(),
  /** Sent along by pages that read on; lists go one way only. */
  direction: z.literal("forward").optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListAuditEventsInput = z.infer<typeof listAuditEventsInputSchema>;
export const auditPageSchema = z.object({
  items: z.array(auditEventViewSchema),
  nextCursor: z.string().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const chainVerdictSchema = z.object({
  /**
   * Neither a row nor a checkpoint is other than it was. Of rows that no checkpoint covers, only the chain
   * speaks.
   */
  isIntact: z.boolean(),
  /** Rows found whole, from the first on. */
  checked: z.number().int(),
  /** The first number whose row was changed, is missing, or does not follow from the one before. */
  firstBadSequence: z.number().int().nullable(),
  /** The first checkpoint that was changed, forged or deleted. */
  firstBadCheckpoint: z.number().int().nullable(),
  /** The newest one; null when there is none, or none can be read. */
  checkpoint: z
    .object({ number: z.number().int(), sequence: z.number().int(), at: z.iso.datetime() })
    .nullable(),
  /** Rows that are newer than the newest checkpoint: of these, the chain alone speaks. */
  uncovered: z.number().int(),
  /** A checkpoint should have come by now: no worker signs, or the newest ones were deleted. */
  isOverdue: z.boolean(),
});
export type ChainVerdict = z.infer<typeof chainVerdictSchema>;
