import { MAX_REMEMBERED } from "./limits";

export interface Rate {
  /** What may be taken at once. */
  burst: number;
  /** What comes back each second. */
  perSecond: number;
}

/** How much of something each of many may take, by whoever they are. */
export interface Allowance {
  /**
   * Takes an amount, at most the burst. @returns 0 when it was there; else nothing was taken, and the seconds
   * until it is
   */
  take(who: string, amount?: number): number;
}

/**
 * Allowances in this process's memory (a token bucket for each): a second portal process has its own, so that
 * two allow twice as much.
 * @param now milliseconds of a clock that never goes back
 */
export function createAllowance(
  { burst, perSecond }: Rate,
  now: () => number = () => performance.now(),
): Allowance {
  const taken = new Map<string, { amount: number; at: number }>();
  return {
    take(who, amount = 1) {
      const at = now();
      const before = taken.get(who);
      const rest = before ? Math.max(0, before.amount - ((at - before.at) / 1000) * perSecond) : 0;
      const sum = rest + Math.min(amount, burst);
      if (sum > burst) return Math.ceil((sum - burst) / perSecond);
      taken.delete(who);
      taken.set(who, { amount: sum, at });
      if (taken.size > MAX_REMEMBERED) taken.delete(taken.keys().next().value as string);
      return 0;
    },
  };
}
