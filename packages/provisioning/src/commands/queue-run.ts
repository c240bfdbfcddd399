import { appendAudit } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import type { ActingActor } from "@greenroom/identity/schema";
import type { Transaction } from "@greenroom/prisma";
import { ACTIVE_RUN_STATUSES, type RetryMode, type RunKind } from "../lifecycle";

export interface NewRun {
  kind: RunKind;
  requestId: string;
  /** Null while a new environment is only planned. */
  environmentId: string | null;
  environmentName: string;
  teamId: string;
  /** Null when Greenroom itself sets it off. */
  actor: ActingActor | null;
  /** What was approved; APPLY and DESTROY refuse anything else. Null for a PLAN. */
  digest: string | null;
  retry?: { ofId: string; attempt: number; mode: RetryMode };
  now: Date;
}

export interface QueuedRun {
  id: string;
  number: number;
  kind: RunKind;
}

/**
 * The row of a run that a worker is to pick up, without waking one: call `wakeRun` after the commit. No audit
 * row of its own for a PLAN; the audit row makes this one of the last calls of a transaction otherwise (see
 * `appendAudit`).
 *
 * @throws CONFLICT that names the run which is at work on the same environment
 */
export async function queueRun(tx: Transaction, run: NewRun): Promise<QueuedRun> {
  const { actor, retry, now, ...facts } = run;
  const [queued] = await tx.run.createManyAndReturn({
    data: [
      {
        ...facts,
        status: "QUEUED",
        actorId: actor?.userId ?? null,
        attempt: retry?.attempt ?? 1,
        retryOfId: retry?.ofId ?? null,
        retryMode: retry?.mode ?? null,
        queuedAt: now,
        wakeAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, number: true, kind: true },
  });
  if (!queued) throw await environmentBusy(tx, run);
  if (run.kind !== "PLAN") {
    await appendAudit(tx, {
      actor,
      action: retry ? "run.retried" : "run.queued",
      subject: { id: queued.id, name: `#${queued.number} ${run.environmentName}` },
      teamId: run.teamId,
      details: {
        kind: run.kind,
        digest: run.digest,
        ...(retry && { retryOf: retry.ofId, mode: retry.mode }),
      },
      now,
    });
  }
  return queued;
}

async function environmentBusy(tx: Transaction, run: NewRun): Promise<AppError> {
  const other = await tx.run.findFirst({
    where: {
      environmentId: run.environmentId,
      kind: { not: "PLAN" },
      status: { in: [...ACTIVE_RUN_STATUSES] },
    },
    select: { number: true },
  });
  const number = other?.number ?? 0;
  return new AppError("environmentBusy", { name: run.environmentName, number });
}
