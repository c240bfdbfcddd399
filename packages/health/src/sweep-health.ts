import { ENVIRONMENT_STATUSES } from "@greenroom/environments/lifecycle";
import { transaction } from "@greenroom/prisma";
import type { HealthDeps } from "./deps";
import { checkHealth } from "./jobs";
import { isWatched } from "./lifecycle";
import { DUE_BATCH } from "./limits";
import { recordHealth } from "./record-health";

const WATCHED = ENVIRONMENT_STATUSES.filter(isWatched);

/**
 * Begins the looks that are due, and forgets what was known of environments on which a run is at work.
 * @returns how many looks
 */
export async function sweepHealth(deps: HealthDeps): Promise<number> {
  const at = deps.now();
  await forgetBusy(deps, at);
  await addNew(deps, at);
  const due = await deps.db.environmentHealth.findMany({
    where: { dueAt: { lte: at }, environment: { status: { in: WATCHED } } },
    select: { environmentId: true, dueAt: true },
    orderBy: { dueAt: "asc" },
    take: DUE_BATCH,
  });
  for (const { environmentId, dueAt } of due)
    await deps.enqueue(
      checkHealth,
      { environmentId },
      { jobId: `health-${environmentId}-${dueAt.getTime()}` },
    );
  return due.length;
}

/**
 * A run is no incident: what it does to alarms and stacks counts for nothing, and the first look after it
 * starts anew.
 */
async function forgetBusy({ db }: HealthDeps, at: Date): Promise<void> {
  const busy = await db.environmentHealth.findMany({
    where: { environment: { status: { notIn: WATCHED } }, NOT: { state: "UNKNOWN", checks: { equals: [] } } },
    select: { environmentId: true },
    take: DUE_BATCH,
  });
  for (const { environmentId } of busy)
    await transaction(db, async (tx) => {
      const cause = { kind: "RUN" as const, names: [] };
      await recordHealth(tx, environmentId, { state: "UNKNOWN", cause, checks: [], at, checkedAt: null });
      await tx.environmentHealth.update({ where: { environmentId }, data: { dueAt: at } });
    });
}

/** Environments with stacks that have no record yet get one, and with it their first look. */
async function addNew({ db }: HealthDeps, at: Date): Promise<void> {
  const fresh = await db.environment.findMany({
    where: { status: { in: WATCHED }, health: null, stacks: { some: { stackId: { not: null } } } },
    select: { id: true },
    take: DUE_BATCH,
  });
  if (fresh.length === 0) return;
  await db.environmentHealth.createMany({
    data: fresh.map(({ id }) => ({
      environmentId: id,
      state: "UNKNOWN" as const,
      stateSince: at,
      dueAt: at,
    })),
    skipDuplicates: true,
  });
}
