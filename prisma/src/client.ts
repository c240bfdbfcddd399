import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma as PrismaTypes } from "../generated/client";
import { PromptClient } from "./prompt-client";

/** The database as commands and queries see it. */
export type Database = PrismaClient;
/** The database inside a transaction: everything written through it is kept or lost together. */
export type Transaction = PrismaTypes.TransactionClient;

const CONNECTION_TIMEOUT_MS = 5_000;
/** A server that lives ends a slow statement itself, this long before we would give up its connection. */
const STATEMENT_MARGIN_MS = 500;
/**
 * A process that stops inside a transaction keeps its locks from everybody, the audit trail's among them;
 * Postgres ends its session after this long. Half the time of a run's lease, far above what any transaction
 * of ours takes between two statements.
 */
const IDLE_IN_TRANSACTION_MS = 5_000;
/**
 * Whoever waits for a lock gives up before a person does, and a worker tries again while it still holds its
 * run.
 */
const LOCK_WAIT_MS = 3_000;

/**
 * Connects lazily to Postgres.
 * @param url postgres:// address
 * @param max bounds the connections of this process
 * @param queryTimeoutMs a query without an answer fails after this, also when the server's machine is frozen
 * or unreachable
 */
export function createDatabase(url: string, max = 10, queryTimeoutMs = 10_000): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    Client: PromptClient,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    query_timeout: queryTimeoutMs,
    statement_timeout: queryTimeoutMs - STATEMENT_MARGIN_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    lock_timeout: Math.min(LOCK_WAIT_MS, queryTimeoutMs - STATEMENT_MARGIN_MS),
    idleTimeoutMillis: 30_000,
  });
  return new PrismaClient({ adapter });
}
