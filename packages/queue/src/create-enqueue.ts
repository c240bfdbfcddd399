import type { Logger } from "@greenroom/logger";
import type { ProducerQueue, QueueConnection } from "./connection";
import type { Enqueue } from "./contract";
import { PRODUCER_TIMEOUT_MS } from "./limits";

/**
 * The producer's side. A payload that its definition refuses throws (it is a bug); a queue that is away or slow is logged after
 * at most 2 s and nothing is thrown.
 */
export function createEnqueue(
  connection: QueueConnection,
  log: Pick<Logger, "warn">,
): { enqueue: Enqueue; close: () => Promise<void> } {
  const queues = new Map<string, ProducerQueue>();
  const queueOf = (name: string) => {
    const known = queues.get(name);
    if (known) return known;
    const queue = connection.openQueue(name);
    queue.on("error", () => {
      // Each failed call is logged below; the connection's own retries would only repeat it.
    });
    queues.set(name, queue);
    return queue;
  };

  const enqueue: Enqueue = async (job, payload, options = {}) => {
    const data = job.payload.parse(payload);
    try {
      await withTimeout(
        queueOf(job.queue).add(job.name, data, {
          jobId: options.jobId,
          delay: options.delayMs ? Math.ceil(options.delayMs) : undefined,
          removeOnComplete: true,
          removeOnFail: true,
        }),
        `adding to the queue "${job.queue}"`,
      );
    } catch (error) {
      log.warn(
        { err: error, job: job.name, payload: data },
        "The queue did not take a wake-up; the sweep will.",
      );
    }
  };
  const close = async () => {
    await Promise.allSettled(
      [...queues.values()].map((queue) => withTimeout(queue.close(), "closing the queue")),
    );
  };
  return { enqueue, close };
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
