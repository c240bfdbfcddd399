import { act, appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";

/**
 * Ends a rule before its time: what it left speaks up again. Ending it twice is ending it once.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function stopIgnoring(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { ignoreId }: { ignoreId: string },
): Promise<void> {
  await act({ db, now }, actor, async (tx, actor) => {
    const rule = await tx.driftIgnore.findUnique({
      where: { id: ignoreId },
      include: { environment: { select: { id: true, name: true, teamId: true } } },
    });
    if (!rule || !may(actor, "environment.view", rule.environment))
      throw new AppError("drift.findingNotFound");
    const { environment, stackKey, logicalId, path } = rule;
    if (!may(actor, "drift.ignore", environment)) throw new AppError("drift.mayNotIgnore");
    const endedAt = now();
    const { count } = await tx.driftIgnore.updateMany({
      where: { id: ignoreId, endedAt: null },
      data: { endedAt },
    });
    if (count === 0) return;
    await tx.driftFinding.updateMany({ where: { ignoreId }, data: { ignoreId: null } });
    await appendAudit(tx, {
      actor,
      action: "drift.ignoreEnded",
      subject: { id: environment.id, name: environment.name },
      teamId: environment.teamId,
      details: { stackKey, logicalId, path },
      now: endedAt,
    });
  });
}
