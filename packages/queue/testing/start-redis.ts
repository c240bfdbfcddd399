import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Redis } from "ioredis";

export interface TestRedis {
  url: string;
  /** Ends the server as a crash does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether a `redis-server` (or valkey) can be started here. */
export const redisBinary = ["redis-server", "valkey-server"]
  .flatMap((name) => (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name)))
  .find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Starts a private Redis without persistence on a free loopback port. */
export async function startRedis(
  options: { maxmemoryPolicy?: string; port?: number } = {},
): Promise<TestRedis> {
  if (!redisBinary) throw new Error("No redis-server on PATH.");
  const port = options.port ?? (await freePort());
  const child = spawn(
    redisBinary,
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"].concat(
      "--maxmemory-policy",
      options.maxmemoryPolicy ?? "noeviction",
    ),
    { stdio: "ignore" },
  );
  const url = `redis://127.0.0.1:${port}`;
  await answers(url);
  return { url, kill: () => end(child, "SIGKILL"), stop: () => end(child, "SIGTERM") };
}

async function answers(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  redis.on("error", () => {
    // Refused until it listens.
  });
  await redis.ping();
  redis.disconnect();
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await exited;
}

/** A loopback port that nobody uses right now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
