import type { z } from "zod";

/** A kind of job: its name, the queue it waits in, and a payload of ids only. */
export interface JobDefinition<Name extends string = string, Payload extends object = object> {
  name: Name;
  queue: string;
  payload: z.ZodType<Payload>;
}

interface EnqueueOptions {
  /** The same id twice is one job. No colon in it (BullMQ refuses one). */
  jobId?: string;
  delayMs?: number;
}

/**
 * What commands are given to wake the worker. It never fails because the queue is away: that is logged, and
 * nothing is lost, since the row is the truth and a sweep finds it.
 */
export type Enqueue = <Name extends string, Payload extends object>(
  job: JobDefinition<Name, Payload>,
  payload: Payload,
  options?: EnqueueOptions,
) => Promise<void>;

/** Runs in the worker. `signal` aborts when the process stops. */
export type Handler<Payload extends object> = (payload: Payload, signal: AbortSignal) => Promise<void>;

/** One handler for each job of a list: a job without a handler, or with another's, does not compile. */
export type HandlersOf<Jobs extends readonly JobDefinition[]> = {
  [Job in Jobs[number] as Job["name"]]: Job extends JobDefinition<string, infer Payload>
    ? Handler<Payload>
    : never;
};
