import { Prisma } from "../generated/client";
import type { Transaction } from "./client";
import {
  type AdvisoryLockName,
  isBefore,
  type KeyOf,
  LOCKS,
  type RowLockName,
  type TakenLock,
} from "./locks";

const takenBy = new WeakMap<Transaction, TakenLock[]>();

/** Remembers what a transaction takes. @throws when something that comes later in LOCKS was taken before it */
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

/** Waits until no other transaction has the lock, and keeps it until this one ends. */
export async function lock<Name extends AdvisoryLockName>(
  tx: Transaction,
  name: Name,
  ...[key]: KeyOf<Name>
): Promise<void> {
  note(tx, { name, key: key ?? "" });
  const { number } = LOCKS[name];
  if (key === undefined) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${number}::bigint)`;
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock(${number}::int, hashtext(${key}))`;
}

/** Waits until nobody else has locked the row of this id, and keeps it until the transaction ends. Does nothing where there is none. */
export async function lockRow(tx: Transaction, name: RowLockName, id: string): Promise<void> {
  const table = Prisma.raw(`"${LOCKS[name].table}"`);
  await tx.$executeRaw`SELECT 1 FROM ${table} WHERE "id" = ${id} ${lockingRows(tx, name, id)}`;
}

/**
 * The end of a SELECT that locks the rows it reads, for as long as the transaction lasts.
 * @param key what the rows have in common: the id of the one row, or of what they belong to
 */
export function lockingRows(tx: Transaction, name: RowLockName, key: string): Prisma.Sql {
  note(tx, { name, key });
  return Prisma.raw(LOCKS[name].clause);
}

/** The same, but rows that somebody else has locked are left out: it never waits, so it may come at any time. */
export function lockingFreeRows(name: RowLockName): Prisma.Sql {
  return Prisma.raw(`${LOCKS[name].clause} SKIP LOCKED`);
}

/** As an SQL expression: takes the lock until the end of the transaction unless another has it, and says whether it did. */
export function tryLock(name: AdvisoryLockName): Prisma.Sql {
  return Prisma.sql`pg_try_advisory_xact_lock(${LOCKS[name].number}::bigint)`;
}
