import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../scripts/postgres.mjs";
import { APPEND_ONLY_TABLES } from "../src/grant-application";
import { migrate } from "../src/migrate";
import { asRole, executeSql } from "./execute-sql";

declare module "vitest" {
  interface ProvidedContext {
    /** A server where test databases are made, and the migrated database they are copies of. */
    testDatabases: { adminUrl: string; template: string; application: { role: string; password: string } };
  }
}

interface TestServer {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Vitest global set-up: a Postgres for the whole run with one migrated template database. TEST_DATABASE_URL
 * or DATABASE_URL names a server to use; otherwise a throw-away one is started. Without Postgres the run
 * fails.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await obtainServer();
  const template = `greenroom_test_${randomBytes(5).toString("hex")}`;
  const adminUrl = server.url;
  await executeSql(adminUrl, `CREATE DATABASE ${template}`);
  const templateUrl = new URL(adminUrl);
  templateUrl.pathname = `/${template}`;
  // As in the product, the tests' own connections are not the owner's.
  const application = { role: `${template}_app`, password: randomBytes(12).toString("hex") };
  await migrate(templateUrl.href, undefined, { applicationUrl: asRole(templateUrl.href, application) });
  await allowTruncate(templateUrl.href, application.role);
  project.provide("testDatabases", { adminUrl, template, application });

  return async () => {
    try {
      await dropDatabases(adminUrl, template);
      await executeSql(adminUrl, `DROP ROLE ${application.role}`);
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

/**
 * Emptying tables between tests is the one thing that tests may and the product may not; never the audit
 * trail.
 */
async function allowTruncate(url: string, role: string): Promise<void> {
  const tables = await executeSql<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)",
    [APPEND_ONLY_TABLES],
  );
  await executeSql(url, `GRANT TRUNCATE ON ${tables.map(({ name }) => `"${name}"`).join(", ")} TO ${role}`);
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
