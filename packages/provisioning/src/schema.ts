import { OUTCOMES, STACK_PHASES } from "@greenroom/cloud/statuses";
import { dashboardLinkSchema } from "@greenroom/environments/schema";
import { personViewSchema, teamViewSchema } from "@greenroom/identity/schema";
import { messageSchema, readOlderMessage } from "@greenroom/messages";
import { estimateSchema } from "@greenroom/pricing/schema";
import { z } from "zod";
import { RETRY_MODES, RUN_ACTIONS, RUN_KINDS, RUN_STATUSES, STEP_STATUSES } from "./lifecycle";

export * from "./architecture-schema";

// ── Plan ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A stack as synthesized: `template` is the minified JSON that is sent, `templateHash` its sha256 in hex. */
export const plannedStackSchema = z.object({
  key: z.string(),
  stackName: z.string(),
  region: z.string(),
  template: z.string(),
  templateHash: z.string(),
  dependsOn: z.array(z.string()),
  /**
   * What CloudFormation is told beside the template, and the hash of all that is sent. Absent from plans made
   * before they were sealed.
   */
  settings: z
    .object({
      tags: z.record(z.string(), z.string()),
      capabilities: z.array(z.string()),
      executionRoleArn: z.string().nullable(),
      importExisting: z.boolean(),
      deploymentMode: z.literal("REVERT_DRIFT").optional(),
    })
    .optional(),
  submissionHash: z.string().optional(),
});
export type PlannedStack = z.infer<typeof plannedStackSchema>;

/**
 * A deployed stack that the plan no longer has: it is deleted after the others were applied, in the order of
 * `dependsOn` reversed.
 */
export const removedStackSchema = z.object({
  key: z.string(),
  stackName: z.string(),
  region: z.string(),
  dependsOn: z.array(z.string()),
  executionRoleArn: z.string().nullable(),
});
export type RemovedStack = z.infer<typeof removedStackSchema>;

export const CHANGE_ACTIONS = ["CREATE", "UPDATE", "MAY_REPLACE", "REPLACE", "DELETE", "RETAIN"] as const;
export const resourceChangeSchema = z.object({
  stackKey: z.string(),
  logicalId: z.string(),
  resourceType: z.string(),
  action: z.enum(CHANGE_ACTIONS),
  /** Whether it holds data that a replacement or deletion loses (table, bucket, queue, log group). */
  isStateful: z.boolean(),
  /** What keeps data that this change would take away; absent when nothing does. */
  safeguards: z.array(z.enum(["KEPT", "SNAPSHOT", "PROTECTED", "POINT_IN_TIME"])).optional(),
  properties: z.array(
    z.object({
      path: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      causesReplacement: z.enum(["ALWAYS", "MAYBE", "NEVER"]),
    }),
  ),
});
export type ResourceChange = z.infer<typeof resourceChangeSchema>;

const CHECK_SEVERITIES = ["ERROR", "WARNING", "SUPPRESSED", "PASSED"] as const;
const templateCheckFields = z.object({
  /** Whose rule it is; absent for Greenroom's own. */
  engine: z.enum(["cdk-nag", "cloudformation-validate"]).optional(),
  /** Name of the rule, e.g. "template-size" or "AwsSolutions-VPC7". */
  rule: z.string(),
  severity: z.enum(CHECK_SEVERITIES),
  stackKey: z.string().nullable(),
  logicalId: z.string().nullable(),
  /** Null when the rule found nothing: its name says what that means. */
  message: messageSchema.nullable(),
  remedy: messageSchema.nullable(),
  /** Why a finding is accepted, or known to be none; a blueprint's own words in both languages. */
  reason: messageSchema.optional(),
  /** How many rules this line stands for; absent for one. */
  ruleCount: z.number().int().optional(),
});
/**
 * What a rule found, or that it found nothing. Fields that are optional are absent from plans made before
 * there were policies.
 */
export const templateCheckSchema = z.preprocess(readOlderMessage, templateCheckFields);
export type TemplateCheck = z.infer<typeof templateCheckSchema>;

