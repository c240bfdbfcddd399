import { AppError } from "@greenroom/errors";
import { type Database, lockingRows, type Prisma, type Transaction, transaction } from "@greenroom/prisma";
import {
  HEARTBEAT_MS,
  LEASE_MARGIN_MS,
  LEASE_TTL_MS,
  POLL_MAX_MS,
  PRESENCE_TTL_MS,
  WAKE_TOLERANCE_MS,
} from "../limits";

export type RunRecord = Prisma.RunGetPayload<Record<never, never>>;

/**
 * The index that lets a worker hold one run that saw workers die; Prisma tells the SQLSTATE of a broken one
 * in the message.
 */
const SUSPECT_ALONE = "23505";

/**
 * Another worker holds the run now, or it was settled: whatever this one still wanted to do must not happen.
 */
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
  /**
   * To be called right before each effect outside the database.
   * @throws LeaseLost, or DATABASE_UNAVAILABLE while the others cannot see that this worker is there
   */
  assertHeld(): void;
  /** @throws LeaseLost */
  assertNotLost(): void;
}

/**
 * Takes a run that is due and free. The fence goes up with every claim, and every later write names it, so
 * that a worker that was paused while another took over can change nothing any more. `crashes` counts the
 * workers that died over it in a row; a run that saw one die is worked on alone among its like, so that the
 * one that kills is told from those that were only near.
 *
 * @returns null when it is settled, not due, held by another, or has to wait its turn
 */
export async function claimRun(
  db: Database | Transaction,
  runId: string,
  owner: string,
): Promise<RunRecord | null> {
  const claim = db.$queryRaw<RunRecord[]>`
    UPDATE "Run" run SET "fence" = "fence" + 1, "leaseOwner" = ${owner},
      "leaseUntil" = now() + ${LEASE_TTL_MS}::int * interval '1 ms',
      "crashes" = "crashes" + CASE WHEN "leaseUntil" IS NOT NULL AND NOT EXISTS (
        SELECT FROM "Worker" worker WHERE worker."id" = run."leaseOwner"
          AND worker."seenAt" > now() - ${PRESENCE_TTL_MS}::int * interval '1 ms') THEN 1 ELSE 0 END
    WHERE "id" = ${runId} AND "status" IN ('QUEUED', 'RUNNING')
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      AND "wakeAt" <= now() + ${WAKE_TOLERANCE_MS}::int * interval '1 ms'
      AND ("crashes" = 0 OR NOT EXISTS (
        SELECT FROM "Run" other WHERE other."leaseOwner" = ${owner} AND other."crashes" > 0
          AND other."id" <> run."id" AND other."leaseUntil" IS NOT NULL))
    RETURNING *`;
  const [claimed] = await claim.catch((error: unknown) => {
    // Another of its like was taken at the same moment.
    if (String(error).includes(SUSPECT_ALONE)) return [];
    throw error;
  });
  return claimed ?? null;
}

/** The run as it is now; null when it was settled or given back under this lease. @throws LeaseLost */
export async function findHeld(
  db: Database,
  { runId, fence }: Pick<Lease, "runId" | "fence">,
): Promise<RunRecord | null> {
  const run = await db.run.findUnique({ where: { id: runId } });
  if (run?.fence !== fence) throw new LeaseLost(runId, fence);
  return run.leaseUntil === null ? null : run;
}

/**
 * Keeps a claimed run by a heartbeat until `stop`.
 * @param isPresent whether the others see that this worker is there; else they may hand its runs on
 */
export function holdLease(
  db: Database,
  { id: runId, fence }: Pick<RunRecord, "id" | "fence">,
  isPresent: () => boolean = () => true,
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
  const assertNotLost = () => {
    if (isLost || performance.now() > heldUntil) throw new LeaseLost(runId, fence);
  };
  return {
    runId,
    fence,
    stop: () => clearInterval(timer),
    assertNotLost,
    assertHeld: () => {
      assertNotLost();
      if (isPresent()) return;
      throw new AppError("workerDisconnected");
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
      ${lockingRows(tx, "run", runId)}`;
    if (held.length === 0) throw new LeaseLost(runId, fence);
    return work(tx);
  });
}

/**
 * Gives the run back in good order, to be woken after `waitMs`; sooner when somebody asked to cancel it
 * meanwhile.
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
