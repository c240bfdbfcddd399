import { listTeamsByIds, listUsersByIds } from "@greenroom/identity";
import type { Database, Prisma } from "@greenroom/prisma";
import { isActive } from "../lifecycle";
import { isAnyWorkerThere } from "../runs/worker-presence";
import { failureSchema, type RunRow, waitingSchema } from "../schema";

/** The columns of a run that pages see; the lease and the rest of the machinery stay inside. */
export const RUN_COLUMNS = {
  id: true,
  number: true,
  kind: true,
  status: true,
  requestId: true,
  environmentId: true,
  environmentName: true,
  teamId: true,
  actorId: true,
  attempt: true,
  waiting: true,
  failure: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
} as const satisfies Prisma.RunSelect;

export type RunColumns = Prisma.RunGetPayload<{ select: typeof RUN_COLUMNS }>;

/**
 * Rows as pages see them, with the names of teams and people and the number of the request, in the same
 * order.
 */
export async function toRunRows(db: Database, runs: readonly RunColumns[]): Promise<RunRow[]> {
  const hasActive = runs.some(({ status }) => isActive(status));
  const [isWorkerThere, teams, users, requests] = await Promise.all([
    hasActive ? isAnyWorkerThere(db) : true,
    listTeamsByIds(
      db,
      runs.map((run) => run.teamId),
    ),
    listUsersByIds(
      db,
      runs.flatMap((run) => run.actorId ?? []),
    ),
    db.request.findMany({
      where: { id: { in: runs.map((run) => run.requestId) } },
      select: { id: true, number: true, kind: true },
    }),
  ]);
  const requestsById = new Map(requests.map((request) => [request.id, request]));
  return runs.map(({ teamId, actorId, ...run }) => ({
    ...run,
    requestNumber: requestsById.get(run.requestId)?.number ?? 0,
    isCreate: requestsById.get(run.requestId)?.kind === "CREATE",
    team: teams.get(teamId) ?? { id: teamId, slug: teamId, name: teamId, costCentre: "" },
    actor: actorId === null ? null : (users.get(actorId) ?? { id: actorId, name: actorId, email: "" }),
    waiting:
      !isWorkerThere && isActive(run.status)
        ? { cause: "NO_WORKER" as const }
        : waitingSchema.nullable().parse(run.waiting),
    failure: failureSchema.nullable().parse(run.failure),
  }));
}
