/** The control of approve-to-start: a bare BullMQ worker that tells its parent when each job began. */
import { createQueueConnection } from "@greenroom/queue";

const [databaseUrl = "", name = ""] = process.argv.slice(2);
const consumer = createQueueConnection({ databaseUrl }).openConsumer(name, 8, async (job) => {
  process.send?.({ jobId: job.id, startedAtMs: performance.timeOrigin + performance.now() });
});
consumer.on("error", (error) => console.error(error));
await consumer.waitUntilReady();
process.send?.({ ready: true });
