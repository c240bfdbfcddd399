import type { Database, Transaction } from "@greenroom/prisma";
import type { AccessibleRun } from "./run-access";

/** CloudFormation takes a stack that failed its first creation for nothing but deletion (UpdateStack, API reference). */
const ONLY_DELETABLE = ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED"];
const STACK_TYPE = "AWS::CloudFormation::Stack";

export interface RetryFacts {
  /** No newer run of the environment exists, and the environment waits in FAILED for somebody to act. */
  isLatest: boolean;
  /** A stack was left in a state in which it can only be deleted. */
  needsClean: boolean;
}

/** What decides whether a run can be retried, and how. */
export async function findRetryFacts(
  db: Database | Transaction,
  run: Pick<AccessibleRun, "id" | "kind" | "environmentId">,
): Promise<RetryFacts> {
  if (run.environmentId === null || run.kind === "PLAN") return { isLatest: false, needsClean: false };
  const [environment, latest] = await Promise.all([
    db.environment.findUnique({ where: { id: run.environmentId }, select: { status: true } }),
    db.run.findFirst({
      where: { environmentId: run.environmentId, kind: { not: "PLAN" } },
      orderBy: { number: "desc" },
      select: { id: true },
    }),
  ]);
  const isLatest = environment?.status === "FAILED" && latest?.id === run.id;
  return {
    isLatest,
    needsClean: isLatest && run.kind === "APPLY" && (await wasLeftOnlyDeletable(db, run.environmentId)),
  };
}

/** The last word of each stack, over all runs of the environment: a retry that never reached the stack says nothing new of it. */
async function wasLeftOnlyDeletable(db: Database | Transaction, environmentId: string): Promise<boolean> {
  const lastWords = await db.$queryRaw<{ status: string }[]>`
    SELECT DISTINCT ON (event."data"->>'stackKey') event."data"->>'resourceStatus' AS status
    FROM "RunEvent" event JOIN "Run" run ON run."id" = event."runId"
    WHERE run."environmentId" = ${environmentId} AND event."kind" = 'RESOURCE'
      AND event."data"->>'resourceType' = ${STACK_TYPE}
    ORDER BY event."data"->>'stackKey', run."number" DESC, event."sequence" DESC`;
  return lastWords.some(({ status }) => ONLY_DELETABLE.includes(status));
}
