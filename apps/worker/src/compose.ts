import { randomUUID } from "node:crypto";
import os from "node:os";
import { createAccountTester } from "@greenroom/cloud/account-access";
import { type CloudStacksOptions, createCloudStacks } from "@greenroom/cloud/cloudformation";
import { createAlarmReader } from "@greenroom/cloud/cloudwatch";
import { createCostExplorer } from "@greenroom/cloud/cost-explorer";
import { createPolicyChecker } from "@greenroom/cloud/policy";
import { createSynthesizer, withParameters } from "@greenroom/cloud/synth";
import type { Config } from "@greenroom/config";
import type { Logger } from "@greenroom/logger";
import { createDatabase } from "@greenroom/prisma";
import { keepPresence, type Presence } from "@greenroom/provisioning/handlers";
import { createEnqueue, createQueueConnection, type QueueConnection } from "@greenroom/queue";
import { recordPlanFailed, recordPlanned } from "@greenroom/requests";
import type { WorkerDeps } from "./handlers";

/**
 * CloudFormation never does anything within a second and answers about five Describe calls in one; an
 * emulator does and answers more.
 */
const FIRST_POLL_MS = { aws: 1_000, endpoint: 200, sandbox: 20 };

export interface Composition {
  deps: WorkerDeps;
  queue: QueueConnection;
  presence: Presence;
  /** Ends the child processes and every connection. */
  close(): Promise<void>;
}

/** The worker's real dependencies, each built once. Only its presence connects by itself. */
export function compose(config: Config, log: Logger): Composition {
  // A slice holds one connection while it writes, the heartbeat and the sweep need another now and then.
  const db = createDatabase(config.DATABASE_URL, config.WORKER_CONCURRENCY + 4);
  const queue = createQueueConnection({ redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL });
  const producer = createEnqueue(queue, log);
  const boundary = config.AWS_PERMISSIONS_BOUNDARY_ARN;
  const synthesizer = withParameters(
    createSynthesizer(),
    boundary === undefined ? {} : { PermissionsBoundary: boundary },
  );
  const policyChecker = createPolicyChecker();
  const cloud: CloudStacksOptions = {
    mode: config.AWS_MODE,
    endpoint: config.AWS_ENDPOINT_URL,
    executionRoleArn: config.AWS_EXECUTION_ROLE_ARN,
    // The simulated AWS never sees the keys that somebody has in their shell; another emulator does when
    // there are some.
    ownKeys: config.AWS_MODE === "endpoint" && config.AWS_ACCESS_KEY_ID ? "chain" : undefined,
  };
  const stacks = createCloudStacks(cloud);
  const alarms = createAlarmReader(cloud);
  const costExplorer = config.AWS_MODE === "aws" && config.AWS_COST_EXPLORER ? createCostExplorer() : null;
  const now = () => new Date();
  const workerId = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const presence = keepPresence(config.DATABASE_URL, { db, workerId, log });
  const deps: WorkerDeps = {
    db,
    enqueue: producer.enqueue,
    synthesizer,
    policyChecker,
    stacks,
    alarms,
    costExplorer,
    accountTester: createAccountTester(cloud),
    log,
    now,
    random: Math.random,
    firstPollMs: FIRST_POLL_MS[config.AWS_MODE],
    pollFactor: config.POLL_FACTOR,
    workerId,
    isPresent: presence.isSeen,
    onPlanned: (tx, plan) => recordPlanned({ now }, tx, plan),
    onPlanFailed: (tx, plan) => recordPlanFailed({ now }, tx, plan),
  };
  const close = async () => {
    stacks.close();
    alarms.close();
    costExplorer?.close();
    await Promise.allSettled([
      synthesizer.close(),
      policyChecker.close(),
      producer.close(),
      db.$disconnect(),
    ]);
  };
  return { deps, queue, presence, close };
}
