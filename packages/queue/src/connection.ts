import { createPostgresBackend, Queue as RedisQueue, Worker as RedisWorker, withBackend } from "bullmq";
import {
  CONSUMER_CONNECT_TIMEOUT_MS,
  CONSUMER_POOL_SIZE,
  DRAIN_DELAY_SECONDS,
  IDLE_TRANSACTION_LIMIT_MS,
  LOCK_DURATION_MS,
  MAX_STALLED_COUNT,
  PRODUCER_POOL_SIZE,
  PRODUCER_TIMEOUT_MS,
  RECONNECT_MAX_MS,
  REDIS_PREFIX,
  RUN_RETRY_DELAY_MS,
  STALLED_INTERVAL_MS,
} from "./limits";

/** The part of BullMQ's Queue that is used, the same on both backends. */
export interface ProducerQueue {
  add(name: string, data: object, options: object): Promise<unknown>;
  obliterate(options: { force: boolean }): Promise<void>;
  getJobCounts(): Promise<Record<string, number>>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface DeliveredJob {
  id?: string;
  name: string;
  data: unknown;
}

/** The part of BullMQ's Worker that is used. */
export interface Consumer {
  on(event: "error", listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<void>;
  pause(doNotWaitActive?: boolean): Promise<void>;
  close(force?: boolean): Promise<void>;
}

/** Where the queue lives. Objects made from it own their connections and are closed one by one. */
export interface QueueConnection {
  backend: "postgres" | "redis";
  redisUrl?: string;
  openQueue(name: string): ProducerQueue;
  openConsumer(name: string, concurrency: number, process: (job: DeliveredJob) => Promise<void>): Consumer;
}

const PostgresBackend = withBackend(createPostgresBackend);

const CONSUMER_OPTIONS = {
  lockDuration: LOCK_DURATION_MS,
  stalledInterval: STALLED_INTERVAL_MS,
  maxStalledCount: MAX_STALLED_COUNT,
  runRetryDelay: RUN_RETRY_DELAY_MS,
  drainDelay: DRAIN_DELAY_SECONDS,
  // A finished job that is kept would make BullMQ ignore a later job of the same id.
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
};

/**
 * Chooses BullMQ's backend: Redis when there is an address of one, else tables in Postgres (schema `bullmq`,
 * made by the migration runner). Connects to nothing yet.
 */
export function createQueueConnection(options: { redisUrl?: string; databaseUrl: string }): QueueConnection {
  return options.redisUrl ? redisConnection(options.redisUrl) : postgresConnection(options.databaseUrl);
}

function postgresConnection(connectionString: string): QueueConnection {
  const pool = (max: number, connectionTimeoutMillis: number) => ({
    connectionString,
    max,
    keepAlive: true,
    connectionTimeoutMillis,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_LIMIT_MS,
  });
  return {
    backend: "postgres",
    openQueue: (name) =>
      new PostgresBackend.Queue(name, { connection: pool(PRODUCER_POOL_SIZE, PRODUCER_TIMEOUT_MS) }),
    openConsumer: (name, concurrency, process) =>
      new PostgresBackend.Worker(name, process, {
        connection: pool(CONSUMER_POOL_SIZE, CONSUMER_CONNECT_TIMEOUT_MS),
        concurrency,
        ...CONSUMER_OPTIONS,
      }),
  };
}

/** Pause before a lost Redis is tried again, after so many tries. @returns milliseconds */
export const retryStrategy = (times: number): number => Math.min(times * 50, RECONNECT_MAX_MS);

function redisConnection(url: string): QueueConnection {
  return {
    backend: "redis",
    redisUrl: url,
    openQueue: (name) =>
      new RedisQueue(name, {
        // Fails fast: without the offline queue a command on a lost connection is refused at once.
        connection: {
          url,
          retryStrategy,
          enableOfflineQueue: false,
          maxRetriesPerRequest: 1,
          connectTimeout: PRODUCER_TIMEOUT_MS,
        },
        prefix: REDIS_PREFIX,
      }),
    openConsumer: (name, concurrency, process) =>
      new RedisWorker(name, process, {
        connection: { url, retryStrategy, maxRetriesPerRequest: null },
        prefix: REDIS_PREFIX,
        concurrency,
        ...CONSUMER_OPTIONS,
      }),
  };
}
