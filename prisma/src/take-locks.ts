import { Prisma } from "../generated/client";
import type { Transaction } from "./client";
import {
  type AdvisoryLockName,
  isBefore,
  type KeyOf,
  LOCKS,
  type LockName,
  type RowLockName,
  type TakenLock,
} from "./locks";

const takenBy = new WeakMap<Transaction, TakenLock[]>();

/**
 * Remembers what a transaction takes. @throws when something that comes later in LOCKS was taken before it
 */
function note(tx: Transaction, lock: TakenLock): void {
  const taken = takenBy.get(tx) ?? [];
  takenBy.set(tx, taken);
  if (taken.some(({ name, key }) => name === lock.name && key === lock.key)) return;
  const later = taken.find((other) => isBefore(lock, other));
  if (later) {
    throw new Error(
      `The lock ${textOf(lock)} was asked for after ${textOf(later)}: see the order in prisma/src/locks.ts.`,
    );
  }
  taken.push(lock);
}

const textOf = ({ name, key }: TakenLock): string => (key === "" ? name : `${name} (${key})`);

/** One of LOCKS, with what names it among those of its name: a key, or the id of a row. */
export type WantedLock = {
  [Name in LockName]: [name: Name, ...(Name extends AdvisoryLockName ? KeyOf<Name> : [id: string])];
}[LockName];

/**
 * Waits for one lock after the other until no other transaction has it, and keeps them until this one ends. A
 * row that is not there is not waited for.
 * @throws when they are not in the order of LOCKS
 */
export async function takeLocks(tx: Transaction, ...wanted: readonly (WantedLock | false)[]): Promise<void> {
  for (const [name, key] of wanted.filter((one) => one !== false)) {
    const lock = LOCKS[name];
    if ("table" in lock) {
      const rows = Prisma.sql`${Prisma.raw(`"${lock.table}"`)} WHERE "id" = ${key}`;
      await tx.$executeRaw`SELECT 1 FROM ${rows} ${lockingRows(tx, name as RowLockName, key ?? "")}`;
      continue;
    }
    note(tx, { name, key: key ?? "" });
    if (key === undefined) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock.number}::bigint)`;
    else await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock.number}::int, hashtext(${key}))`;
  }
}

/**
 * The end of a SELECT that locks the rows it reads, for as long as the transaction lasts.
 * @param key what the rows have in common: the id of the one row, or of what they belong to
 */
export function lockingRows(tx: Transaction, name: RowLockName, key: string): Prisma.Sql {
  note(tx, { name, key });
  return Prisma.raw(LOCKS[name].clause);
}

/**
 * The same, but rows that somebody else has locked are left out: it never waits, so it may come at any time.
 */
export function lockingFreeRows(name: RowLockName): Prisma.Sql {
  return Prisma.raw(`${LOCKS[name].clause} SKIP LOCKED`);
}

/**
 * As an SQL expression: takes the lock until the end of the transaction unless another has it, and says
 * whether it did.
 */
export function tryLock(name: AdvisoryLockName): Prisma.Sql {
  return Prisma.sql`pg_try_advisory_xact_lock(${LOCKS[name].number}::bigint)`;
}
