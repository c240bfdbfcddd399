import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing";
import { executeSql } from "../testing/execute-sql";
import { migrate } from "./migrate";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A database that nothing was done to yet. */
async function emptyDatabase(): Promise<string> {
  const name = `${new URL(database.ownerUrl).pathname.slice(1)}_empty`;
  await executeSql(database.ownerUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(database.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

describe("migrate", () => {
  it("applies everything once, also when several processes begin together", async () => {
    const url = await emptyDatabase();
    const runs = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const applied = runs.flat();
    expect(applied.length).toBeGreaterThan(0);
    expect(new Set(applied).size).toBe(applied.length);
    const tables = await executeSql<{ schemaname: string }>(
      url,
      "SELECT DISTINCT schemaname FROM pg_tables WHERE schemaname IN ('public', 'bullmq') ORDER BY 1",
    );
    expect(tables.map((row) => row.schemaname)).toEqual(["bullmq", "public"]);
  });

  it("finds nothing to do on a migrated database", async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it("refuses a migration that was changed after it had been applied", async () => {
    await executeSql(
      database.ownerUrl,
      "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%_init'",
    );
    await expect(migrate(database.ownerUrl)).rejects.toThrow(/_init was changed after it had been applied/);
  });
});
