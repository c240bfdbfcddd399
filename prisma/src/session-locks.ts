import type pg from "pg";
import { type AdvisoryLockName, LOCKS } from "./locks";

type Connection = Pick<pg.Client, "query">;

/**
 * Waits for the lock and keeps it until `unlockSession`, or until the connection ends.
 * @param key a whole number of 31 bits, for a lock that has keys
 */
export async function lockSession(client: Connection, name: AdvisoryLockName, key?: number): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(${argumentsOf(name, key)})`);
}

/** Gives back what `lockSession` took on the same connection. */
export async function unlockSession(client: Connection, name: AdvisoryLockName, key?: number): Promise<void> {
  await client.query(`SELECT pg_advisory_unlock(${argumentsOf(name, key)})`);
}

function argumentsOf(name: AdvisoryLockName, key: number | undefined): string {
  const { number } = LOCKS[name];
  return key === undefined ? `${number}::bigint` : `${number}::int, ${key}::int`;
}
