import { testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "../../../scripts/testing/eventually";
import { type CloudProxy, startCloudProxy } from "../testing/cloud-proxy";
import { createFixture, type Fixture, startSandbox, type TestSandbox } from "../testing/fixture";
import type { TestProcess } from "../testing/processes";

/**
 * From a worker's death until another one may have its run: with a sweep each second, it goes on within 15 s.
 * How soon a busy machine gets to it is not measured.
 */
const TAKE_OVER_LIMIT_MS = 12_000;

let database: Awaited<ReturnType<typeof testDatabase>>;
let sandbox: TestSandbox;
let fixture: Fixture;
const proxies: CloudProxy[] = [];
const workers: TestProcess[] = [];
/**
 * What is asked for and planned, and waits to be approved: one for each crash, and one for the worker that
 * sleeps.
 */
const requests: { id: string; name: string }[] = [];
let slept: { id: string; name: string };

beforeAll(async () => {
  database = await testDatabase();
  sandbox = await startSandbox();
  fixture = await createFixture({ databaseUrl: database.url, sandboxUrl: sandbox.url });
  // One worker makes all plans: loading what a plan needs takes longer than the plans.
  const planner = fixture.startWorker();
  workers.push(planner);
  await planner.printed(/The worker is ready/);
  for (const _ of Object.keys(CRASHES)) requests.push(await fixture.request());
  slept = await fixture.request();
  await planner.stop();
});
afterAll(async () => {
  for (const worker of workers) await worker.kill();
  for (const proxy of proxies) await proxy.close();
  await fixture?.close();
  await sandbox?.kill();
  await database?.close();
});

interface Casualty {
  name: string;
  runId: string;
  lastSequence: number;
}

type Crash = (proxy: CloudProxy, die: () => Promise<void>) => void;

const CRASHES: Record<string, Crash> = {
  "after CreateChangeSet was accepted": (proxy, die) => {
    proxy.onAnswered = (action) => (action === "CreateChangeSet" ? die() : undefined);
  },
  "after ExecuteChangeSet was accepted": (proxy, die) => {
    proxy.onAnswered = (action) => (action === "ExecuteChangeSet" ? die() : undefined);
  },
  "while it polls": (proxy, die) => {
    let hasExecuted = false;
    proxy.onAnswered = (action) => {
      if (action === "ExecuteChangeSet") hasExecuted = true;
      return hasExecuted && action === "DescribeStackEvents" ? die() : undefined;
    };
  },
};

/**
 * A worker that is ready and asleep, behind a proxy of its own: booting costs seconds that are not measured
 * here.
 */
async function prepareWorker(): Promise<{ worker: TestProcess; proxy: CloudProxy; wake: () => void }> {
  const proxy = await startCloudProxy(sandbox.url);
  proxies.push(proxy);
  const worker = fixture.startWorker({ AWS_ENDPOINT_URL: proxy.url });
  workers.push(worker);
  await worker.printed(/The worker is ready/);
  process.kill(worker.pid, "SIGSTOP");
  return { worker, proxy, wake: () => process.kill(worker.pid, "SIGCONT") };
}

it("another worker may go on within 12 s wherever one is killed, does, and does nothing twice", async () => {
  const crashing = await Promise.all(Object.values(CRASHES).map(() => prepareWorker()));
  const successor = await prepareWorker();

  const casualties: Casualty[] = [];
  for (const [index, crash] of Object.values(CRASHES).entries()) {
    const { id, name } = requests[index]!;
    const { worker, proxy, wake } = crashing[index]!;
    const runId = await fixture.approve(id);
    await new Promise<void>((resolve) => {
      crash(proxy, async () => {
        await worker.kill();
        resolve();
      });
      wake();
    });
    const diedAt = Date.now();
    const { lastSequence, leaseUntil } = await fixture.db.run.findUniqueOrThrow({ where: { id: runId } });
    expect((leaseUntil?.getTime() ?? 0) - diedAt, name).toBeLessThan(TAKE_OVER_LIMIT_MS);
    casualties.push({ name, runId, lastSequence });
  }

  successor.wake();
  await Promise.all(casualties.map(expectTakeOver));
});

async function expectTakeOver({ runId, name, lastSequence }: Casualty): Promise<void> {
  await eventually(async () => {
    const run = await fixture.db.run.findUniqueOrThrow({ where: { id: runId } });
    expect(run.lastSequence, name).toBeGreaterThan(lastSequence);
  });
  const run = await fixture.ended(runId);
  expect(run.failure).toBeNull();
  expect(run.events.map(({ sequence }) => sequence)).toEqual(run.events.map((_, index) => index + 1));
  const mine = (await sandbox.ledger()).filter(({ stackName }) => stackName.startsWith(`greenroom-${name}-`));
  const built = (await fixture.environment(name)).stacks.map(({ stackName }) => stackName);
  expect(mine.map(({ stackName }) => stackName).sort()).toEqual(built.sort());
}

it("a worker that was paused for longer than its lease changes nothing when it wakes", async () => {
  for (const worker of workers.splice(0)) await worker.kill();
  const runId = await fixture.approve(slept.id);
  const proxy = await startCloudProxy(sandbox.url);
  proxies.push(proxy);
  const zombie = fixture.startWorker({ AWS_ENDPOINT_URL: proxy.url });
  workers.push(zombie);
  let wake: () => void = () => {};
  let isHeld = false;
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  // Its call is on the way when the process stops, and arrives long after another worker has done the same.
  await new Promise<void>((resolve) => {
    proxy.onRequest = async (action) => {
      if (action !== "ExecuteChangeSet" || isHeld) return;
      isHeld = true;
      process.kill(zombie.pid, "SIGSTOP");
      resolve();
      await woken;
    };
  });
  workers.push(fixture.startWorker());
  const run = await fixture.ended(runId);
  expect(run.failure).toBeNull();
  process.kill(zombie.pid, "SIGCONT");
  wake();
  // It finds its lease gone, or first the transaction that Postgres ended while it slept.
  await zombie.printed(/lets go of the run|its row says what happens next/);
  const mine = (await sandbox.ledger()).filter(({ stackName }) =>
    stackName.startsWith(`greenroom-${slept.name}-`),
  );
  expect(mine).toHaveLength((await fixture.environment(slept.name)).stacks.length);
  expect((await fixture.as("rina").runs.get({ runId })).lastSequence).toBe(run.lastSequence);
});
