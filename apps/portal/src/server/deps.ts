import "server-only";
import { type CheckpointFolder, findWeaknesses, openCheckpointFolder } from "@greenroom/audit";
import { type Config, readConfig } from "@greenroom/config";
import { createLogger, type Logger } from "@greenroom/logger";
import { createDatabase, type Database } from "@greenroom/prisma";
import { createRunEventFeed, type RunEventFeed } from "@greenroom/provisioning/router";
import { createEnqueue, createQueueConnection, type Enqueue } from "@greenroom/queue";

/** A person waits for the answer: better a page that says what is wrong. */
const QUERY_TIMEOUT_MS = 5_000;

export interface PortalDeps {
  config: Config;
  db: Database;
  enqueue: Enqueue;
  log: Logger;
  now: () => Date;
  runEvents: RunEventFeed;
  /** Null where no worker signs the audit trail. */
  checkpoints: CheckpointFolder | null;
  /** Simulated stacks have no page in the AWS console. */
  hasAwsConsole: boolean;
  /** A rate without its date would be a guess, so it takes both settings to show won. */
  krw: { perUsd: string; date: string } | null;
}

/** Kept on globalThis, because a development server loads this module anew after every edit. */
const store = globalThis as typeof globalThis & { greenroomPortalDeps?: PortalDeps };

/**
 * Real dependencies of this process, built at the first request: a build of the portal has no settings to
 * read.
 */
export function getDeps(): PortalDeps {
  store.greenroomPortalDeps ??= createDeps();
  return store.greenroomPortalDeps;
}

function createDeps(): PortalDeps {
  const config = readConfig();
  const log = createLogger("portal", config.LOG_LEVEL);
  const connection = createQueueConnection({ redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL });
  const { enqueue } = createEnqueue(connection, log);
  const db = createDatabase(config.DATABASE_URL, undefined, QUERY_TIMEOUT_MS);
  findWeaknesses(db).then(
    (weaknesses) => weaknesses.map((weakness) => log.warn(weakness)),
    () => {},
  );
  return {
    config,
    log,
    enqueue,
    db,
    now: () => new Date(),
    runEvents: createRunEventFeed(config.DATABASE_URL, log),
    krw:
      config.KRW_PER_USD && config.KRW_RATE_DATE
        ? { perUsd: config.KRW_PER_USD, date: config.KRW_RATE_DATE }
        : null,
    checkpoints: config.AUDIT_FOLDER === undefined ? null : openCheckpointFolder(config.AUDIT_FOLDER),
    hasAwsConsole: config.AWS_MODE === "aws",
  };
}
