import { setTimeout as sleep } from "node:timers/promises";
import { Prisma } from "../generated/client";
import type { Database, Transaction } from "./client";

const MAX_ATTEMPTS = 4;
const MAX_WAIT_MS = 10_000;
const TIMEOUT_MS = 20_000;
/** Prisma's code for a write conflict or deadlock: the database asks for the same work once more … */
const WRITE_CONFLICT = "P2034";
/** … which it gives only to its own queries. Of SQL that we write it tells the SQLSTATE in the message. */
const WRITE_CONFLICT_TEXT = /Code: `40(001|P01)`/;

/**
 * Runs `work` in one transaction: all of it or none. After a write conflict or deadlock it runs again, so
 * `work` must have no effect outside the database (no queue, no HTTP, no changed variables).
 *
 * @throws what `work` throws, after a rollback
 */
export async function transaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS });
    } catch (error) {
      if (!isConflict(error) || attempt === MAX_ATTEMPTS) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === WRITE_CONFLICT || WRITE_CONFLICT_TEXT.test(error.message));
