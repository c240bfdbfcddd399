/**
 * An advisory lock of Postgres. `keyed`: one lock for each key, so that only those who ask for the same wait.
 */
interface AdvisoryLock {
  number: number;
  keyed?: true;
}

/** Rows of a table, locked by the clause at the end of the SELECT that reads them. */
interface RowLock {
  table: string;
  clause: "FOR UPDATE" | "FOR NO KEY UPDATE" | "FOR SHARE" | "FOR KEY SHARE";
}

/**
 * Every lock of the product. A transaction takes them from top to bottom, and several of one name in the
 * order of their keys, so that no two transactions wait for each other; whoever comes too late for a lock is
 * refused it (`take-locks.ts`). A test fails on a lock that is taken past this table. What an UPDATE locks by
 * itself stands in no table.
 *
 * A number is any that nobody else uses. It stays what it is: two versions of Greenroom may run side by side
 * during an upgrade.
 */
export const LOCKS = {
  // Of a connection, not of a transaction.
  /**
   * Whoever brings the database up to date; it is the number of Prisma's own schema engine, so that these two
   * take turns.
   */
  migration: { number: 72_707_369 },
  /** A worker is there as long as its connection holds this, with a key of its own. */
  workerPresence: { number: 4_106_003, keyed: true },

  // Of a transaction that does one thing.
  /** The one worker that sweeps. */
  sweep: { number: 4_106_004 },
  /** The one worker that signs the head of the audit trail. */
  checkpoint: { number: 4_106_002 },
  /** Whoever chooses whose plan is next: two who chose at once would choose the same person. */
  planTurn: { number: 4_106_011 },
  /** Importers of costs: two at once would work out the same difference twice. */
  costImport: { number: 4_106_003 },

  // Of commands, and of a worker's slices.
  /** A run: before its request, since a worker that ends a plan holds the run already. */
  run: { table: "Run", clause: "FOR UPDATE" },
  request: { table: "Request", clause: "FOR UPDATE" },
  /**
   * What a person, and what a team, has open: whoever adds to it counts alone. Keys: "person <id>", "team
   * <id>".
   */
  openRequests: { number: 7_403_119, keyed: true },
  /** An account, and with it its networks: one at a time decides on who has which. */
  account: { table: "CloudAccount", clause: "FOR NO KEY UPDATE" },
  /** What one environment at a time can have, of all accounts: domains, recorders, hubs. */
  claims: { number: 7_403_118 },
  /** The budgets that an approval is held against: each approval sees what those before it let in. */
  budgetOfApproval: { table: "Budget", clause: "FOR NO KEY UPDATE" },
  /** A budget that somebody sets: no alert of what it was is written meanwhile. */
  budgetToSet: { table: "Budget", clause: "FOR UPDATE" },
  /** Budgets that alerts are written of: they stay as they were read. */
  budgetsOfAlerts: { table: "Budget", clause: "FOR KEY SHARE" },
  discount: { table: "DiscountRule", clause: "FOR UPDATE" },
  /**
   * The audit trail: each row carries the hash of the one before, so its writers take turns until they
   * commit.
   */
  auditTrail: { number: 4_106_001 },
  /**
   * The person who acts, with roles and session: nobody waits any more, and none of it can change before the
   * commit.
   */
  actor: { table: "User", clause: "FOR SHARE" },
} as const satisfies Record<string, AdvisoryLock | RowLock>;

type LockTable = typeof LOCKS;
export type LockName = keyof LockTable;
export type AdvisoryLockName = {
  [Name in LockName]: LockTable[Name] extends AdvisoryLock ? Name : never;
}[LockName];
export type RowLockName = Exclude<LockName, AdvisoryLockName>;
/** What names one lock among those of its name; nothing where there is only one. */
export type KeyOf<Name extends AdvisoryLockName> = LockTable[Name] extends { keyed: true }
  ? [key: string]
  : [];

const NAMES = Object.keys(LOCKS);

/** Whether a lock comes before another in the order in which one transaction takes them. */
export function isBefore(one: TakenLock, other: TakenLock): boolean {
  const distance = NAMES.indexOf(one.name) - NAMES.indexOf(other.name);
  return distance < 0 || (distance === 0 && one.key < other.key);
}

export interface TakenLock {
  name: LockName;
  key: string;
}
