import { setImmediate, setTimeout } from "node:timers/promises";
import type { Run } from "../sandbox";

/**
 * The sandbox is stopping (the next start goes on from here) or was reset (there is nothing to go on with).
 */
export class Stopped extends Error {}

/** The operation was cancelled while a resource was being waited for. */
export class Cancelled extends Error {}

/** A resource could not be created, updated or deleted; the message is the event's reason. */
export class ResourceFailure extends Error {}

/** Node's timers wrap around beyond 31 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface WaitOptions {
  /** Default true. */
  isCancellable?: boolean;
  /** Ends the wait early. */
  wake?: AbortSignal;
}

/**
 * Waits until the given time (epoch milliseconds), at least one turn of the event loop.
 * @throws Stopped when the sandbox stops or has been reset, Cancelled when the run is cancelled.
 */
export async function waitUntil(run: Run, until: number, options: WaitOptions = {}): Promise<void> {
  const { isCancellable = true, wake } = options;
  const { shutdown } = run.sandbox;
  const delay = until - Date.now();
  const ends = [shutdown, ...(isCancellable ? [run.cancel.signal] : []), ...(wake ? [wake] : [])];
  if (delay > 0) await pause(delay, ends);
  else await setImmediate();
  if (shutdown.aborted || isForgotten(run)) throw new Stopped();
  if (isCancellable && run.cancel.signal.aborted) throw new Cancelled();
}

/** Ends after the time, or as soon as one of the signals is given. */
async function pause(milliseconds: number, signals: AbortSignal[]): Promise<void> {
  const signal = AbortSignal.any(signals);
  try {
    await setTimeout(Math.min(milliseconds, LONGEST_TIMER_MS), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function isForgotten({ sandbox, stack }: Run): boolean {
  return sandbox.store.stacks.get(stack.stackId) !== stack;
}
