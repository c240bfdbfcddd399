import type { Transaction } from "@greenroom/prisma";
import { findCollision } from "../checks/collision";
import { parseSubmitted } from "../parse-request";
import { recordRequestTransition } from "../record-transition";

/**
 * The plan of a request is made: it waits for a decision on exactly this digest. Where its name or network
 * was taken meanwhile no approval could help, so it is rejected with that reason. Does nothing when the
 * request was closed or planned anew.
 */
export async function recordPlanned(
  deps: { now: () => Date },
  tx: Transaction,
  plan: { requestId: string; runId: string; digest: string },
): Promise<void> {
  const request = await tx.request.findFirst({
    where: { id: plan.requestId, status: "PLANNING", planRunId: plan.runId },
  });
  if (!request) return;
  const now = deps.now();
  const collision = await findCollision(tx, request, parseSubmitted(request));
  if (collision) {
    await recordRequestTransition(tx, request.id, {
      planRunId: plan.runId,
      to: "REJECTED",
      actor: null,
      action: "request.planFailed",
      reason: collision.message,
      now,
    });
    return;
  }
  await recordRequestTransition(tx, request.id, {
    planRunId: plan.runId,
    to: "PENDING_APPROVAL",
    actor: null,
    action: "request.planned",
    reason: null,
    details: { digest: plan.digest, planRunId: plan.runId },
    now,
    changes: { digest: plan.digest, plannedAt: now },
  });
}
