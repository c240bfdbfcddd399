import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { createLogger } from "@greenroom/logger";
import { createDatabase } from "@greenroom/prisma";
import { createEnqueue, createQueueConnection } from "@greenroom/queue";
import { approveRequest } from "../../packages/requests/src/commands/approve-request";
import { submitRequest } from "../../packages/requests/src/commands/submit-request";
import type { BenchStack } from "./bench-stack";
import { type BenchDeps, findPeople, type People, until } from "./people";
import { type Finding, milliseconds, quantile, ratioInterval } from "./statistics";

const ROUNDS = 60;
const QUEUE = "bench-raw";

/**
 * From the call that approves to the start of the run's first step, against BullMQ's own add → start, taken
 * in turns.
 */
export async function measureApproveToStart({ databaseUrl }: BenchStack): Promise<Finding[]> {
  const db = createDatabase(databaseUrl);
  const connection = createQueueConnection({ databaseUrl });
  const { enqueue, close } = createEnqueue(connection, createLogger("bench", "silent"));
  const deps: BenchDeps = { db, enqueue, now: () => new Date() };
  const rawQueue = connection.openQueue(QUEUE);
  const rawWorker = fork(new URL("./raw-worker.ts", import.meta.url), [databaseUrl, QUEUE], {
    execArgv: ["--import", "tsx"],
  });
  try {
    await once(rawWorker, "message");
    const people = await findPeople(db);
    const ours: number[] = [];
    const afterCommit: number[] = [];
    const raw: number[] = [];
    for (let round = -3; round < ROUNDS; round++) {
      const rawMs = await rawAddToStart(rawQueue, rawWorker, round);
      const ourMs = await approveToStart(deps, people, round);
      if (round < 0) continue;
      raw.push(rawMs);
      ours.push(ourMs.sinceCall);
      afterCommit.push(ourMs.sinceCommit);
    }
    return [
      compare("approve → first step, p50", 0.5, 3.5, ours, raw),
      compare("approve → first step, p99", 0.99, 2.5, ours, raw),
      compare("from the commit, p50", 0.5, 3.5, afterCommit, raw),
      compare("from the commit, p99", 0.99, 2.5, afterCommit, raw),
    ];
  } finally {
    rawWorker.kill();
    await Promise.allSettled([rawQueue.close(), close(), db.$disconnect()]);
  }
}

function compare(name: string, share: number, goal: number, ours: number[], raw: number[]): Finding {
  const [a, b] = [quantile(ours, share), quantile(raw, share)];
  const [low, high] = ratioInterval(ours, raw, share);
  return {
    what: `${name} (n = ${ours.length})`,
    measured: milliseconds(a),
    control: `BullMQ add → start ${milliseconds(b)}`,
    result: `${(a / b).toFixed(1)}x (95 %: ${low.toFixed(1)} to ${high.toFixed(1)})`,
    goal: `≤ ${goal}x`,
    isMet: a / b <= goal,
  };
}

const nowMs = (): number => performance.timeOrigin + performance.now();

async function rawAddToStart(
  queue: { add(name: string, data: object, options: object): Promise<unknown> },
  worker: ChildProcess,
  round: number,
): Promise<number> {
  const started = once(worker, "message") as Promise<[{ startedAtMs: number }]>;
  const addedAt = nowMs();
  await queue.add("raw", { round }, { jobId: `raw-${round}`, removeOnComplete: true, removeOnFail: true });
  const [{ startedAtMs }] = await started;
  return startedAtMs - addedAt;
}

interface Latency {
  /** Milliseconds from the call that approves to the start of the first step. */
  sinceCall: number;
  /**
   * The same from the moment the approval is committed and the job is about to be added: what BullMQ's add →
   * start spans.
   */
  sinceCommit: number;
}

async function approveToStart(deps: BenchDeps, people: People, round: number): Promise<Latency> {
  const { db } = deps;
  const spec = structuredClone(BLUEPRINTS[0]?.presets[0]?.spec) as { network: { cidr: string } };
  spec.network.cidr = `10.${round + 10}.0.0/16`;
  const { id } = await submitRequest(deps, people.requester, {
    kind: "CREATE",
    idempotencyKey: `bench-${round}-${Date.now()}`,
    name: `bench-${round + 10}`,
    teamId: people.teamId,
    stage: "dev",
    cloudAccountId: people.cloudAccountId,
    region: "ap-northeast-2",
    blueprint: "ticketing",
    spec: { ...spec },
    lifetimeDays: 1,
    reason: "Measuring how soon an approved run starts.",
  });
  const digest = await until(async () => (await db.request.findUniqueOrThrow({ where: { id } })).digest);
  let committedAt = Number.NaN;
  const enqueue: typeof deps.enqueue = (...job) => {
    committedAt = nowMs();
    return deps.enqueue(...job);
  };
  const approvedAt = nowMs();
  const decision = { requestId: id, digest, note: "" };
  const { runId } = await approveRequest({ ...deps, enqueue }, people.approver, decision);
  const first = await until(() =>
    db.runStep.findFirst({ where: { runId, startedAt: { not: null } }, orderBy: { position: "asc" } }),
  );
  await until(async () => (await db.run.findUniqueOrThrow({ where: { id: runId } })).finishedAt);
  const startedAt = first.startedAt?.getTime() ?? Number.NaN;
  return { sinceCall: startedAt - approvedAt, sinceCommit: startedAt - committedAt };
}
