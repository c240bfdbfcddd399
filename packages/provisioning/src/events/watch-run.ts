import { notSignedIn, reloadActor } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import { isActive } from "../lifecycle";
import { getAccessibleRun } from "../queries/run-access";
import type { RunEventView } from "../schema";
import type { RunEventFeed } from "./run-event-feed";
import { listRunEvents } from "./run-events";

/**
 * How long a page may lag behind when the feed is silent although something happened, and how long somebody
 * whose role or session was taken away may still look: under a second.
 */
const POLL_MS = 800;
const BATCH_SIZE = 500;

interface WatchDeps {
  db: Database;
  runEvents: RunEventFeed;
  now: () => Date;
  /** Tests that must hear of events by the feed alone lengthen it. */
  pollMs?: number;
}

/**
 * Events of a run as they are written, each exactly once and in order, from the one after `lastEventId`. Ends
 * when the run is settled and its last event was given, or when `signal` aborts.
 * @throws NOT_FOUND also for a run of a team the actor does not see, before anything is given; later, as soon
 * as they no longer see it; UNAUTHENTICATED when they were disabled or signed out meanwhile
 */
export async function watchRun(
  deps: WatchDeps,
  actor: Actor,
  input: { runId: string; lastEventId?: number | null },
  signal: AbortSignal,
): Promise<AsyncGenerator<RunEventView, void, undefined>> {
  const run = await getAccessibleRun(deps.db, actor, input.runId);
  return follow(deps, actor, run.id, input.lastEventId ?? 0, signal);
}

async function* follow(
  { db, runEvents, now, pollMs = POLL_MS }: WatchDeps,
  actor: Actor,
  runId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<RunEventView, void, undefined> {
  const notifier = createNotifier(signal);
  const unsubscribe = runEvents.subscribe(runId, notifier.notify);
  try {
    let last = after;
    while (!signal.aborted) {
      const current = await reloadActor(db, actor, now());
      if (!current) throw notSignedIn();
      // Read before the events: whatever was written when the run settled is then among them.
      const run = await getAccessibleRun(db, current, runId);
      if (run.eventsRemovedAt) return;
      const events = await listRunEvents(db, runId, last, BATCH_SIZE);
      const before = last;
      for (const event of events) {
        // A number not yet visible comes with a transaction that is still open; the ones behind it wait for
        // it.
        if (event.sequence !== last + 1) break;
        yield event;
        last = event.sequence;
      }
      if (!isActive(run.status) && last >= run.lastSequence) return;
      // Only what was given to its end lets it read on at once; whatever else it found, it waits.
      if (last - before < BATCH_SIZE) await notifier.notified(pollMs);
    }
  } finally {
    unsubscribe();
  }
}

/**
 * Remembers a notice that comes while nobody waits, so that none is lost between a read and the next wait.
 */
function createNotifier(signal: AbortSignal) {
  let isNotified = false;
  let wake = () => {};
  const notify = () => {
    isNotified = true;
    wake();
  };
  signal.addEventListener("abort", notify, { once: true });
  const notified = async (timeoutMs: number): Promise<void> => {
    if (!isNotified) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    isNotified = false;
    wake = () => {};
  };
  return { notify, notified };
}
