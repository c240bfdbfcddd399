import { setTimeout as sleep } from "node:timers/promises";
import { findWeaknesses } from "@greenroom/audit";
import { readConfig } from "@greenroom/config";
import { keepCounting } from "@greenroom/costs/handlers";
import { fromUnknown, isAppError } from "@greenroom/errors";
import { pruneSessions } from "@greenroom/identity";
import { createLogger } from "@greenroom/logger";
import { keepSweeping } from "@greenroom/provisioning/handlers";
import { type QueueRuntime, startQueueRuntime } from "@greenroom/queue";
import { expireRequests } from "@greenroom/requests";
import { compose } from "./compose";
import { createHandlers, JOBS } from "./handlers";
import { startHealthServer } from "./health-server";
import { warmUp } from "./warm-up";

/** Most slices end in far less. What goes on after that, such as a synthesis, is handed to another worker, which begins it anew. */
const GRACE_MS = 800;
/** Connections that do not close in time end with the process. */
const CLOSE_LIMIT_MS = 400;
const RETRY_START_MS = 1_000;
/** A request or a session is over after days: looking each minute is soon enough. */
const EXPIRE_INTERVAL_MS = 60_000;

const config = readConfig();
const log = createLogger("worker", config.LOG_LEVEL);
const { deps, queue, presence, close } = compose(config, log);
const stop = new AbortController();
let runtime: QueueRuntime | null = null;

async function main(): Promise<void> {
  const health = await startHealthServer(config.WORKER_PORT, readHealth);
  if (config.WORKER_WARM_UP)
    warmUp(deps).catch((error) => log.warn({ err: error }, "The first plan will wait: warming up failed."));
  runtime = await startRuntime();
  await warnOfWeaknesses();
  const sweeping = keepSweeping(deps, stop.signal);
  const expiring = keepExpiring();
  const counting = keepCounting(deps, stop.signal);
  log.info({ port: health.port, queue: queue.backend, aws: config.AWS_MODE }, "The worker is ready.");

  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  log.info("The worker is stopping.");
  stop.abort();
  await runtime?.close(GRACE_MS);
  const limit = sleep(CLOSE_LIMIT_MS, undefined, { ref: false });
  await Promise.race([presence.leave(), limit]);
  health.close();
  await Promise.race([Promise.allSettled([close(), sweeping, expiring, counting]), limit]);
}

/** A queue that is not there yet is waited for; one that must not be used ends the process. */
async function startRuntime(): Promise<QueueRuntime> {
  for (;;) {
    try {
      return await startQueueRuntime({
        connection: queue,
        jobs: JOBS,
        handlers: createHandlers(deps),
        concurrency: config.WORKER_CONCURRENCY,
        log,
      });
    } catch (error) {
      if (isAppError(error)) throw error;
      log.warn({ err: error }, "The queue is not there yet; trying again.");
      await sleep(RETRY_START_MS);
    }
  }
}

/** Of a database that is away nothing is said: whoever runs it has other worries. */
async function warnOfWeaknesses(): Promise<void> {
  for (const weakness of await findWeaknesses(deps.db).catch(() => [])) log.warn(weakness);
}

async function keepExpiring(): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      await expireRequests(deps);
      await pruneSessions(deps);
    } catch (error) {
      log.warn({ err: fromUnknown(error) }, "Could not look for requests and sessions that are over.");
    }
    await sleep(EXPIRE_INTERVAL_MS, undefined, { signal: stop.signal }).catch(() => {});
  }
}

async function readHealth() {
  const isDatabaseThere = await deps.db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const isQueueFlowing = runtime?.isHealthy() ?? false;
  return {
    ok: isDatabaseThere && isQueueFlowing && !stop.signal.aborted,
    details: { database: isDatabaseThere, queue: isQueueFlowing, backend: queue.backend },
  };
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    log.fatal({ err: error }, isAppError(error) ? error.userMessage : "The worker could not start.");
    process.exit(1);
  },
);
