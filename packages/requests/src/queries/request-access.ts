import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Prisma, Transaction } from "@greenroom/prisma";

export type RequestRecord = Prisma.RequestGetPayload<Record<never, never>>;

/**
 * The request, if the actor may see it.
 * @throws NOT_FOUND for a request that does not exist and for one of a team the actor does not see, in the
 * same words
 */
export async function getAccessibleRequest(
  db: Database | Transaction,
  actor: Actor,
  requestId: string,
): Promise<RequestRecord> {
  return assertAccessible(actor, await db.request.findUnique({ where: { id: requestId } }));
}

/** @throws NOT_FOUND as `getAccessibleRequest` does */
function assertAccessible(actor: Actor, request: RequestRecord | null | undefined): RequestRecord {
  if (!request || !may(actor, "request.view", { teamId: request.teamId })) {
    throw new AppError("requestNotFound");
  }
  return request;
}
