import { randomUUID } from "node:crypto";
import type { ProducerQueue, QueueConnection } from "./connection";
import { PRODUCER_TIMEOUT_MS } from "./limits";

export interface Producer {
  /**
   * Adds a job that leaves nothing behind when it is done. @throws when the queue is away, after at most 2 s
   */
  add(queue: string, name: string, data: object, options?: { jobId?: string; delay?: number }): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens queues as they are needed. One that failed is opened anew at the next call: BullMQ keeps the outcome
 * of its first attempt to connect, so an object that was made while the database was away stays useless.
 */
export function createProducer(connection: QueueConnection): Producer {
  const queues = new Map<string, ProducerQueue>();
  const open = (name: string): ProducerQueue => {
    const queue = queues.get(name) ?? connection.openQueue(name);
    if (!queues.has(name)) {
      queue.on("error", () => {
        // The call that meets the problem throws it.
      });
      queues.set(name, queue);
    }
    return queue;
  };
  return {
    add: async (queueName, name, data, options = {}) => {
      const queue = open(queueName);
      try {
        // Without an id BullMQ makes a sequence in Postgres, and the application's role may change no layout.
        const jobId = options.jobId ?? randomUUID();
        const job = queue.add(name, data, { ...options, jobId, removeOnComplete: true, removeOnFail: true });
        await withTimeout(job, `adding to the queue "${queueName}"`);
      } catch (error) {
        queues.delete(queueName);
        queue.close().catch(() => {});
        throw error;
      }
    },
    close: async () => {
      const closings = [...queues.values()].map((queue) => withTimeout(queue.close(), "closing the queue"));
      await Promise.allSettled(closings);
    },
  };
}

async function withTimeout<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took longer than ${PRODUCER_TIMEOUT_MS} ms`)),
      PRODUCER_TIMEOUT_MS,
    );
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
