import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../scripts/postgres.mjs";
import { migrate } from "../src/migrate";
import { executeSql } from "./execute-sql";

declare module "vitest" {
  interface ProvidedContext {
    /** A server where test databases are made, and the migrated database they are copies of. */
    testDatabases: { adminUrl: string; template: string };
  }
}

interface TestServer {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Vitest global set-up: a Postgres for the whole run with one migrated template database. TEST_DATABASE_URL or
 * DATABASE_URL names a server to use; otherwise a throw-away one is started. Without Postgres the run fails.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await obtainServer();
  const template = `greenroom_test_${randomBytes(5).toString("hex")}`;
  const adminUrl = server.url;
  await executeSql(adminUrl, `CREATE DATABASE ${template}`);
  const templateUrl = new URL(adminUrl);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  project.provide("testDatabases", { adminUrl, template });

  return async () => {
    try {
      await dropDatabases(adminUrl, template);
    } finally {
      await server.stop();
    }
  };
}

async function obtainServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  const folder = mkdtempSync(path.join(os.tmpdir(), "greenroom-test-"));
  const server = await startPostgres({
    dataDir: path.join(folder, "postgres"),
    settings: { fsync: "off", full_page_writes: "off" },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** On a server that lives on, nothing of this run may stay. */
async function dropDatabases(adminUrl: string, template: string): Promise<void> {
  const rows = await executeSql<{ datname: string }>(
    adminUrl,
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [template],
  );
  for (const { datname } of rows) await executeSql(adminUrl, `DROP DATABASE ${datname} WITH (FORCE)`);
}
