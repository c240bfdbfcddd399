const HOUR_MS = 3_600_000;

/** Whoever has not been seen for a working day signs in again. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
/** And everybody once a week, however busy they are: a stolen cookie is of no use for longer. */
export const SESSION_MAX_MS = 7 * 24 * HOUR_MS;
/** How exactly it is known when somebody was last seen: a page is a read and rarely also a write. */
export const SESSION_SEEN_EVERY_MS = 5 * 60_000;
