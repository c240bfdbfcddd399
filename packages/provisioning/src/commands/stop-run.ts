import { appendAudit } from "@greenroom/audit";
import type { ActingActor } from "@greenroom/identity/schema";
import { message } from "@greenroom/messages";
import { lockingRows, type Transaction } from "@greenroom/prisma";
import { isActive, type RunKind, type RunStatus } from "../lifecycle";
import { appendRunState, recordRunTransition } from "../transitions/record-run-transition";
import { settleEnvironment } from "../transitions/settle-environment";

interface RunToStop {
  id: string;
  number: number;
  kind: RunKind;
  status: RunStatus;
  environmentId: string | null;
  environmentName: string;
  teamId: string;
  isHeld: boolean;
}

export interface StopRun {
  actor: ActingActor | null;
  reason: string;
  now: Date;
  /**
   * A PLAN that no worker has begun may end here and now: only for callers who close its request themselves.
   */
  mayEndPlan?: boolean;
}

/**
 * Stops a run, in the caller's transaction and near its end (it writes audit rows). One that no worker has
 * begun ends at once, and its environment with it; one at work is asked to stop and must then be woken
 * (`wakeRun`).
 * @returns CANCELLED: it has ended. CANCELLING: wake it. SETTLED: it had ended before.
 */
export async function stopRun(
  tx: Transaction,
  runId: string,
  { actor, reason, now, mayEndPlan = false }: StopRun,
): Promise<"CANCELLED" | "CANCELLING" | "SETTLED"> {
  const [run] = await tx.$queryRaw<RunToStop[]>`
    SELECT "id", "number", "kind", "status", "environmentId", "environmentName", "teamId",
      coalesce("leaseUntil" > now(), false) AS "isHeld"
    FROM "Run" WHERE "id" = ${runId} ${lockingRows(tx, "run", runId)}`;
  if (!run || !isActive(run.status)) return "SETTLED";
  const endsNow = run.status === "QUEUED" && !run.isHeld && (run.kind !== "PLAN" || mayEndPlan);
  if (endsNow) {
    await recordRunTransition(tx, run.id, { from: ["QUEUED"], to: "CANCELLED", now });
    if (run.environmentId !== null && run.kind !== "PLAN") {
      const cause = message("trail.runCancelledEarly", { number: run.number });
      await settleEnvironment(tx, run.environmentId, { actor, cause, now });
    }
  } else {
    await tx.$executeRaw`
      UPDATE "Run" SET "cancelRequestedAt" = ${now}, "cancelRequestedBy" = ${actor?.userId ?? null}, "wakeAt" = now()
      WHERE "id" = ${run.id}`;
    await appendRunState(tx, run.id, now);
  }
  await appendAudit(tx, {
    actor,
    action: endsNow ? "run.cancelled" : "run.cancelRequested",
    subject: { id: run.id, name: `#${run.number} ${run.environmentName}` },
    teamId: run.teamId,
    reason,
    details: { kind: run.kind },
    now,
  });
  return endsNow ? "CANCELLED" : "CANCELLING";
}
