/** The head of the trail is signed after so many rows, */
export const CHECKPOINT_ROWS = 1_000;
/** and when rows have waited for so long. */
export const CHECKPOINT_MS = 3_600_000;
/**
 * How much later than that a checkpoint may come before the audit page says so: a worker looks each minute,
 * and may restart.
 */
export const CHECKPOINT_GRACE_MS = 10 * 60_000;

/** Rows read at once while verifying: about 3 MB, so that memory stays flat however long the trail is. */
export const VERIFY_PAGE_SIZE = 5_000;
