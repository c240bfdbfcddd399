import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@greenroom/logger";
import { assertNoEviction } from "./assert-no-eviction";
import type { Consumer, DeliveredJob, ProducerQueue, QueueConnection } from "./connection";
import type { Handler, HandlersOf, JobDefinition } from "./contract";
import { PROBE_INTERVAL_MS, SILENCE_LIMIT_MS } from "./limits";

/** Name of the job that only proves that jobs flow. */
const PROBE = "probe";
const CLOSE_POLL_MS = 10;
const CLOSE_LIMIT_MS = 1_000;

export interface QueueRuntimeInput<Jobs extends readonly JobDefinition[]> {
  connection: QueueConnection;
  jobs: Jobs;
  handlers: HandlersOf<Jobs>;
  /** Jobs at work at once, per queue. */
  concurrency: number;
  log: Logger;
  /** Tests shorten these. */
  probeIntervalMs?: number;
  silenceLimitMs?: number;
}

export interface QueueRuntime {
  /** Takes no new jobs, tells the running ones, waits for them up to `graceMs`, then lets go. */
  close(graceMs: number): Promise<void>;
  /** Whether jobs have been seen to flow lately, on every queue. */
  isHealthy(): boolean;
}

interface QueueState {
  name: string;
  consumer: Consumer;
  probes: ProducerQueue;
  lastStart: number;
  active: number;
}

/**
 * Starts the consumers of every queue that the jobs name. Handlers get payloads that their definition accepted; what a handler
 * throws is logged, and the job is gone: rows decide whether there is more to do.
 *
 * @throws INVALID_INPUT when Redis may evict keys (see assertNoEviction)
 */
export async function startQueueRuntime<const Jobs extends readonly JobDefinition[]>(
  input: QueueRuntimeInput<Jobs>,
): Promise<QueueRuntime> {
  const { connection, log } = input;
  const probeIntervalMs = input.probeIntervalMs ?? PROBE_INTERVAL_MS;
  const silenceLimitMs = input.silenceLimitMs ?? SILENCE_LIMIT_MS;
  await assertNoEviction(connection);
  const stop = new AbortController();
  const dispatch = createDispatch(input, stop.signal);

  const openConsumer = (state: Omit<QueueState, "consumer">): Consumer => {
    const consumer = connection.openConsumer(state.name, input.concurrency, async (job) => {
      state.lastStart = Date.now();
      state.active++;
      try {
        await dispatch(job);
      } finally {
        state.active--;
      }
    });
    consumer.on("error", (error) => log.warn({ err: error, queue: state.name }, "The queue has a problem."));
    return consumer;
  };

  const states: QueueState[] = [...new Set(input.jobs.map((job) => job.queue))].map((name) => {
    const probes = connection.openQueue(name);
    probes.on("error", () => {
      // A probe that cannot be sent is noticed by its absence.
    });
    const state = { name, probes, lastStart: Date.now(), active: 0 } as QueueState;
    state.consumer = openConsumer(state);
    return state;
  });

  const watch = async () => {
    while (!stop.signal.aborted) {
      await sleep(probeIntervalMs, undefined, { signal: stop.signal }).catch(() => {});
      for (const state of stop.signal.aborted ? [] : states) {
        const silentMs = Date.now() - state.lastStart;
        if (state.active > 0 || silentMs < probeIntervalMs) continue;
        const isSent = await sendProbe(state.probes);
        if (!isSent || silentMs < silenceLimitMs) continue;
        log.warn({ queue: state.name, silentMs }, "No job has flowed for too long: opening the queue anew.");
        const old = state.consumer;
        state.consumer = openConsumer(state);
        state.lastStart = Date.now();
        old.close(true).catch(() => {});
      }
    }
  };
  void watch();

  return {
    isHealthy: () =>
      states.every((state) => state.active > 0 || Date.now() - state.lastStart < silenceLimitMs),
    close: async (graceMs) => {
      await Promise.allSettled(states.map((state) => state.consumer.pause(true)));
      stop.abort();
      const deadline = Date.now() + graceMs;
      const isBusy = () => states.some((state) => state.active > 0);
      while (isBusy() && Date.now() < deadline) await sleep(CLOSE_POLL_MS);
      const closed = Promise.allSettled(
        states.flatMap((state) => [state.consumer.close(state.active > 0), state.probes.close()]),
      );
      // With its backend away BullMQ waits for it; the process wants to end.
      await Promise.race([closed, sleep(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    },
  };
}

async function sendProbe(queue: ProducerQueue): Promise<boolean> {
  try {
    await queue.add(
      PROBE,
      {},
      { jobId: `probe-${randomUUID()}`, removeOnComplete: true, removeOnFail: true },
    );
    return true;
  } catch {
    return false;
  }
}

function createDispatch<Jobs extends readonly JobDefinition[]>(
  { jobs, handlers, log }: QueueRuntimeInput<Jobs>,
  signal: AbortSignal,
): (job: DeliveredJob) => Promise<void> {
  const definitions = new Map(jobs.map((job) => [job.name, job]));
  const handlerOf = new Map(Object.entries(handlers) as [string, Handler<object>][]);
  return async (job) => {
    if (job.name === PROBE) return;
    const definition = definitions.get(job.name);
    const handler = handlerOf.get(job.name);
    if (!definition || !handler) {
      log.error(
        { job: job.name },
        "A job of an unknown name was dropped: an older or newer Greenroom sent it.",
      );
      return;
    }
    try {
      await handler(definition.payload.parse(job.data), signal);
    } catch (error) {
      log.error(
        { err: error, job: job.name, jobId: job.id },
        "A job failed; its row says what happens next.",
      );
    }
  };
}
