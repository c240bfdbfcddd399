import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import { lockRow, type Transaction } from "@greenroom/prisma";
import { getAccessibleRequest, type RequestRecord } from "../queries/request-access";

/**
 * The request, with its row locked until the end of the transaction, if the actor may decide on it now and has seen what is to
 * be decided.
 * @param digest of the plan that the actor looked at
 * @throws NOT_FOUND, FORBIDDEN (no right, or their own request), CONFLICT (it is not waiting), STALE (a newer plan exists)
 */
export async function lockForDecision(
  tx: Transaction,
  actor: Actor,
  { requestId, digest }: { requestId: string; digest: string },
): Promise<RequestRecord & { digest: string }> {
  await lockRow(tx, "request", requestId);
  const request = await getAccessibleRequest(tx, actor, requestId);
  const { number } = request;
  const { teamId, requesterId: ownerId } = request;
  if (!may(actor, "request.decide", { teamId, ownerId })) {
    const mayDecideOnOthers = may(actor, "request.decide", { teamId });
    throw mayDecideOnOthers ? ownRequest(number) : decideForbidden(number);
  }
  if (request.status !== "PENDING_APPROVAL") {
    throw new AppError("requestMoved", { number, status: request.status });
  }
  if (request.digest === null || request.digest !== digest) {
    throw new AppError("planMoved", { number });
  }
  return { ...request, digest: request.digest };
}

function decideForbidden(number: number): AppError {
  return new AppError("decideForbidden", { number });
}

function ownRequest(number: number): AppError {
  return new AppError("ownRequest", { number });
}
