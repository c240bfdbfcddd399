import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@greenroom/logger";
import { type Database, LOCKS, lockSession, Prisma } from "@greenroom/prisma";
import pg from "pg";
import type { RunKind } from "../lifecycle";
import { PRESENCE_BEAT_MS, PRESENCE_TTL_MS } from "../limits";

/** How a worker shows the others that it is there. */
export interface Presence {
  /** Whether they can see it now: while they cannot, they may hand its runs on. */
  isSeen(): boolean;
  /** Gives its runs back, so that others take them at once, and is gone. */
  leave(): Promise<void>;
}

const RECONNECT_MS = 100;
const MAX_LOCK_KEY = 2 ** 31 - 1;

/**
 * Keeps a worker present by a connection of its own that holds an advisory lock. When the process dies, its
 * system closes the connection and Postgres frees the lock within milliseconds; a beat in its row shows one
 * that is only paused, or whose machine is lost. It connects again by itself.
 *
 * @param url postgres:// address; not of a pooler in transaction mode, which has no session to hold a lock
 */
export function keepPresence(
  url: string,
  { db, workerId, log }: { db: Database; workerId: string; log: Pick<Logger, "warn"> },
): Presence {
  const lockKey = randomInt(MAX_LOCK_KEY);
  const stop = new AbortController();
  let isSeen = false;

  async function stay(): Promise<void> {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    const lost = new Promise<Error>((resolve) => {
      const lose = (error = new Error("The connection ended.")) => {
        isSeen = false;
        resolve(error);
      };
      client.on("error", lose).on("end", lose);
    });
    try {
      await client.connect();
      await lockSession(client, "workerPresence", lockKey);
      while (!stop.signal.aborted) {
        await client.query(
          `INSERT INTO "Worker" ("id", "lockKey") VALUES ($1, $2)
           ON CONFLICT ("id") DO UPDATE SET "seenAt" = now(), "lockKey" = $2`,
          [workerId, lockKey],
        );
        isSeen = true;
        const pause = sleep(PRESENCE_BEAT_MS, undefined, { signal: stop.signal }).catch(() => {});
        const trouble = await Promise.race([lost, pause]);
        if (trouble) throw trouble;
      }
    } finally {
      isSeen = false;
      await client.end().catch(() => {});
    }
  }
  const staying = (async () => {
    while (!stop.signal.aborted) {
      await stay().catch((error: unknown) => {
        log.warn({ err: error }, "This worker's connection to the others is lost; connecting again.");
      });
      await sleep(RECONNECT_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();

  return {
    isSeen: () => isSeen,
    async leave() {
      stop.abort();
      await Promise.allSettled([staying, releaseRuns(db, workerId, "left")]);
    },
  };
}

/**
 * Workers as the others see them. `isGone`: its lock is free. `isSilent`: it was not heard of for too long.
 */
export interface SeenWorker {
  id: string;
  isGone: boolean;
  isSilent: boolean;
}

export function listWorkers(db: Database): Promise<SeenWorker[]> {
  return db.$queryRaw<SeenWorker[]>`
    SELECT "id", "seenAt" < now() - ${PRESENCE_TTL_MS}::int * interval '1 ms' AS "isSilent",
      NOT ${HOLDS_ITS_LOCK} AS "isGone"
    FROM "Worker"`;
}

/** Of a row of "Worker". */
const HOLDS_ITS_LOCK = Prisma.sql`EXISTS (SELECT FROM pg_locks WHERE "locktype" = 'advisory' AND "granted"
  AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())
  AND "classid" = ${LOCKS.workerPresence.number}::int AND "objid"::bigint = "lockKey")`;

/** Whether a worker is there; for pages, so it asks no worker. */
export async function isAnyWorkerThere(db: Database): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isThere: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Worker"
      WHERE "seenAt" > now() - ${PRESENCE_TTL_MS}::int * interval '1 ms' AND ${HOLDS_ITS_LOCK}) AS "isThere"`;
  return row?.isThere ?? false;
}

export interface ReleasedRun {
  id: string;
  kind: RunKind;
  fence: number;
}

/**
 * Strikes a worker off and frees its runs, once: whatever it still wanted to write names an older fence. One
 * that died leaves a mark on the runs it was working on; one that left in good order does not.
 */
export function releaseRuns(db: Database, workerId: string, how: "died" | "left"): Promise<ReleasedRun[]> {
  const deaths = how === "died" ? 1 : 0;
  return db.$queryRaw<ReleasedRun[]>`
    WITH gone AS (DELETE FROM "Worker" WHERE "id" = ${workerId} RETURNING "id")
    UPDATE "Run" run SET "leaseOwner" = NULL, "leaseUntil" = NULL, "fence" = "fence" + 1, "wakeAt" = now(),
      "crashes" = "crashes" + ${deaths}::int
    FROM gone WHERE run."leaseOwner" = gone."id" AND run."leaseUntil" IS NOT NULL
      AND run."status" IN ('QUEUED', 'RUNNING')
    RETURNING run."id", run."kind"::text AS "kind", run."fence"`;
}
