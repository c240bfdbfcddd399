import { transaction } from "@greenroom/prisma";
import { beginCheck } from "./begin-check";
import type { DriftDeps } from "./deps";
import { checkDrift } from "./jobs";
import { CHECK_INTERVAL_SECONDS, DUE_BATCH, JITTER, LATE_BATCH, SLICE_MS } from "./limits";

/** Begins the checks that are due, and wakes those whose job the queue has lost. @returns how many */
export async function sweepChecks(deps: DriftDeps): Promise<number> {
  const at = deps.now();
  const due = await findDue(deps, at);
  for (const environment of due)
    await transaction(deps.db, (tx) => beginCheck(tx, environment, { askedById: null, now: at }));
  const late = await deps.db.driftCheck.findMany({
    where: {
      OR: [{ status: "QUEUED" }, { status: "RUNNING", wakeAt: { lt: new Date(at.getTime() - SLICE_MS) } }],
    },
    select: { id: true, wakeAt: true },
    orderBy: { wakeAt: "asc" },
    take: LATE_BATCH,
  });
  for (const { id, wakeAt } of late)
    await deps.enqueue(checkDrift, { checkId: id }, { jobId: `drift-${id}-${wakeAt.getTime()}-late` });
  return due.length + late.length;
}

/**
 * READY environments that were not looked at for as long as their stage says, or not since they were last
 * changed.
 */
async function findDue({ db }: DriftDeps, at: Date) {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Environment" e
    LEFT JOIN LATERAL (
      SELECT c."askedAt", c."environmentVersion" FROM "DriftCheck" c
      WHERE c."environmentId" = e."id" ORDER BY c."askedAt" DESC LIMIT 1
    ) last ON true
    WHERE e."status" = 'READY' AND (
      last."askedAt" IS NULL OR last."environmentVersion" < e."version" OR
      last."askedAt" < ${at}::timestamptz - make_interval(secs =>
        (CASE e."stage" WHEN 'prod' THEN ${CHECK_INTERVAL_SECONDS.prod}::float
          WHEN 'staging' THEN ${CHECK_INTERVAL_SECONDS.staging}::float ELSE ${CHECK_INTERVAL_SECONDS.dev}::float END)
        * (1 - ${JITTER}::float * (abs(hashtext(e."id")) % 1000) / 1000.0))
    )
    ORDER BY last."askedAt" ASC NULLS FIRST LIMIT ${DUE_BATCH}`;
  return db.environment.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: { id: true, version: true, stacks: { select: { key: true }, orderBy: { position: "asc" } } },
  });
}
