import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database, Transaction } from "@greenroom/prisma";
import { RUN_COLUMNS, type RunColumns } from "./to-run-row";

const ACCESS_COLUMNS = {
  ...RUN_COLUMNS,
  digest: true,
  cancelRequestedAt: true,
  retryOfId: true,
  lastSequence: true,
  eventsRemovedAt: true,
} as const;

export type AccessibleRun = RunColumns & {
  digest: string | null;
  cancelRequestedAt: Date | null;
  retryOfId: string | null;
  lastSequence: number;
  eventsRemovedAt: Date | null;
  /** The actor, where it is theirs: they made its request, or set this run off. */
  ownerId?: string;
};

/**
 * The run, if the actor may see it.
 * @throws NOT_FOUND for a run that does not exist and for one of a team the actor does not see, in the same
 * words
 */
export async function getAccessibleRun(
  db: Database | Transaction,
  actor: Actor,
  runId: string,
): Promise<AccessibleRun> {
  const run = await db.run.findUnique({ where: { id: runId }, select: ACCESS_COLUMNS });
  if (!run || !may(actor, "run.view", { teamId: run.teamId })) {
    throw new AppError("runNotFound");
  }
  const request = await db.request.findUnique({
    where: { id: run.requestId },
    select: { requesterId: true },
  });
  const isOwn = [request?.requesterId, run.actorId].includes(actor.userId);
  return { ...run, ownerId: isOwn ? actor.userId : undefined };
}
