/** Taken by every writer of the trail until its transaction ends, so that each row sees the one before. Any fixed number does. */
export const AUDIT_LOCK = 4_106_001;

/** Rows read at once while verifying: about 3 MB, so that memory stays flat however long the trail is. */
export const VERIFY_PAGE_SIZE = 5_000;
