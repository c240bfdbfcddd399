import { setTimeout as sleep } from "node:timers/promises";

export interface RateLimiter {
  /** Resolves when the caller may go on. */
  take(key: string): Promise<void>;
}

/**
 * A token bucket per key: `burst` calls at once, then `perSecond`. Callers are served in the order they came.
 * CloudFormation throttles Describe calls at about five a second per account and region, which cannot be
 * raised.
 */
export function createRateLimiter(
  { perSecond, burst }: { perSecond: number; burst: number },
  clock: { now(): number; sleep(ms: number): Promise<unknown> } = { now: () => performance.now(), sleep },
): RateLimiter {
  /** When the next token of each key is free; a bucket that is full lies `burst` intervals back. */
  const freeAt = new Map<string, number>();
  const intervalMs = 1000 / perSecond;
  return {
    async take(key) {
      const now = clock.now();
      const slot = Math.max(freeAt.get(key) ?? 0, now - (burst - 1) * intervalMs);
      freeAt.set(key, slot + intervalMs);
      if (slot > now) await clock.sleep(slot - now);
    },
  };
}

export const UNLIMITED: RateLimiter = { take: async () => {} };
