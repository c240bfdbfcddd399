import { message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import type { Failure } from "@greenroom/provisioning";
import { recordRequestTransition } from "../record-transition";

/**
 * No plan came about: the request is REJECTED, with the failure's words as the reason. Does nothing when the
 * request was closed or planned anew.
 */
export async function recordPlanFailed(
  deps: { now: () => Date },
  tx: Transaction,
  plan: { requestId: string; runId: string; failure: Failure },
): Promise<void> {
  const request = await tx.request.findFirst({
    where: { id: plan.requestId, status: "PLANNING", planRunId: plan.runId },
    select: { id: true },
  });
  if (!request) return;
  const { failure } = plan;
  const { remedy } = failure;
  const reason = remedy ? message("trail.planFailed", { failure: failure.message, remedy }) : failure.message;
  await recordRequestTransition(tx, request.id, {
    planRunId: plan.runId,
    to: "REJECTED",
    actor: null,
    action: "request.planFailed",
    reason,
    details: { code: plan.failure.code, planRunId: plan.runId },
    now: deps.now(),
  });
}
