import { type Database, lockingFreeRows } from "@greenroom/prisma";
import { PRUNE_BATCH, RETENTION_DAYS } from "../limits";

/**
 * Removes what is over for long: the logs of ended runs, and the plans of requests that came to nothing, with
 * their templates. Of an environment that waits in FAILED every log stays, since what its stacks said last
 * decides how it can be retried. Runs, steps, approvals with the plans they cover, and the audit trail are
 * never removed.
 *
 * @returns how many logs and plans were removed
 */
export async function pruneRuns({ db, now }: { db: Database; now: () => Date }): Promise<number> {
  const before = new Date(now().getTime() - RETENTION_DAYS * 86_400_000);
  let removed = 0;
  for (;;) {
    const logs = await removeLogs(db, before, now());
    const plans = await removePlans(db, before);
    removed += logs + plans;
    if (logs < PRUNE_BATCH && plans < PRUNE_BATCH) return removed;
  }
}

async function removeLogs(db: Database, before: Date, now: Date): Promise<number> {
  return db.$executeRaw`
    WITH over AS (
      SELECT "id" FROM "Run" run WHERE "finishedAt" < ${before} AND "eventsRemovedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "Environment" WHERE "id" = run."environmentId" AND "status" = 'FAILED')
      ORDER BY "finishedAt" LIMIT ${PRUNE_BATCH}::int ${lockingFreeRows("run")}
    ), removed AS (DELETE FROM "RunEvent" event USING over WHERE event."runId" = over."id")
    UPDATE "Run" run SET "eventsRemovedAt" = ${now} FROM over WHERE run."id" = over."id"`;
}

async function removePlans(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Plan" WHERE "runId" IN (
      SELECT plan."runId" FROM "Plan" plan JOIN "Run" run ON run."id" = plan."runId"
      JOIN "Request" request ON request."id" = run."requestId"
      WHERE plan."createdAt" < ${before} AND request."status" IN ('REJECTED', 'WITHDRAWN', 'EXPIRED')
      LIMIT ${PRUNE_BATCH}::int)`;
}
