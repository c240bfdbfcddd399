import type { Estimate } from "@greenroom/costs/schema";
import { AppError } from "@greenroom/errors";
import { computeDigest, sha256 } from "../digest";
import { requestFacts } from "../plan-draft";
import type { PlannedStack, ResourceChange, TemplateCheck } from "../schema";
import { done, type StepRunner } from "../slice";

/**
 * Refuses everything but what was approved: the digest is worked out anew from the rows and must be the run's and the approval's,
 * and each template must be the text that was hashed.
 */
export const verify: StepRunner = async (slice) => {
  const { deps, run, subject } = slice;
  const [row, approval] = await Promise.all([
    deps.db.plan.findUnique({ where: { runId: subject.plan?.runId ?? "" } }),
    deps.db.approval.findFirst({
      where: { requestId: run.requestId, decision: "APPROVED" },
      orderBy: { createdAt: "desc" },
    }),
  ]);
  if (!row) throw mismatch("PLAN_GONE");
  const stacks = row.stacks as unknown as PlannedStack[];
  const changed = stacks.find(({ template, templateHash }) => sha256(template) !== templateHash);
  if (changed) throw mismatch("TEMPLATE", changed.key);
  const digest = computeDigest({
    ...requestFacts(subject),
    stacks,
    changes: row.changes as unknown as ResourceChange[],
    estimate: row.estimate as unknown as Estimate,
    estimateBefore: row.estimateBefore as unknown as Estimate | null,
    checks: row.checks as unknown as TemplateCheck[],
  });
  if (digest !== row.digest || digest !== run.digest) throw mismatch("DIGEST");
  if (approval?.digest !== digest) throw mismatch("APPROVAL");
  return done();
};

const DIFFERS = {
  PLAN_GONE: "its plan is gone",
  TEMPLATE: "the template of a stack is another",
  DIGEST: "the plan has another digest",
  APPROVAL: "no approval covers this plan",
} as const;

function mismatch(what: keyof typeof DIFFERS, stackKey = ""): AppError {
  return new AppError({
    code: "DIGEST_MISMATCH",
    messageKey: "digestMismatch",
    userMessage: `What this run would build differs from what was approved: ${DIFFERS[what]}${stackKey && ` (${stackKey})`}. Nothing was changed. Submit the request again, so that it is planned and approved anew.`,
    details: { what, stackKey },
  });
}
