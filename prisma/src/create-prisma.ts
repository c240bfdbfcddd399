import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client";

export type { PrismaClient } from "../generated/client";

/** Connections of one process: a web or worker process runs few queries at once, and the server allows 200 in all. */
const DEFAULT_MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * A Prisma client with its own pool. It connects at the first query and reconnects by itself after a lost connection.
 *
 * @param url `postgresql://user:password@host:port/database`
 */
export function createPrisma(
  url: string,
  { maxConnections = DEFAULT_MAX_CONNECTIONS }: { maxConnections?: number } = {},
): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  return new PrismaClient({ adapter });
}
