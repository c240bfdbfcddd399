import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { transaction } from "@greenroom/prisma";
import { stopRun, wakeRun } from "@greenroom/provisioning";
import type { RequestsDeps } from "../deps";
import { getAccessibleRequest } from "../queries/request-access";
import { recordRequestTransition } from "../record-transition";

/**
 * Takes an open request back; a plan that is being made is stopped.
 * @throws NOT_FOUND, FORBIDDEN (only the requester and platform engineers may), CONFLICT when it is closed already
 */
export async function withdrawRequest(
  deps: RequestsDeps,
  actor: Actor,
  input: { requestId: string; reason: string },
): Promise<{ requestId: string }> {
  const request = await getAccessibleRequest(deps.db, actor, input.requestId);
  if (!may(actor, "request.withdraw", { teamId: request.teamId, ownerId: request.requesterId })) {
    throw new AppError({
      code: "FORBIDDEN",
      messageKey: "withdrawForbidden",
      userMessage: `Request #${request.number} can be withdrawn by whoever made it, or by a platform engineer. Ask one of them.`,
      details: { number: request.number },
    });
  }
  const now = deps.now();
  const { planRunId } = request;
  const outcome = await transaction(deps.db, async (tx) => {
    // The run's row first, then the request's: the worker that finishes a plan locks them in this order too.
    if (planRunId) await tx.$executeRaw`SELECT 1 FROM "Run" WHERE "id" = ${planRunId} FOR UPDATE`;
    await recordRequestTransition(tx, request.id, {
      planRunId: planRunId ?? undefined,
      to: "WITHDRAWN",
      actor,
      action: "request.withdrawn",
      reason: input.reason,
      now,
      changes: { closingReason: input.reason },
    });
    return planRunId
      ? stopRun(tx, planRunId, { actor, reason: input.reason, now, mayEndPlan: true })
      : "SETTLED";
  });
  if (outcome === "CANCELLING" && planRunId)
    await wakeRun(deps.enqueue, { id: planRunId, kind: "PLAN" }, "cancel");
  return { requestId: request.id };
}
