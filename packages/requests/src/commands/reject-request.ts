import { act } from "@greenroom/audit";
import type { Actor } from "@greenroom/identity/schema";
import { takeLocks } from "@greenroom/prisma";
import { getForDecision } from "../checks/decision";
import type { RequestsDeps } from "../deps";
import { recordRequestTransition } from "../record-transition";

/**
 * Says no to what was planned, with a note for the requester. The request is closed.
 * @throws NOT_FOUND, FORBIDDEN (no right, or one's own request), CONFLICT (not waiting), STALE (a newer plan
 * exists)
 */
export async function rejectRequest(
  deps: RequestsDeps,
  actor: Actor,
  input: { requestId: string; digest: string; note: string },
): Promise<{ runId: null }> {
  const now = deps.now();
  await act(deps, actor, async (tx, actor) => {
    await takeLocks(tx, ["request", input.requestId]);
    const request = await getForDecision(tx, actor, input);
    await tx.approval.create({
      data: {
        requestId: request.id,
        requesterId: request.requesterId,
        approverId: actor.userId,
        decision: "REJECTED",
        digest: request.digest,
        note: input.note,
        createdAt: now,
      },
    });
    await recordRequestTransition(tx, request.id, {
      from: ["PENDING_APPROVAL"],
      to: "REJECTED",
      actor,
      action: "request.rejected",
      reason: input.note,
      details: { digest: request.digest },
      now,
    });
  });
  return { runId: null };
}
