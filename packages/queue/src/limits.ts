/** After this long an addition counts as lost, and the queue is opened anew for the next one. */
export const PRODUCER_TIMEOUT_MS = 2_000;
/**
 * A web request that wakes the worker waits no longer than this for a queue that is away; the sweep finds the
 * row within a second.
 */
export const ENQUEUE_LIMIT_MS = 150;
/**
 * Longest pause before a lost Redis is tried again; the clients' own grows to 20 s, and the return would be
 * seen as late.
 */
export const RECONNECT_MAX_MS = 500;

/**
 * BullMQ's lock is only a hint here (the lease in Postgres decides), so a dead worker's job may come back
 * early.
 */
export const LOCK_DURATION_MS = 10_000;
export const STALLED_INTERVAL_MS = 5_000;
/** Jobs are wake-ups: being redelivered is harmless, so a few stalls are not the end of one. */
export const MAX_STALLED_COUNT = 3;

/**
 * BullMQ's pause after a failed fetch; its default of 15 s would make a restart of the database cost that
 * long.
 */
export const RUN_RETRY_DELAY_MS = 1_000;
/** Seconds that a fetch blocks while the queue is empty. */
export const DRAIN_DELAY_SECONDS = 5;

/** A consumer has time: on a busy machine a new connection may take seconds. */
export const CONSUMER_CONNECT_TIMEOUT_MS = 10_000;

/**
 * A process that is paused inside a transaction would keep its locks from everybody; Postgres ends it after
 * this long.
 */
export const IDLE_TRANSACTION_LIMIT_MS = 5_000;

/**
 * Connections of Postgres that one object may hold; a worker adds one that LISTENs. A portal process thus
 * takes 2, a worker process 2 + 4: ten of each stay below a server's usual 100 together with Prisma's pools.
 */
export const PRODUCER_POOL_SIZE = 2;
export const CONSUMER_POOL_SIZE = 3;

/** A probe is sent when no job has started for this long … */
export const PROBE_INTERVAL_MS = 5_000;
/**
 * … and a consumer that started nothing for this long, probes included, is replaced (bullmq#4378: it can die
 * silently).
 */
export const SILENCE_LIMIT_MS = 45_000;

/** Keys of one queue share a hash slot, so that a Redis cluster serves it (CROSSSLOT otherwise). */
export const REDIS_PREFIX = "{greenroom}";
