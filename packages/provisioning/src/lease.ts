import type { Database, Prisma, Transaction } from "@greenroom/prisma";
import { transaction } from "@greenroom/prisma";
import { HEARTBEAT_MS, LEASE_MARGIN_MS, LEASE_TTL_MS, POLL_MAX_MS, WAKE_TOLERANCE_MS } from "./limits";

export type RunRecord = Prisma.RunGetPayload<Record<never, never>>;

/** Another worker holds the run now, or it was settled: whatever this one still wanted to do must not happen. */
export class LeaseLost extends Error {
  constructor(runId: string, fence: number) {
    super(`The lease ${fence} of run ${runId} is lost.`);
    this.name = "LeaseLost";
  }
}

/** The right to act on a run, until it is released, lost or passed on. */
export interface Lease {
  runId: string;
  fence: number;
  /** Ends the heartbeat; the lease itself ends with `releaseRun` or by running out. */
  stop(): void;
  /** To be called right before each effect outside the database. @throws LeaseLost */
  assertHeld(): void;
}

/**
 * Takes a run that is due and free. The fence goes up with every claim, and every later write names it, so that a worker that
 * was paused while another took over can change nothing any more. `crashes` counts claims that are never released.
 *
 * @returns null when it is settled, not due, or held by another
 */
export async function claimRun(db: Database, runId: string, owner: string): Promise<RunRecord | null> {
  const [claimed] = await db.$queryRaw<RunRecord[]>`
    UPDATE "Run" SET "fence" = "fence" + 1, "leaseOwner" = ${owner}, "crashes" = "crashes" + 1,
      "leaseUntil" = now() + ${LEASE_TTL_MS}::int * interval '1 ms'
    WHERE "id" = ${runId} AND "status" IN ('QUEUED', 'RUNNING')
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      AND "wakeAt" <= now() + ${WAKE_TOLERANCE_MS}::int * interval '1 ms'
    RETURNING *`;
  return claimed ?? null;
}

/** Keeps a claimed run by a heartbeat until `stop`. */
export function holdLease(
  db: Database,
  { id: runId, fence }: Pick<RunRecord, "id" | "fence">,
  heartbeatMs = HEARTBEAT_MS,
): Lease {
  let isLost = false;
  let heldUntil = performance.now() + LEASE_TTL_MS - LEASE_MARGIN_MS;
  const beat = async () => {
    const sentAt = performance.now();
    const count = await db.$executeRaw`
      UPDATE "Run" SET "leaseUntil" = now() + ${LEASE_TTL_MS}::int * interval '1 ms'
      WHERE "id" = ${runId} AND "fence" = ${fence} AND "leaseUntil" IS NOT NULL`;
    if (count === 0) isLost = true;
    else heldUntil = sentAt + LEASE_TTL_MS - LEASE_MARGIN_MS;
  };
  const timer = setInterval(() => {
    // A database that is away is noticed by the deadline.
    beat().catch(() => {});
  }, heartbeatMs);
  return {
    runId,
    fence,
    stop: () => clearInterval(timer),
    assertHeld: () => {
      if (isLost || performance.now() > heldUntil) throw new LeaseLost(runId, fence);
    },
  };
}

/**
 * One transaction that happens only if the lease still holds; the run's row stays locked until its end.
 * @throws LeaseLost
 */
export async function withFence<T>(
  db: Database,
  { runId, fence }: Pick<Lease, "runId" | "fence">,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return transaction(db, async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Run" WHERE "id" = ${runId} AND "fence" = ${fence} AND "status" IN ('QUEUED', 'RUNNING')
      FOR UPDATE`;
    if (held.length === 0) throw new LeaseLost(runId, fence);
    return work(tx);
  });
}

/**
 * Gives the run back in good order, to be woken after `waitMs`; sooner when somebody asked to cancel it meanwhile.
 * @returns milliseconds until it is due, or null when it was no longer ours
 */
export async function releaseRun(
  db: Database,
  { runId, fence }: Pick<Lease, "runId" | "fence">,
  waitMs: number,
): Promise<number | null> {
  const cancellingMs = Math.min(waitMs, POLL_MAX_MS);
  const [released] = await db.$queryRaw<{ isCancelling: boolean }[]>`
    UPDATE "Run" SET "leaseOwner" = NULL, "leaseUntil" = NULL, "crashes" = 0,
      "wakeAt" = now() + interval '1 ms' *
        CASE WHEN "cancelRequestedAt" IS NULL THEN ${waitMs}::int ELSE ${cancellingMs}::int END
    WHERE "id" = ${runId} AND "fence" = ${fence} AND "status" IN ('QUEUED', 'RUNNING')
    RETURNING "cancelRequestedAt" IS NOT NULL AS "isCancelling"`;
  if (!released) return null;
  return released.isCancelling ? cancellingMs : waitMs;
}
