import { appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { canTransition, ENVIRONMENT_STATUSES, type EnvironmentStatus, isBusy } from "./lifecycle";

export interface EnvironmentTransition {
  /** Statuses it may be in now; without them, every status from which `to` can be reached. */
  from?: readonly EnvironmentStatus[];
  to: EnvironmentStatus;
  /** Why, in a plain sentence for the audit trail. */
  cause: string | Message;
  /** Null when Greenroom itself acts. */
  actor: ActingActor | null;
  now: Date;
  /** Columns that change together with the status. */
  changes?: Omit<Prisma.EnvironmentUpdateManyMutationInput, "status" | "version">;
}

/**
 * The only writer of an environment's status: a compare-and-set and its audit row. Each time a run is let
 * loose on an environment (a busy status) its version goes up, so that forms and plans made before are seen
 * to be stale. Call it last in a transaction (see `appendAudit`).
 *
 * @throws CONFLICT when the environment is in no status of `from`
 */
export async function recordEnvironmentTransition(
  tx: Transaction,
  environmentId: string,
  { from, to, cause, actor, now, changes }: EnvironmentTransition,
): Promise<void> {
  const allowed = ENVIRONMENT_STATUSES.filter(
    (status) => canTransition(status, to) && (from === undefined || from.includes(status)),
  );
  const before = await tx.environment.findUnique({
    where: { id: environmentId },
    select: { name: true, status: true, teamId: true },
  });
  const { count } = await tx.environment.updateMany({
    where: {
      id: environmentId,
      status: before && allowed.includes(before.status) ? before.status : { in: [] },
    },
    data: { ...changes, status: to, version: isBusy(to) ? { increment: 1 } : undefined },
  });
  if (!before || count === 0) throw refused(before?.name ?? environmentId, before?.status ?? "DESTROYED", to);
  await appendAudit(tx, {
    actor,
    action: "environment.statusChanged",
    subject: { id: environmentId, name: before.name },
    teamId: before.teamId,
    reason: cause,
    details: { from: before.status, to },
    now,
  });
}

function refused(name: string, from: EnvironmentStatus, to: EnvironmentStatus): AppError {
  return new AppError("environmentMoved", { name, from, to });
}
