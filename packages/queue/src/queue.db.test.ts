import { connect, createServer } from "node:net";
import { createLogger } from "@greenroom/logger";
import { testDatabase } from "@greenroom/prisma/testing";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventually } from "../../../scripts/testing/eventually";
import { freePort, redisBinary, startRedis, type TestBackend, testBackends } from "../testing";
import { createEnqueue, createQueueConnection, defineJob, type QueueRuntime, startQueueRuntime } from ".";

const greet = defineJob({ name: "greet", queue: "people", payload: z.strictObject({ id: z.string() }) });
const silent = createLogger("test", "silent");
const until = (condition: () => boolean) => eventually(() => expect(condition()).toBe(true));

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(backend: Omit<TestBackend, "close">) {
  const connection = createQueueConnection(backend);
  const warnings: unknown[] = [];
  const producer = createEnqueue(connection, { warn: (...args: unknown[]) => void warnings.push(args) });
  cleanups.push(producer.close);
  const start = async (
    handler: (payload: { id: string }, signal: AbortSignal) => Promise<void>,
    options: { concurrency?: number; silenceLimitMs?: number; probeIntervalMs?: number } = {},
  ): Promise<QueueRuntime> => {
    const runtime = await startQueueRuntime({
      connection,
      jobs: [greet],
      handlers: { greet: handler },
      log: silent,
      concurrency: 4,
      ...options,
    });
    cleanups.push(() => runtime.close(0));
    return runtime;
  };
  return { connection, ...producer, start, warnings };
}

describe.each(testBackends)("the queue on $name", ({ open: openBackend }) => {
  async function opened() {
    const backend = await openBackend();
    cleanups.push(backend.close);
    return open(backend);
  }

  it("hands each payload to its handler", async () => {
    const queue = await opened();
    const seen: string[] = [];
    await queue.start(async ({ id }) => void seen.push(id));
    for (const id of ["a", "b", "c"]) await queue.enqueue(greet, { id });
    await until(() => seen.length === 3);
    expect(seen.sort()).toEqual(["a", "b", "c"]);
  });

  it("takes the same id once while it waits, and again after it is done", async () => {
    const queue = await opened();
    const seen: string[] = [];
    await queue.enqueue(greet, { id: "first" }, { jobId: "one" });
    await queue.enqueue(greet, { id: "second" }, { jobId: "one" });
    await queue.start(async ({ id }) => void seen.push(id));
    await until(() => seen.length === 1);
    await eventually(async () => {
      await queue.enqueue(greet, { id: "third" }, { jobId: "one" });
      expect(seen).toContain("third");
    });
    expect(seen).not.toContain("second");
  });

  it("keeps a delayed job until its time", async () => {
    const queue = await opened();
    let arrivedAt = 0;
    await queue.start(async () => {
      arrivedAt = performance.now();
    });
    const sentAt = performance.now();
    await queue.enqueue(greet, { id: "later" }, { delayMs: 300 });
    await until(() => arrivedAt > 0);
    expect(arrivedAt - sentAt).toBeGreaterThan(290);
  });

  it("goes on after a handler that throws, and keeps no finished job", async () => {
    const queue = await opened();
    const seen: string[] = [];
    await queue.start(async ({ id }) => {
      seen.push(id);
      if (id === "bad") throw new Error("boom");
    });
    await queue.enqueue(greet, { id: "bad" });
    await queue.enqueue(greet, { id: "good" });
    await until(() => seen.length === 2);
    const inspect = queue.connection.openQueue(greet.queue);
    cleanups.push(() => inspect.close());
    await eventually(async () => {
      const counts = await inspect.getJobCounts();
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(0);
    });
  });

  it("waits for running jobs on close, tells them, and takes no more", async () => {
    const queue = await opened();
    const log: string[] = [];
    const runtime = await queue.start(
      async ({ id }, signal) => {
        log.push(`start ${id}`);
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        log.push(`end ${id}`);
      },
      { concurrency: 1 },
    );
    await queue.enqueue(greet, { id: "a" });
    await until(() => log.length === 1);
    await queue.enqueue(greet, { id: "b" });
    await runtime.close(2_000);
    expect(log).toEqual(["start a", "end a"]);
  });

  it("lets go of a job that does not end within the grace", async () => {
    const queue = await opened();
    let hasStarted = false;
    const runtime = await queue.start(() => {
      hasStarted = true;
      return new Promise(() => {});
    });
    await queue.enqueue(greet, { id: "stuck" });
    await until(() => hasStarted);
    await runtime.close(100);
  });

  it("refuses a payload that its definition does not know", async () => {
    const queue = await opened();
    await expect(queue.enqueue(greet, { id: "x", note: "secret" } as { id: string })).rejects.toThrow();
  });

  it("proves its health with probes while nothing else happens", async () => {
    const start = async (probeIntervalMs: number) =>
      (await opened()).start(async () => {}, { probeIntervalMs, silenceLimitMs: 600 });
    const [probing, silent] = [await start(20), await start(3_600_000)];
    await until(() => !silent.isHealthy());
    expect(probing.isHealthy()).toBe(true);
  });
});

describe("a queue that is away", () => {
  it.each([
    ["postgres", { databaseUrl: "postgres://nobody@127.0.0.1:9/none" }],
    ["redis", { databaseUrl: "postgres://unused", redisUrl: "redis://127.0.0.1:9" }],
  ])("keeps nobody who wakes the worker through %s, and is told to the log only", async (_, backend) => {
    const queue = await open(backend);
    for (let call = 0; call < 10; call++) await queue.enqueue(greet, { id: "a" });
    await eventually(() => expect(queue.warnings).toHaveLength(10));
  });
});

it("a Postgres that was away when they began is found by producer and consumer once it is there", async () => {
  const database = await testDatabase();
  const port = await freePort();
  const url = new URL(database.url);
  const upstream = { host: url.hostname, port: Number(url.port) };
  url.port = String(port);
  const queue = await open({ databaseUrl: url.href });
  const seen: string[] = [];
  await queue.enqueue(greet, { id: "lost" });
  const starting = queue.start(async ({ id }) => void seen.push(id));
  await until(() => queue.warnings.length === 1);
  const door = createServer((socket) => {
    const line = connect(upstream);
    for (const end of [socket, line]) end.on("error", () => {});
    socket.pipe(line).pipe(socket);
  });
  await new Promise<void>((resolve) => door.listen(port, "127.0.0.1", resolve));
  await starting;
  await queue.enqueue(greet, { id: "found" });
  await until(() => seen.includes("found"));
  cleanups.unshift(database.close, async () => door.close());
});

if (redisBinary) {
  describe("a Redis server", () => {
    it("is refused when it may evict keys", async () => {
      const redis = await startRedis({ maxmemoryPolicy: "volatile-lru" });
      cleanups.push(redis.stop);
      const queue = await open({ databaseUrl: "postgres://unused", redisUrl: redis.url });
      await expect(queue.start(async () => {})).rejects.toThrow(/volatile-lru.*noeviction/);
    });

    it("may die and come back empty: producers and consumers go on", async () => {
      const first = await startRedis();
      const queue = await open({ databaseUrl: "postgres://unused", redisUrl: first.url });
      const seen: string[] = [];
      await queue.start(async ({ id }) => void seen.push(id));
      await queue.enqueue(greet, { id: "before" });
      await until(() => seen.includes("before"));
      await first.kill();
      const second = await startRedis({ port: Number(new URL(first.url).port) });
      cleanups.push(second.stop);
      await eventually(async () => {
        await queue.enqueue(greet, { id: "after" });
        expect(seen).toContain("after");
      });
    });
  });
}
