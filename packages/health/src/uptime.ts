import type { HealthState } from "./lifecycle";

const DAY_MS = 86_400_000;
export const UPTIME_DAYS = 30;
/** What environments are to reach. */
export const TARGET_PERCENT = 99.9;
/** What may be lost in 30 days: 43 minutes and 12 seconds. */
export const BUDGET_MS = Math.round((UPTIME_DAYS * DAY_MS * (1000 - TARGET_PERCENT * 10)) / 1000);

export interface Period {
  state: HealthState;
  startedAt: Date;
  /** Null while it lasts. */
  endedAt: Date | null;
}

export interface Uptime {
  /** Share of the known time that it was not unhealthy, 0 to 100; null when nothing is known. */
  percent: number | null;
  /** Time of the last 30 days of which something is known. */
  knownMs: number;
  downMs: number;
  /** What is left of the 43 minutes; below zero when more is lost. */
  budgetLeftMs: number;
}

/**
 * Uptime of the last 30 days. Degraded is up, unhealthy is down; what is not known (before the first look,
 * during runs, while no worker looked) counts as neither.
 * @param knownUntil when what was last known stops to count: a period that lasts is no longer than that
 */
export function uptimeOf(periods: readonly Period[], now: Date, knownUntil: Date): Uptime {
  const from = now.getTime() - UPTIME_DAYS * DAY_MS;
  const lastsUntil = Math.min(now.getTime(), knownUntil.getTime());
  let knownMs = 0;
  let downMs = 0;
  for (const { state, startedAt, endedAt } of periods) {
    if (state === "UNKNOWN") continue;
    const end = endedAt ? Math.min(endedAt.getTime(), now.getTime()) : lastsUntil;
    const ms = Math.max(0, end - Math.max(startedAt.getTime(), from));
    knownMs += ms;
    if (state === "UNHEALTHY") downMs += ms;
  }
  return {
    percent: knownMs === 0 ? null : (100 * (knownMs - downMs)) / knownMs,
    knownMs,
    downMs,
    budgetLeftMs: BUDGET_MS - downMs,
  };
}
