import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may, permissionsOn } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { beginCheck } from "../begin-check";
import { checkDrift } from "../jobs";
import { driftActions } from "../lifecycle";

/**
 * Asks for a check of an environment's drift, which a worker does. Asking while one is under way is asking
 * once.
 * @throws NOT_FOUND, FORBIDDEN, or CONFLICT for an environment that is not ready
 */
export async function askForCheck(
  { db, enqueue, now }: { db: Database; enqueue: Enqueue; now: () => Date },
  actor: Actor,
  { environmentId }: { environmentId: string },
): Promise<void> {
  const at = now();
  const checkId = await act({ db, now }, actor, async (tx, actor) => {
    const environment = await tx.environment.findUnique({
      where: { id: environmentId },
      include: { stacks: { select: { key: true }, orderBy: { position: "asc" } } },
    });
    if (!environment || !may(actor, "environment.view", environment))
      throw new AppError("environmentNotFound");
    const { name, teamId } = environment;
    if (!may(actor, "drift.check", { teamId })) throw new AppError("drift.mayNotCheck");
    if (!driftActions(environment, permissionsOn(actor, environment)).includes("check"))
      throw new AppError("drift.notReady", { name });
    const id = await beginCheck(tx, environment, { askedById: actor.userId, now: at });
    await appendAudit(tx, {
      actor,
      action: "drift.checkAsked",
      subject: { id: environmentId, name },
      teamId,
      details: { checkId: id },
      now: at,
    });
    return id;
  });
  await enqueue(checkDrift, { checkId }, { jobId: `drift-${checkId}-asked` });
}
