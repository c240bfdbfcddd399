import { statusesOf } from "@greenroom/cloud/statuses";
import { markDestroyed, markFailed, markUntouched } from "@greenroom/environments";
import type { ActingActor } from "@greenroom/identity/schema";
import type { Message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { findRetryMode } from "../queries/retry-facts";

/** In these a stack is what it was before an operation that was called off. */
const UNDONE_STATUSES = statusesOf("ROLLED_BACK", "DELETED");

interface LastRun {
  status: string;
  /** Networks that its request asked for. */
  cidrs: string[];
}

/**
 * Settles the environment of a run that went on with rollbacks: what it was before, unless a run since its
 * last success has left something else behind.
 */
export async function settleRolledBack(
  tx: Transaction,
  environmentId: string,
  by: { actor: ActingActor | null; cause: Message; now: Date },
): Promise<void> {
  const [since] = await tx.$queryRaw<{ cidrs: string[]; isElsewhereChanged: boolean }[]>`
    SELECT request."cidrs", EXISTS (
      SELECT FROM "RunStep" step JOIN "Run" later ON later."id" = step."runId"
      WHERE later."environmentId" = run."environmentId" AND later."number" > run."number"
        AND step."kind" IN ('APPLY_STACK', 'DELETE_STACK', 'CLEAN') AND step."status" = 'SUCCEEDED'
    ) AS "isElsewhereChanged"
    FROM "Run" run JOIN "Request" request ON request."id" = run."requestId"
    WHERE run."environmentId" = ${environmentId} AND run."kind" = 'APPLY' AND run."status" = 'SUCCEEDED'
      AND run."retryMode" IS DISTINCT FROM 'ROLL_BACK'
    ORDER BY run."number" DESC LIMIT 1`;
  const isAsBefore =
    since && !since.isElsewhereChanged && (await findRetryMode(tx, environmentId)) === "RETRY";
  if (isAsBefore) await markUntouched(tx, environmentId, { ...by, cidrs: since.cidrs });
  else await markFailed(tx, environmentId, by);
}

/**
 * Settles the environment of an APPLY or DESTROY run that was just CANCELLED: it is what the newest run that
 * counts has made of it. A success: READY, with the networks it has. A failure, or something half done:
 * FAILED, with every network it may have. No run at all: nothing was ever built.
 */
export async function settleEnvironment(
  tx: Transaction,
  environmentId: string,
  by: { actor: ActingActor | null; cause: Message; now: Date },
): Promise<void> {
  const last = await findLastThatCounts(tx, environmentId);
  const { readyAt } = await tx.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { readyAt: true },
  });
  if (last ? last.status === "SUCCEEDED" : readyAt !== null)
    await markUntouched(tx, environmentId, { ...by, cidrs: last?.cidrs });
  else if (last) await markFailed(tx, environmentId, by);
  else await markDestroyed(tx, environmentId, by);
}

/**
 * A cancelled run counts when something of it was carried out and stayed: a step came to where the cloud
 * acts. A step that was CANCELLED with its change set about to be executed has found that change set unused
 * (`cancelStack`); one whose stack was rolled back, or is gone again, has left nothing. A run that only went
 * on with rollbacks says nothing of its own.
 */
async function findLastThatCounts(tx: Transaction, environmentId: string): Promise<LastRun | null> {
  const [last] = await tx.$queryRaw<LastRun[]>`
    SELECT run."status", request."cidrs"
    FROM "Run" run JOIN "Request" request ON request."id" = run."requestId"
    WHERE run."environmentId" = ${environmentId} AND run."kind" <> 'PLAN'
      AND NOT (run."retryMode" IS NOT DISTINCT FROM 'ROLL_BACK' AND run."status" <> 'FAILED')
      AND (run."status" <> 'CANCELLED' OR EXISTS (
        SELECT FROM "RunStep" step WHERE step."runId" = run."id"
          AND (step."checkpoint"->>'phase' = 'OBSERVE' AND NOT (step."status" = 'CANCELLED'
              AND step."checkpoint"->>'stackStatus' = ANY(${UNDONE_STATUSES}))
            OR (step."checkpoint"->>'phase' IN ('EXECUTE', 'DELETE') AND step."status" <> 'CANCELLED'))))
    ORDER BY run."number" DESC LIMIT 1`;
  return last ?? null;
}
