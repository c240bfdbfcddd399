import type { Logger } from "@greenroom/logger";
import type { QueueConnection } from "./connection";
import type { Enqueue } from "./contract";
import { createProducer } from "./producer";

/**
 * The producer's side. A payload that its definition refuses throws (it is a bug); a queue that is away or slow is logged after
 * at most 2 s and nothing is thrown.
 */
export function createEnqueue(
  connection: QueueConnection,
  log: Pick<Logger, "warn">,
): { enqueue: Enqueue; close: () => Promise<void> } {
  const producer = createProducer(connection);
  const enqueue: Enqueue = async (job, payload, { jobId, delayMs } = {}) => {
    const data = job.payload.parse(payload);
    try {
      await producer.add(job.queue, job.name, data, {
        jobId,
        delay: delayMs ? Math.ceil(delayMs) : undefined,
      });
    } catch (error) {
      log.warn(
        { err: error, job: job.name, payload: data },
        "The queue did not take a wake-up; the sweep will.",
      );
    }
  };
  return { enqueue, close: producer.close };
}
