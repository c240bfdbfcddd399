import { findDetails } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { isAtLeast } from "@greenroom/pricing/schema";
import type { Database, Prisma } from "@greenroom/prisma";
import { z } from "zod";
import type { RunRecord } from "../lease/lease";
import {
  type PlannedStack,
  plannedStackSchema,
  type RemovedStack,
  type ResourceChange,
  removedStackSchema,
  resourceChangeSchema,
} from "../schema";
import { computeDigest, sha256 } from "./digest";
import { type RequestFacts, requestFacts } from "./request-facts";

/** The plan that an APPLY or DESTROY run carries out, as it was approved. */
export interface ApprovedPlan {
  runId: string;
  stacks: SealedStack[];
  removed: RemovedStack[];
  changes: ResourceChange[];
  monthlyCostUsd: string;
  /** Whether that leaves out something without a known price. */
  isCostAtLeast: boolean;
}

/** A stack with everything that is sent for it. */
export type SealedStack = PlannedStack & Required<Pick<PlannedStack, "settings" | "submissionHash">>;

const planRowSchema = z.object({
  stacks: z.array(plannedStackSchema),
  removed: z.array(removedStackSchema),
  changes: z.array(resourceChangeSchema),
  estimate: z.object({
    monthlyUsd: z.object({ expected: z.string() }),
    unpricedComponentCount: z.number().default(0),
    notModelled: z.array(z.unknown()).default([]),
  }),
});
const sealedPartsSchema = z.object({
  stacks: z.array(z.record(z.string(), z.unknown())),
  removed: z.array(z.unknown()),
});
/** What the trail says of the run when somebody let it loose. */
const sealSchema = z.object({ kind: z.string(), digest: z.string().nullable(), mode: z.string().optional() });

type PlanRecord = Prisma.PlanGetPayload<Record<never, never>>;

/**
 * Reads what a run may do. It is read anew in every slice, so it is held against the approval every time: the
 * digest is worked out from the rows as they are now and must be the run's, the approval's and the audit
 * trail's, and each template must be the text that was hashed.
 * @throws DIGEST_MISMATCH for everything but what was approved
 */
export async function readApprovedPlan(
  db: Database,
  run: RunRecord,
  subject: Parameters<typeof requestFacts>[0],
): Promise<ApprovedPlan> {
  const { planRunId } = subject.request;
  const [row, approval, seal] = await Promise.all([
    planRunId === null ? null : db.plan.findUnique({ where: { runId: planRunId } }),
    db.approval.findFirst({
      where: { requestId: run.requestId, decision: "APPROVED" },
      orderBy: { createdAt: "desc" },
      select: { digest: true },
    }),
    findDetails(db, run.id, ["run.queued", "run.retried"]),
  ]);
  if (!row) throw mismatch("PLAN_GONE");
  const plan = planRowSchema.safeParse(row);
  if (!plan.success) throw mismatch("DIGEST");
  const { stacks, removed, changes, estimate } = plan.data;
  const changed = stacks.find(({ template, templateHash }) => sha256(template) !== templateHash);
  if (changed) throw mismatch("TEMPLATE", changed.key);
  const digest = digestOf(row, requestFacts(subject));
  if (digest !== row.digest || digest !== run.digest) throw mismatch("DIGEST");
  if (approval?.digest !== digest) throw mismatch("APPROVAL");
  if (!isSealed(run, sealSchema.safeParse(seal).data, subject.request.kind)) throw mismatch("RUN");
  return {
    runId: row.runId,
    stacks: stacks.map(sealed),
    removed,
    changes,
    monthlyCostUsd: estimate.monthlyUsd.expected,
    isCostAtLeast: isAtLeast(estimate),
  };
}

/** Of the rows as they are stored, whatever else they hold. */
function digestOf(row: PlanRecord, facts: RequestFacts): string {
  const { changes, estimate, estimateBefore, checks } = row;
  return computeDigest({
    ...facts,
    ...sealedPartsSchema.parse(row),
    changes,
    estimate,
    estimateBefore,
    checks,
  });
}

/**
 * Whether the run is the one that was let loose: its kind, its digest, and whether leftovers are to be
 * deleted first.
 */
function isSealed(
  { kind, digest, retryMode }: RunRecord,
  seal: z.infer<typeof sealSchema> | undefined,
  requestKind: string,
): boolean {
  const isOfKind = kind === (requestKind === "DESTROY" ? "DESTROY" : "APPLY");
  return isOfKind && seal?.kind === kind && seal.digest === digest && (seal.mode ?? null) === retryMode;
}

function sealed(stack: PlannedStack): SealedStack {
  const { settings, submissionHash } = stack;
  if (!settings || submissionHash === undefined) throw mismatch("UNSEALED", stack.key);
  return { ...stack, settings, submissionHash };
}

/** What differs; the texts are those of the message `digestMismatch`. */
type Difference = "PLAN_GONE" | "TEMPLATE" | "DIGEST" | "APPROVAL" | "RUN" | "STEPS" | "PLACE" | "UNSEALED";

/** Something between the approval and now was changed: the run does nothing more. */
export function mismatch(what: Difference, stackKey = ""): AppError {
  return new AppError("digestMismatch", { what, stackKey });
}
