import { AppError } from "@greenroom/errors";
import { Redis } from "ioredis";
import type { QueueConnection } from "./connection";
import { PRODUCER_TIMEOUT_MS } from "./limits";

/**
 * Refuses a Redis that may drop keys when it is full: BullMQ's locks and jobs would vanish (bullmq#2215,
 * #1046).
 *
 * @throws INVALID_INPUT when `maxmemory-policy` is anything but noeviction
 * @throws what the connection throws when Redis is away
 */
export async function assertNoEviction(connection: QueueConnection): Promise<void> {
  if (!connection.redisUrl) return;
  const redis = new Redis(connection.redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: PRODUCER_TIMEOUT_MS,
    retryStrategy: () => null,
  });
  redis.on("error", () => {
    // The call below throws the same.
  });
  try {
    await redis.connect();
    const memory = await redis.info("memory");
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? "unknown";
    if (policy === "noeviction") return;
    throw new AppError("redisEvicts", { policy: policy ?? null });
  } finally {
    redis.disconnect();
  }
}
