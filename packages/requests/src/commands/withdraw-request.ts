import { act } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { lockRow, type Transaction } from "@greenroom/prisma";
import { stopRun, wakeRun } from "@greenroom/provisioning";
import type { RequestsDeps } from "../deps";
import { getAccessibleRequest, type RequestRecord } from "../queries/request-access";
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
  const { request, outcome } = await act(deps, actor, async (tx, actor) => {
    const request = await getAccessibleRequest(tx, actor, input.requestId);
    if (!may(actor, "request.withdraw", { teamId: request.teamId, ownerId: request.requesterId }))
      throw notYours(request.number);
    return {
      request,
      outcome: await withdraw(tx, request, { actor, reason: input.reason, now: deps.now() }),
    };
  });
  const { planRunId } = request;
  if (outcome === "CANCELLING" && planRunId)
    await wakeRun(deps.enqueue, { id: planRunId, kind: "PLAN" }, "cancel");
  return { requestId: request.id };
}

async function withdraw(
  tx: Transaction,
  { id, planRunId }: RequestRecord,
  { actor, reason, now }: { actor: ActingActor; reason: string; now: Date },
): Promise<Awaited<ReturnType<typeof stopRun>>> {
  // The run's row first, then the request's: the worker that finishes a plan locks them in this order too.
  if (planRunId) await lockRow(tx, "run", planRunId);
  await recordRequestTransition(tx, id, {
    planRunId: planRunId ?? undefined,
    to: "WITHDRAWN",
    actor,
    action: "request.withdrawn",
    reason,
    now,
  });
  return planRunId ? stopRun(tx, planRunId, { actor, reason, now, mayEndPlan: true }) : "SETTLED";
}

function notYours(number: number): AppError {
  return new AppError("withdrawForbidden", { number });
}
