import {
  BACKOFF_BASE_MS,
  BACKOFF_CAP_MS,
  DATABASE_PAUSE_MAX_MS,
  DATABASE_PAUSE_MS,
  POLL_FLOOR_MS,
  POLL_GROWTH,
  POLL_MAX_MS,
} from "../limits";

/**
 * Full jitter: any time between nothing and a bound that doubles with every failure up to 10 s, so that many
 * runs that failed together do not come back together
 * (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). A retry waits in its run's row
 * (`wakeAt`, written by `releaseRun` in lease.ts), not in memory.
 *
 * @param failures consecutive ones, from 1
 * @param random in [0, 1)
 * @returns milliseconds, at least 15
 */
export function backoffMs(failures: number, random: number): number {
  const bound = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** Math.min(failures, 20));
  return Math.max(POLL_FLOOR_MS, Math.floor(random * bound));
}

/** Pause before a database that was away or busy is asked again, after so many times. */
export const databasePauseMs = (failures: number): number =>
  Math.min(DATABASE_PAUSE_MAX_MS, DATABASE_PAUSE_MS * 2 ** Math.min(failures - 1, 10));

/**
 * How a worker paces its polls of the cloud: the first pause in milliseconds, and the setting POLL_FACTOR.
 */
export interface PollPace {
  firstPollMs: number;
  pollFactor: number;
}

/**
 * Pause before the next poll of something that moves, after so many polls of it. Pauses grow with what has
 * passed: an end is seen at most about a fifth of the whole too late, and long work costs few calls.
 */
export function pollMs(polls: number, { firstPollMs, pollFactor }: PollPace): number {
  const pause = Math.min(POLL_MAX_MS, firstPollMs * POLL_GROWTH ** Math.min(polls, 40));
  return Math.max(POLL_FLOOR_MS, Math.round(pause * pollFactor));
}
