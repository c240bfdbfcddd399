import type { ActingActor } from "@greenroom/identity/schema";
import type { Transaction } from "@greenroom/prisma";
import { queueRun } from "@greenroom/provisioning";

type QueuedRun = Awaited<ReturnType<typeof queueRun>>;

/** The PLAN run of a request, in the caller's transaction; `wakeRun` it after the commit. */
export function queuePlan(
  tx: Transaction,
  request: { id: string; environmentId: string | null; environmentName: string; teamId: string },
  by: { actor: ActingActor | null; now: Date },
): Promise<QueuedRun> {
  return queueRun(tx, {
    kind: "PLAN",
    requestId: request.id,
    environmentId: request.environmentId,
    environmentName: request.environmentName,
    teamId: request.teamId,
    digest: null,
    ...by,
  });
}
