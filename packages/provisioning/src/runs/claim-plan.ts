import { type Database, takeLocks, transaction } from "@greenroom/prisma";
import { claimRun, type RunRecord } from "../lease/lease";
import { WAKE_TOLERANCE_MS } from "../limits";

/** Whose turn it is when nobody set a plan off: Greenroom's own. */
const NOBODY = "";

/**
 * Takes the plan whose turn it is, in the order: one that is to be cancelled, one that was begun, and then
 * the person whose last plan was begun longest ago, their oldest request first. So whoever asks for one plan
 * waits for one of everybody else's at most, however many somebody asks for. Whoever chooses does so alone:
 * two who chose at once would choose the same person.
 *
 * @returns null when no plan is due
 */
export async function claimPlan(db: Database, owner: string): Promise<RunRecord | null> {
  return transaction(db, async (tx) => {
    await takeLocks(tx, ["planTurn"]);
    const [next] = await tx.$queryRaw<{ id: string }[]>`
      SELECT run."id" FROM "Run" run
      LEFT JOIN "PlanTurn" turn ON turn."actorId" = coalesce(run."actorId", ${NOBODY})
      WHERE run."kind" = 'PLAN' AND run."status" IN ('QUEUED', 'RUNNING')
        AND (run."leaseUntil" IS NULL OR run."leaseUntil" < now())
        AND run."wakeAt" <= now() + ${WAKE_TOLERANCE_MS}::int * interval '1 ms'
        AND (run."crashes" = 0 OR NOT EXISTS (
          SELECT FROM "Run" other WHERE other."leaseOwner" = ${owner} AND other."crashes" > 0
            AND other."id" <> run."id" AND other."leaseUntil" IS NOT NULL))
      ORDER BY run."cancelRequestedAt" IS NULL, run."status" = 'QUEUED',
        CASE WHEN run."status" = 'QUEUED' THEN coalesce(turn."takenAt", '-infinity') END, run."queuedAt", run."id"
      LIMIT 1`;
    const run = next ? await claimRun(tx, next.id, owner) : null;
    if (run?.status === "QUEUED") {
      await tx.$executeRaw`
        INSERT INTO "PlanTurn" ("actorId", "takenAt") VALUES (${run.actorId ?? NOBODY}, clock_timestamp())
        ON CONFLICT ("actorId") DO UPDATE SET "takenAt" = excluded."takenAt"`;
    }
    return run;
  });
}
