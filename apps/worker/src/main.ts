import { setTimeout as sleep } from "node:timers/promises";
import { sweepTests, TEST_SWEEP_MS } from "@greenroom/accounts/handlers";
import {
  type CheckpointSigner,
  createCheckpointSigner,
  findWeaknesses,
  openSigningFolder,
} from "@greenroom/audit";
import { readConfig } from "@greenroom/config";
import { scheduleCostJobs } from "@greenroom/costs/handlers";
import { CHECK_SWEEP_MS, sweepChecks } from "@greenroom/drift/handlers";
import { isAppError } from "@greenroom/errors";
import { HEALTH_SWEEP_MS, sweepHealth } from "@greenroom/health/handlers";
import { pruneSessions } from "@greenroom/identity";
import { createLogger } from "@greenroom/logger";
import { createSweeper, pruneRuns, SWEEP_INTERVAL_MS } from "@greenroom/provisioning/handlers";
import { type QueueRuntime, startQueueRuntime } from "@greenroom/queue";
import { expireRequests } from "@greenroom/requests";
import { compose } from "./compose";
import { createHandlers, JOBS } from "./handlers";
import { startHealthServer } from "./health-server";
import { runEvery } from "./run-every";
import { warmUp } from "./warm-up";

/**
 * Most slices end in far less. What goes on after that, such as a synthesis, is handed to another worker,
 * which begins it anew.
 */
const GRACE_MS = 800;
/** Connections that do not close in time end with the process. */
const CLOSE_LIMIT_MS = 400;
const RETRY_START_MS = 1_000;
/**
 * Requests and sessions are over after days, checkpoints are due after an hour: looking each minute is soon
 * enough.
 */
const CHORE_INTERVAL_MS = 60_000;

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
  const loops = startLoops(openSigner());
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
  await Promise.race([Promise.allSettled([close(), ...loops]), limit]);
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

/**
 * Null where the audit trail is not signed. Runs are more urgent than checkpoints: no worker ends for want of
 * them.
 */
function openSigner(): CheckpointSigner | null {
  const { AUDIT_FOLDER: folder, AUDIT_KEY_FILE: keyFile } = config;
  if (folder === undefined || keyFile === undefined) {
    log.warn("The audit trail is not signed: set AUDIT_FOLDER and AUDIT_KEY_FILE.");
    return null;
  }
  try {
    return createCheckpointSigner(deps, openSigningFolder(folder, keyFile));
  } catch (error) {
    log.error({ err: error }, "The audit trail cannot be signed.");
    return null;
  }
}

/** What is looked after for as long as the worker runs. */
function startLoops(signer: CheckpointSigner | null): Promise<void>[] {
  const until = { log, stop: stop.signal };
  return [
    runEvery(SWEEP_INTERVAL_MS, "overdue runs", createSweeper(deps), until),
    runEvery(TEST_SWEEP_MS, "tests of accounts that wait", () => sweepTests(deps), until),
    runEvery(CHECK_SWEEP_MS, "drift checks that are due", () => sweepChecks(deps), until),
    runEvery(HEALTH_SWEEP_MS, "health checks that are due", () => sweepHealth(deps), until),
    runEvery(CHORE_INTERVAL_MS, "requests that expired", () => expireRequests(deps), until),
    runEvery(CHORE_INTERVAL_MS, "sessions that are over", () => pruneSessions(deps), until),
    runEvery(CHORE_INTERVAL_MS, "logs and plans that are over for long", () => pruneRuns(deps), until),
    runEvery(CHORE_INTERVAL_MS, "checkpoints of the audit trail", async () => signer?.sign(), until),
    scheduleCostJobs(deps, stop.signal),
  ];
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
    log.fatal({ err: error }, isAppError(error) ? error.message : "The worker could not start.");
    process.exit(1);
  },
);
