import { testDatabase } from "@greenroom/prisma/testing";
import { redisBinary, startRedis } from "./start-redis";

export interface TestBackend {
  databaseUrl: string;
  redisUrl?: string;
  close(): Promise<void>;
}

const postgres = {
  name: "postgres",
  open: async (): Promise<TestBackend> => {
    const database = await testDatabase();
    return { databaseUrl: database.url, close: database.close };
  },
};

const redis = {
  name: "redis",
  open: async (): Promise<TestBackend> => {
    const server = await startRedis();
    return { databaseUrl: "postgres://unused", redisUrl: server.url, close: server.stop };
  },
};

if (!redisBinary) {
  console.warn(
    "No redis-server on PATH: the queue is tested on Postgres only (apt-get install redis-server).",
  );
}

/** The backends that can be tested on this machine: Postgres always, Redis when a server is installed. */
export const testBackends = redisBinary ? [postgres, redis] : [postgres];