export const planViewSchema = z.object({
  runId: z.string(),
  digest: z.string(),
  blueprintVersion: z.string(),
  /** Without the templates' text: `runs.template` serves one at a time. */
  stacks: z.array(
    plannedStackSchema
      .omit({ template: true, settings: true, submissionHash: true })
      .extend({ templateBytes: z.number().int(), resourceCount: z.number().int() }),
  ),
  changes: z.array(resourceChangeSchema),
  estimate: estimateSchema,
  estimateBefore: estimateSchema.nullable(),
  checks: z.array(templateCheckSchema),
  createdAt: z.date(),
});
export type PlanView = z.infer<typeof planViewSchema>;

// ── Runs ───────────────────────────────────────────────────────────────────────────────────────────────────

const causesOfWaiting = z.discriminatedUnion("cause", [
  /** Worked out when it is read: nobody is there to write it down. */
  z.object({ cause: z.literal("NO_WORKER") }),
  z.object({ cause: z.literal("WORKER"), since: z.coerce.date() }),
  z.object({ cause: z.literal("ENVIRONMENT_BUSY"), runId: z.string(), runNumber: z.number().int() }),
  z.object({ cause: z.literal("CLOUD_THROTTLED"), retryAt: z.coerce.date(), message: messageSchema }),
  z.object({ cause: z.literal("CLOUD_UNAVAILABLE"), retryAt: z.coerce.date(), message: messageSchema }),
]);
/** Why a run is not moving, each with what the page needs to say so. */
export const waitingSchema = z.preprocess(readOlderMessage, causesOfWaiting);
export type Waiting = z.infer<typeof waitingSchema>;

const failureFields = z.object({
  code: z.string(),
  message: messageSchema,
  remedy: messageSchema.nullable(),
  stackKey: z.string().nullable(),
  logicalId: z.string().nullable(),
  resourceType: z.string().nullable(),
});
/** What ended a run, or the work on a stack. Failures of the version before are read too. */
export const failureSchema = z.preprocess(readOlderMessage, failureFields);
export type Failure = z.infer<typeof failureSchema>;

export const STEP_KINDS = [
  "SYNTHESIZE",
  "COMPARE",
  "CHECK",
  "POLICY",
  "PRICE",
  "VERIFY",
  "CLEAN",
  "ROLL_BACK",
  "APPLY_STACK",
  "DELETE_STACK",
  "RECORD",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const runStepSchema = z.object({
  position: z.number().int(),
  key: z.string(),
  kind: z.enum(STEP_KINDS),
  stackKey: z.string().nullable(),
  status: z.enum(STEP_STATUSES),
  startedAt: z.coerce.date().nullable(),
  finishedAt: z.coerce.date().nullable(),
});
export type RunStepView = z.infer<typeof runStepSchema>;

const outcomeSchema = z.enum(OUTCOMES);
/** What became of a resource of a run. */
export type ResourceOutcome = z.infer<typeof outcomeSchema>;

const kindsOfEvents = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("RUN"),
    status: z.enum(RUN_STATUSES),
    startedAt: z.coerce.date().nullable(),
    finishedAt: z.coerce.date().nullable(),
    failure: failureSchema.nullable(),
    waiting: waitingSchema.nullable(),
    isCancelling: z.boolean(),
  }),
  z.object({ kind: z.literal("STEP"), step: runStepSchema }),
  z.object({
    kind: z.literal("RESOURCE"),
    stackKey: z.string(),
    logicalId: z.string(),
    resourceType: z.string(),
    /** CloudFormation's own status, e.g. CREATE_IN_PROGRESS. */
    resourceStatus: z.string(),
    outcome: outcomeSchema,
    /** Of an event about the stack itself; null for a resource. */
    phase: z.enum(STACK_PHASES).nullable(),
    physicalId: z.string().nullable(),
    reason: z.string().nullable(),
    /** The failure everything else followed from. */
    isRootCause: z.boolean(),
  }),
  z.object({
    kind: z.literal("LOG"),
    level: z.enum(["INFO", "WARNING", "ERROR"]),
    message: messageSchema,
    stackKey: z.string().nullable(),
  }),
]);
/** What the numbered events say; a page that applies them in order to its snapshot is up to date. */
export const runEventDataSchema = z.preprocess(readOlderMessage, kindsOfEvents);
export type RunEventData = z.infer<typeof runEventDataSchema>;

