import { act } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { takeLocks } from "@greenroom/prisma";
import { stopRun, wakeRun } from "@greenroom/provisioning";
import type { RequestsDeps } from "../deps";
import { getAccessibleRequest } from "../queries/request-access";
import { recordRequestTransition } from "../record-transition";

/**
 * Takes an open request back; a plan that is being made is stopped.
 * @throws NOT_FOUND, FORBIDDEN (only the requester and platform engineers may), CONFLICT when it is closed
 * already
 */
export async function withdrawRequest(
  deps: RequestsDeps,
  actor: Actor,
  { requestId, reason }: { requestId: string; reason: string },
): Promise<{ requestId: string }> {
  const { planRunId, outcome } = await act(deps, actor, async (tx, actor) => {
    const {
      number,
      teamId,
      requesterId: ownerId,
      planRunId,
    } = await getAccessibleRequest(tx, actor, requestId);
    if (!may(actor, "request.withdraw", { teamId, ownerId }))
      throw new AppError("withdrawForbidden", { number });
    // The run's row first, then the request's: the worker that finishes a plan locks them in this order too.
    await takeLocks(tx, planRunId !== null && ["run", planRunId]);
    const by = { actor, reason, now: deps.now() };
    await recordRequestTransition(tx, requestId, {
      planRunId: planRunId ?? undefined,
      to: "WITHDRAWN",
      action: "request.withdrawn",
      ...by,
    });
    const outcome = planRunId ? await stopRun(tx, planRunId, { ...by, mayEndPlan: true }) : "SETTLED";
    return { planRunId, outcome };
  });
  if (outcome === "CANCELLING" && planRunId)
    await wakeRun(deps.enqueue, { id: planRunId, kind: "PLAN" }, { mark: "cancel" });
  return { requestId };
}
