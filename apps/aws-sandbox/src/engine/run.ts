import { setImmediate, setTimeout } from "node:timers/promises";
import type { Sandbox } from "../sandbox";
import type { Operation, Stack } from "../state/types";

/** The sandbox is stopping (the next start goes on from here) or was reset (there is nothing to go on with). */
export class Stopped extends Error {}

/** The operation was cancelled while a resource was being waited for. */
export class Cancelled extends Error {}

/** A resource could not be created, updated or deleted; the message is the event's reason. */
export class ResourceFailure extends Error {}

/** One stack operation being carried out in this process. */
export interface Run {
  sandbox: Sandbox;
  stack: Stack;
  operation: Operation;
  /** Aborted when a sibling failed or someone cancelled: what is being waited for ends as "cancelled". */
  cancel: AbortController;
}

/**
 * Waits until the given time (epoch milliseconds), at least one turn of the event loop.
 * @throws Stopped when the sandbox stops or has been reset, Cancelled when the run is cancelled.
 */
export async function waitUntil(run: Run, until: number, isCancellable = true): Promise<void> {
  const { shutdown } = run.sandbox;
  const signals = isCancellable ? [shutdown, run.cancel.signal] : [shutdown];
  const signal = AbortSignal.any(signals);
  const delay = until - Date.now();
  try {
    if (delay > 0) await setTimeout(delay, undefined, { signal });
    else await setImmediate(undefined, { signal });
  } catch (error) {
    if (shutdown.aborted || isForgotten(run)) throw new Stopped();
    if (run.cancel.signal.aborted) throw new Cancelled();
    throw error;
  }
  if (isForgotten(run)) throw new Stopped();
}

function isForgotten({ sandbox, stack }: Run): boolean {
  return sandbox.store.stacks.get(stack.stackId) !== stack;
}
