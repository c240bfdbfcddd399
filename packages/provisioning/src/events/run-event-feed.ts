import type { Logger } from "@greenroom/logger";
import pg from "pg";

/**
 * Tells that a run has new events. It may tell too often or, while the database is away, not at all: readers
 * also poll.
 */
export interface RunEventFeed {
  /** Calls `listener` when there may be something new; returns how to stop that. */
  subscribe(runId: string, listener: () => void): () => void;
}

/** First and longest pause before connecting again. */
const RECONNECT_MIN_MS = 200;
const RECONNECT_MAX_MS = 5_000;

/**
 * One connection per process that LISTENs to `run_events` (see the migration's trigger) and tells whoever
 * watches the run. It connects with the first subscription and reconnects by itself; after that every
 * listener is told, since something may have been missed.
 * @param url postgres:// address; not of a pooler in transaction mode, which has no LISTEN
 */
export function createRunEventFeed(
  url: string,
  log: Pick<Logger, "warn">,
): RunEventFeed & { close: () => Promise<void> } {
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | null = null;
  let reconnect: NodeJS.Timeout | null = null;
  let pauseMs = RECONNECT_MIN_MS;
  let isClosed = false;

  const tellAll = () => {
    for (const ofRun of listeners.values()) for (const listener of ofRun) listener();
  };
  const lose = (lost: pg.Client, error?: Error) => {
    if (client !== lost) return;
    client = null;
    lost.end().catch(() => {});
    if (isClosed) return;
    log.warn({ err: error }, "Lost the connection that hears of run events; pages poll until it is back.");
    reconnect = setTimeout(connect, pauseMs);
    pauseMs = Math.min(pauseMs * 2, RECONNECT_MAX_MS);
  };
  const connect = () => {
    reconnect = null;
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on("error", (error) => lose(next, error));
    next.on("end", () => lose(next));
    next.on("notification", ({ payload }) => {
      for (const listener of listeners.get(payload?.split(" ")[0] ?? "") ?? []) listener();
    });
    next
      .connect()
      .then(() => next.query("LISTEN run_events"))
      .then(
        () => {
          pauseMs = RECONNECT_MIN_MS;
          tellAll();
        },
        (error: Error) => lose(next, error),
      );
  };

  return {
    subscribe(runId, listener) {
      if (!client && !reconnect && !isClosed) connect();
      const ofRun = listeners.get(runId) ?? new Set();
      listeners.set(runId, ofRun.add(listener));
      return () => {
        ofRun.delete(listener);
        if (ofRun.size === 0 && listeners.get(runId) === ofRun) listeners.delete(runId);
      };
    },
    async close() {
      isClosed = true;
      if (reconnect) clearTimeout(reconnect);
      const last = client;
      client = null;
      await last?.end();
    },
  };
}