export const runEventSchema = z.object({
  sequence: z.number().int(),
  at: z.coerce.date(),
  data: runEventDataSchema,
});
export type RunEventView = z.infer<typeof runEventSchema>;

const runRowSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: z.enum(RUN_KINDS),
  status: z.enum(RUN_STATUSES),
  requestId: z.string(),
  requestNumber: z.number().int(),
  /** Whether its request is for a new environment. */
  isCreate: z.boolean(),
  environmentId: z.string().nullable(),
  environmentName: z.string(),
  team: teamViewSchema,
  actor: personViewSchema.nullable(),
  attempt: z.number().int(),
  waiting: waitingSchema.nullable(),
  failure: failureSchema.nullable(),
  queuedAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type RunRow = z.infer<typeof runRowSchema>;

const runLinkSchema = z.object({ id: z.string(), number: z.number().int() });

/** Snapshot of a run at `lastSequence`; events with higher numbers change it. */
export const runViewSchema = runRowSchema.extend({
  isCancelling: z.boolean(),
  /** The run that this one tries again, and the newest that tries this one again. */
  retryOf: runLinkSchema.nullable(),
  retriedBy: runLinkSchema.nullable(),
  steps: z.array(runStepSchema),
  /** Regions of stacks outside the environment's own, by key. */
  stackRegions: z.record(z.string(), z.string()).optional(),
  /** Every event so far, oldest first. */
  events: z.array(runEventSchema),
  lastSequence: z.number().int(),
  /** When its events were removed, some time after its end; null while they are kept. */
  eventsRemovedAt: z.date().nullable(),
  allowedActions: z.array(z.enum(RUN_ACTIONS)),
  /** Of the environment's stacks, from the run's start on; empty where its account has no Grafana. */
  dashboards: z.array(dashboardLinkSchema),
  /** Median seconds of earlier runs of this kind and blueprint that succeeded; null without history. */
  expectedSeconds: z.number().nullable(),
});
export type RunView = z.infer<typeof runViewSchema>;

export const runIdInputSchema = z.strictObject({ runId: z.string().max(64) });
export const cancelRunInputSchema = runIdInputSchema.extend({
  reason: z.string().trim().max(500).default(""),
});
export const retryRunInputSchema = runIdInputSchema.extend({ mode: z.enum(RETRY_MODES) });
/** The largest number that the column of an event holds. */
const MAX_SEQUENCE = 2_147_483_647;
const sequenceSchema = z.number().int().min(0).max(MAX_SEQUENCE);
export const watchRunInputSchema = runIdInputSchema.extend({
  /** The number of the last event that arrived; on a reconnect tRPC sets it, as text. */
  lastEventId: z
    .union([sequenceSchema, z.string().max(10).regex(/^\d+$/).transform(Number).pipe(sequenceSchema)])
    .nullish(),
});
export const listRunsInputSchema = z.strictObject({
  environmentId: z.string().max(64).optional(),
  requestId: z.string().max(64).optional(),
  statuses: z.array(z.enum(RUN_STATUSES)).max(RUN_STATUSES.length).optional(),
  kinds: z.array(z.enum(RUN_KINDS)).max(RUN_KINDS.length).optional(),
  /** Only runs that left an environment failed which the actor owns or asked for, the last of each. */
  needsMe: z.boolean().default(false),
  cursor: z.string().max(200).nullish(),
  /** Sent along by pages that read on; lists go one way only. */
  direction: z.literal("forward").optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export const runPageSchema = z.object({ items: z.array(runRowSchema), nextCursor: z.string().nullable() });
