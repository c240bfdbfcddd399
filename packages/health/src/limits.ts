import type { CheckKind } from "./check-kinds";

const MINUTE_MS = 60_000;

/** Between two looks at an environment: as often as CloudWatch's alarms are evaluated. */
export const LOOK_EVERY_MS = MINUTE_MS;
/**
 * How often each check is made. CloudFormation lets about five calls a second through, which deployments
 * need: stacks change by runs, after which they are looked at anyway.
 */
export const CHECK_EVERY_MS = { STACKS: 30 * MINUTE_MS, ALARMS: MINUTE_MS } as const satisfies Record<
  CheckKind,
  number
>;
/** Older than this a result counts no more: some tries may fail, not all of them. */
export const STALE_AFTER_MS = { STACKS: 90 * MINUTE_MS, ALARMS: 5 * MINUTE_MS } as const satisfies Record<
  CheckKind,
  number
>;
/** What one check may take; a few short calls. */
export const CHECK_LIMIT_MS = 30_000;
/** A worker that died with a look is not waited for longer. */
export const LEASE_MS = 2 * MINUTE_MS;
export const HEALTH_SWEEP_MS = 5_000;
/** Looks that one sweep begins: 1,000 environments a minute. */
export const DUE_BATCH = 100;
/** Things that are wrong which a check keeps by name; more than these are one fault. */
export const MAX_FACTS = 50;
/** Periods that a page shows, the last first. */
export const MAX_INCIDENTS = 50;
