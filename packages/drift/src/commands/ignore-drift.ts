import { act, appendAudit } from "@greenroom/audit";
import { endOfLifetime } from "@greenroom/environments/lifecycle";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import type { IgnoreDriftInput } from "../schema";

/**
 * Leaves a difference, or all of its resource, as it is until a day; then it speaks up again. A newer rule
 * takes the older one's place.
 * @throws NOT_FOUND for a difference that the actor does not see, FORBIDDEN
 */
export async function ignoreDrift(
  { db, now }: { db: Database; now: () => Date },
  actor: Actor,
  { findingId, isWholeResource, reason, days }: IgnoreDriftInput,
): Promise<void> {
  await act({ db, now }, actor, async (tx, actor) => {
    const finding = await tx.driftFinding.findUnique({
      where: { id: findingId },
      include: { environment: { select: { id: true, name: true, teamId: true } } },
    });
    if (!finding || !may(actor, "environment.view", finding.environment))
      throw new AppError("drift.findingNotFound");
    const { environment, stackKey, logicalId } = finding;
    if (!may(actor, "drift.ignore", environment)) throw new AppError("drift.mayNotIgnore");
    const createdAt = now();
    const expiresAt = endOfLifetime(createdAt, days);
    const path = isWholeResource || finding.path === "" ? null : finding.path;
    const place = { environmentId: environment.id, stackKey, logicalId };
    const covered = { ...place, ...(path !== null && { path }) };
    await tx.driftIgnore.updateMany({
      where: { ...covered, endedAt: null },
      data: { endedAt: createdAt },
    });
    const rule = await tx.driftIgnore.create({
      data: { ...place, path, reason, ownerId: actor.userId, createdAt, expiresAt },
    });
    await tx.driftFinding.updateMany({
      where: { ...covered, resolvedAt: null },
      data: { ignoreId: rule.id },
    });
    await appendAudit(tx, {
      actor,
      action: "drift.ignored",
      subject: { id: environment.id, name: environment.name },
      teamId: environment.teamId,
      reason,
      details: { stackKey, logicalId, path, expiresAt: expiresAt.toISOString() },
      now: createdAt,
    });
  });
}
