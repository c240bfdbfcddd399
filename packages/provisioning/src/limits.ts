/**
 * A worker that is paused for this long has lost its run. The runs of one that died are handed on at once:
 * see runs/worker-presence.ts.
 */
export const LEASE_TTL_MS = 10_000;
export const HEARTBEAT_MS = 2_500;
/**
 * The holder stops acting this long before its lease may pass to another (clocks drift, processes are
 * paused).
 */
export const LEASE_MARGIN_MS = 2_000;
/** Jobs are timed by the worker's clock and rows by the database's: a claim may come this much early. */
export const WAKE_TOLERANCE_MS = 50;

/** A slice takes no new piece of work after this, so that each ends within about two seconds. */
export const SLICE_BUDGET_MS = 1_500;

/**
 * Workers that died in a row while this run was the one they worked on: it seems to kill them, so it is set
 * aside.
 */
export const CRASH_LIMIT = 3;

/** First and longest pause before a database that was away or busy is asked again, while the lease holds. */
export const DATABASE_PAUSE_MS = 50;
export const DATABASE_PAUSE_MAX_MS = 500;

/**
 * A worker says this often that it is there; one that was not heard of for so long is there no more. Far
 * longer than a lease, which is what its runs wait for: on a busy machine a worker may be late, and must not
 * count as dead for it.
 */
export const PRESENCE_BEAT_MS = 2_000;
export const PRESENCE_TTL_MS = 30_000;
/** A worker whose lock is gone may only have lost its connection: it has this long to come back. */
export const GONE_FOR_MS = 1_500;

export const SWEEP_INTERVAL_MS = 1_000;
/** A due run that is this late was lost by the queue. */
export const SWEEP_LATENESS_MS = 1_000;
/** A queued run that waited this long says on its page that no worker is free. */
export const WORKER_WAIT_MS = 10_000;
export const SWEEP_BATCH = 200;

/**
 * First and longest pause after the cloud was away or throttled. The cap keeps the promise that a run goes on
 * within 15 s of the cloud's return, also when another worker inherits the pause; a call each 10 s at most is
 * no burden on a throttled API.
 */
export const BACKOFF_BASE_MS = 500;
export const BACKOFF_CAP_MS = 10_000;

/** Longest pause between polls of a stack; the first one is a setting of the worker. */
export const POLL_MAX_MS = 2_000;
export const POLL_GROWTH = 1.25;
/**
 * A pause up to this long is waited out within the slice: giving the run back and waking it again would cost
 * more.
 */
export const PAUSE_IN_SLICE_MS = 250;
/** Even with POLL_FACTOR 0 a loop must not spin. */
export const POLL_FLOOR_MS = 15;

/**
 * Days that the log of a run is kept after its end, and the plan of a request that came to nothing. The audit
 * trail is kept for ever.
 */
export const RETENTION_DAYS = 90;
/** Runs whose log is removed in one transaction, some thousand events each. */
export const PRUNE_BATCH = 20;
