import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { type Message, message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import type { ParsedSpec } from "../parse-request";
import { problem, problemError } from "../problems";
import { getAccessibleRequest, type RequestRecord } from "../queries/request-access";
import { findBusyProblem } from "./change";
import { findCollision } from "./collision";

/** A request that waits for a decision on one plan. */
export type PlannedRequest = RequestRecord & { digest: string };

/**
 * The request, if the actor may decide on it now and has seen what is to be decided. Take its lock before.
 * @param digest of the plan that the actor looked at
 * @throws NOT_FOUND, FORBIDDEN (no right, or their own request), CONFLICT (it is not waiting), STALE (a newer
 * plan exists)
 */
export async function getForDecision(
  tx: Transaction,
  actor: Actor,
  { requestId, digest }: { requestId: string; digest: string },
): Promise<PlannedRequest> {
  const request = await getAccessibleRequest(tx, actor, requestId);
  const { number, status, teamId, requesterId: ownerId } = request;
  if (!may(actor, "request.decide", { teamId, ownerId })) {
    const mayDecideOnOthers = may(actor, "request.decide", { teamId });
    throw new AppError(mayDecideOnOthers ? "ownRequest" : "decideForbidden", { number });
  }
  if (status !== "PENDING_APPROVAL") throw new AppError("requestMoved", { number, status });
  if (request.digest === null || request.digest !== digest) throw new AppError("planMoved", { number });
  return { ...request, digest: request.digest };
}

/**
 * Why the plan is no longer about what there is; null when it is.
 * @param asked the request's spec; null where its blueprint can no longer read it
 * @throws CONFLICT while another run is at work
 */
export async function findWhyVoid(
  tx: Transaction,
  request: RequestRecord,
  asked: ParsedSpec | null,
): Promise<Message | null> {
  if (request.environmentId !== null) {
    const environment = await tx.environment.findUniqueOrThrow({ where: { id: request.environmentId } });
    const { name, status, version } = environment;
    if (status === "DESTROYED")
      throw problemError(problem("environmentId", message("environmentGone", { name })));
    const busy = await findBusyProblem(tx, environment);
    if (busy) throw problemError(busy);
    if (version !== request.baseEnvironmentVersion)
      return message("trail.changedMeanwhile", { name, base: request.baseEnvironmentVersion ?? 0, version });
  }
  const collision = await findCollision(tx, request, asked);
  return collision?.message ?? null;
}
