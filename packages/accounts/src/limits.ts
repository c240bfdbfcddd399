/** A worker that died with a test is not waited for longer; a test of many regions takes some seconds. */
export const TEST_TAKEN_MS = 120_000;
/** How old a test is before it counts as one whose wake-up the queue has lost. */
export const TEST_LATENESS_MS = 4_000;
export const TEST_SWEEP_MS = 5_000;
/** Tests that one look picks up; there are no more than accounts. */
export const TEST_BATCH = 20;
/** Accounts of one Greenroom: the form lists them all. */
export const MAX_ACCOUNTS = 500;
