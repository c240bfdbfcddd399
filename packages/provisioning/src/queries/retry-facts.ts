import { phaseOf, type StackPhase } from "@greenroom/cloud/statuses";
import type { Database, Transaction } from "@greenroom/prisma";
import type { RetryMode } from "../lifecycle";
import type { AccessibleRun } from "./run-access";

const STACK_TYPE = "AWS::CloudFormation::Stack";

interface LastWord {
  status: string;
  /** Null in events of a Greenroom that did not write it down. */
  phase: StackPhase | null;
}

export interface RetryFacts {
  /** No newer run of the environment exists, and the environment waits in FAILED for somebody to act. */
  isLatest: boolean;
  /**
   * The way that the stacks leave: what only can be deleted is deleted first, a rollback that failed is gone
   * on with.
   */
  retryMode: RetryMode;
}

/** What decides whether a run can be retried, and how. */
export async function findRetryFacts(
  db: Database | Transaction,
  run: Pick<AccessibleRun, "id" | "kind" | "environmentId">,
): Promise<RetryFacts> {
  if (run.environmentId === null || run.kind === "PLAN") return { isLatest: false, retryMode: "RETRY" };
  const [environment, latest] = await Promise.all([
    db.environment.findUnique({ where: { id: run.environmentId }, select: { status: true } }),
    db.run.findFirst({
      where: { environmentId: run.environmentId, kind: { not: "PLAN" } },
      orderBy: { number: "desc" },
      select: { id: true },
    }),
  ]);
  const isLatest = environment?.status === "FAILED" && latest?.id === run.id;
  if (!isLatest || run.kind === "DESTROY") return { isLatest, retryMode: "RETRY" };
  return { isLatest, retryMode: await findRetryMode(db, run.environmentId) };
}

/**
 * By the last word of each stack, over all runs of the environment: a retry that never reached the stack says
 * nothing new of it.
 */
export async function findRetryMode(db: Database | Transaction, environmentId: string): Promise<RetryMode> {
  const lastWords = await db.$queryRaw<LastWord[]>`
    SELECT DISTINCT ON (event."data"->>'stackKey') event."data"->>'resourceStatus' AS "status", event."data"->>'phase' AS "phase"
    FROM "RunEvent" event JOIN "Run" run ON run."id" = event."runId"
    WHERE run."environmentId" = ${environmentId} AND event."kind" = 'RESOURCE'
      AND event."data"->>'resourceType' = ${STACK_TYPE}
    ORDER BY event."data"->>'stackKey', run."number" DESC, event."sequence" DESC`;
  const phases = lastWords.map(({ phase, status }) => phase ?? phaseOf(status));
  if (phases.includes("ROLLBACK_STUCK")) return "ROLL_BACK";
  return phases.includes("ONLY_DELETABLE") ? "CLEAN" : "RETRY";
}
