import { message } from "@greenroom/messages";
import { type Database, lockingFreeRows, transaction } from "@greenroom/prisma";
import { DAY_MS, EXPIRE_BATCH, PENDING_LIMIT_DAYS } from "../limits";
import { recordRequestTransition } from "../record-transition";

/**
 * Closes requests whose plan nobody decided on for two weeks. The worker's sweep calls it; each is a
 * transaction of its own, and one that somebody decided on in the meantime is left alone.
 * @returns how many were closed
 */
export async function expireRequests(deps: { db: Database; now: () => Date }): Promise<number> {
  const now = deps.now();
  const due = await deps.db.request.findMany({
    where: {
      status: "PENDING_APPROVAL",
      plannedAt: { lt: new Date(now.getTime() - PENDING_LIMIT_DAYS * DAY_MS) },
    },
    select: { id: true },
    orderBy: { plannedAt: "asc" },
    take: EXPIRE_BATCH,
  });
  const reason = message("trail.nobodyDecided", { days: PENDING_LIMIT_DAYS });
  let expired = 0;
  for (const { id } of due) {
    const isExpired = await transaction(deps.db, async (tx) => {
      const [still] = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "Request" WHERE "id" = ${id} AND "status" = 'PENDING_APPROVAL' ${lockingFreeRows("request")}`;
      if (!still) return false;
      await recordRequestTransition(tx, id, {
        from: ["PENDING_APPROVAL"],
        to: "EXPIRED",
        actor: null,
        action: "request.expired",
        reason,
        now,
      });
      return true;
    });
    if (isExpired) expired++;
  }
  return expired;
}
