import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@greenroom/logger";
import { assertNoEviction } from "./assert-no-eviction";
import type { Consumer, DeliveredJob, QueueConnection } from "./connection";
import type { Handler, HandlersOf, JobDefinition } from "./contract";
import { PROBE_INTERVAL_MS, RUN_RETRY_DELAY_MS, SILENCE_LIMIT_MS } from "./limits";
import { createProducer, type Producer } from "./producer";

/** Name of the job that only proves that jobs flow. */
const PROBE = "probe";
const CLOSE_POLL_MS = 10;
const CLOSE_LIMIT_MS = 400;

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
  /** Replaces the consumer by a new one. */
  reopen: () => Promise<void>;
  lastStart: number;
  active: number;
}

/**
 * Starts the consumers of every queue that the jobs name, and waits until they are connected. Handlers get
 * payloads that their definition accepted; what a handler throws is logged, and the job is gone: rows decide
 * whether there is more to do.
 *
 * @throws INVALID_INPUT when Redis may evict keys (see assertNoEviction)
 */
export async function startQueueRuntime<const Jobs extends readonly JobDefinition[]>(
  input: QueueRuntimeInput<Jobs>,
): Promise<QueueRuntime> {
  const { connection } = input;
  const silenceLimitMs = input.silenceLimitMs ?? SILENCE_LIMIT_MS;
  await assertNoEviction(connection);
  const stop = new AbortController();
  const dispatch = createDispatch(input, stop.signal);
  const open = (name: string) => openState(input, name, dispatch);

  const states = await Promise.all([...new Set(input.jobs.map((job) => job.queue))].map(open));
  const producer = createProducer(connection);
  void keepProbing(input, producer, states, stop.signal);

  return {
    isHealthy: () =>
      states.every((state) => state.active > 0 || Date.now() - state.lastStart < silenceLimitMs),
    close: async (graceMs) => {
      await Promise.allSettled(states.map((state) => state.consumer.pause(true)));
      stop.abort();
      const deadline = Date.now() + graceMs;
      const isBusy = () => states.some((state) => state.active > 0);
      while (isBusy() && Date.now() < deadline) await sleep(CLOSE_POLL_MS);
      const closed = Promise.allSettled([
        ...states.map((state) => state.consumer.close(state.active > 0)),
        producer.close(),
      ]);
      // With its backend away BullMQ waits for it; the process wants to end.
      await Promise.race([closed, sleep(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    },
  };
}

type Dispatch = (job: DeliveredJob) => Promise<void>;
type RuntimeNeeds = Pick<
  QueueRuntimeInput<readonly JobDefinition[]>,
  "connection" | "concurrency" | "log" | "probeIntervalMs" | "silenceLimitMs"
>;

async function openState(needs: RuntimeNeeds, name: string, dispatch: Dispatch): Promise<QueueState> {
  const state = { name, lastStart: Date.now(), active: 0 } as QueueState;
  state.consumer = await openConsumer(needs, state, dispatch);
  state.reopen = async () => {
    const old = state.consumer;
    state.consumer = await openConsumer(needs, state, dispatch);
    state.lastStart = Date.now();
    old.close(true).catch(() => {});
  };
  return state;
}

/**
 * A consumer that is connected. BullMQ keeps the outcome of its first attempt, so one that was made while its
 * database was away is thrown away and made anew.
 */
async function openConsumer(
  { connection, concurrency, log }: RuntimeNeeds,
  state: QueueState,
  dispatch: Dispatch,
): Promise<Consumer> {
  for (;;) {
    const consumer = connection.openConsumer(state.name, concurrency, async (job) => {
      state.lastStart = Date.now();
      state.active++;
      try {
        await dispatch(job);
      } finally {
        state.active--;
      }
    });
    consumer.on("error", (error) => log.warn({ err: error, queue: state.name }, "The queue has a problem."));
    try {
      await consumer.waitUntilReady();
      return consumer;
    } catch (error) {
      log.warn({ err: error, queue: state.name }, "The queue is not there yet; trying again.");
      consumer.close(true).catch(() => {});
      await sleep(RUN_RETRY_DELAY_MS);
    }
  }
}

/** Proves that jobs flow: bullmq#4378 describes consumers that die while they say they run. */
async function keepProbing(
  { log, probeIntervalMs = PROBE_INTERVAL_MS, silenceLimitMs = SILENCE_LIMIT_MS }: RuntimeNeeds,
  producer: Producer,
  states: readonly QueueState[],
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    await sleep(probeIntervalMs, undefined, { signal: stop }).catch(() => {});
    for (const state of stop.aborted ? [] : states) {
      const silentMs = Date.now() - state.lastStart;
      if (state.active > 0 || silentMs < probeIntervalMs) continue;
      const isSent = await producer.add(state.name, PROBE, {}, { jobId: `probe-${randomUUID()}` }).then(
        () => true,
        () => false,
      );
      if (!isSent || silentMs < silenceLimitMs) continue;
      log.warn({ queue: state.name, silentMs }, "No job has flowed for too long: opening the queue anew.");
      await state.reopen();
    }
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
