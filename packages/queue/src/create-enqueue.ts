import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "@greenroom/logger";
import type { QueueConnection } from "./connection";
import type { Enqueue } from "./contract";
import { ENQUEUE_LIMIT_MS } from "./limits";
import { createProducer } from "./producer";

/**
 * The producer's side. A payload that its definition refuses throws (it is a bug); a queue that is away is
 * logged and nothing is thrown. The caller waits a moment at most: what is added later, or not at all, is
 * found by the sweep.
 */
export function createEnqueue(
  connection: QueueConnection,
  log: Pick<Logger, "warn">,
): { enqueue: Enqueue; close: () => Promise<void> } {
  const producer = createProducer(connection);
  const enqueue: Enqueue = async (job, payload, { jobId, delayMs } = {}) => {
    const data = job.payload.parse(payload);
    const delay = delayMs ? Math.ceil(delayMs) : undefined;
    const added = producer.add(job.queue, job.name, data, { jobId, delay }).catch((error: unknown) => {
      log.warn(
        { err: error, job: job.name, payload: data },
        "The queue did not take a wake-up; the sweep will.",
      );
    });
    await Promise.race([added, sleep(ENQUEUE_LIMIT_MS, undefined, { ref: false })]);
  };
  return { enqueue, close: producer.close };
}
