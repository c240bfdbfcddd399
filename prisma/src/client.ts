import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma as PrismaTypes } from "../generated/client";

/** The database as commands and queries see it. */
export type Database = PrismaClient;
/** The database inside a transaction: everything written through it is kept or lost together. */
export type Transaction = PrismaTypes.TransactionClient;

/**
 * Connects lazily to Postgres.
 * @param url postgres:// address; `max` bounds the connections of this process.
 */
export function createDatabase(url: string, max = 10): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  return new PrismaClient({ adapter });
}
