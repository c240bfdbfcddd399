/**
 * How often an environment is looked at by itself: what serves visitors more often than what serves tests.
 */
const HOUR_SECONDS = 3_600;
export const CHECK_INTERVAL_SECONDS = {
  prod: 4 * HOUR_SECONDS,
  staging: 12 * HOUR_SECONDS,
  dev: 24 * HOUR_SECONDS,
} as const;
/** Checks that are due begin over this part of their interval, so that they do not all begin at once. */
export const JITTER = 0.2;
/**
 * Environments whose check one look begins: a sweep of 1,000 takes some 20 minutes of AWS's five calls a
 * second anyway.
 */
export const DUE_BATCH = 20;
/** Checks that one look wakes whose job the queue has lost, or whose worker has died. */
export const LATE_BATCH = 50;
export const CHECK_SWEEP_MS = 10_000;
/** A worker that died with a check is not waited for longer; one slice makes a few calls a stack. */
export const SLICE_MS = 60_000;
/**
 * A detection takes from seconds to minutes:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DetectStackDrift.html
 */
export const POLL_MS = 5_000;
/** How long AWS may stay away, or another detection be under way, before the check is given up. */
export const CHECK_LIMIT_MS = 30 * 60_000;
/** A rule that lasts for ever is forgotten; a quarter is enough to change the template. */
export const MAX_IGNORE_DAYS = 90;
/** Differences that a page shows; more than these are one fault. */
export const MAX_FINDINGS = 500;
/** Longest value of a property that is kept: it is shown, not sent back. */
export const MAX_VALUE_CHARS = 20_000;
/** Environments whose states one call asks for: a page of their list. */
export const MAX_STATES = 100;
/** Types that the fleet's page names. */
export const MAX_TYPES = 8;
