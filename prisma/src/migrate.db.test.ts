import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing";
import { executeSql } from "../testing/execute-sql";
import { createDatabase } from "./client";
import { migrate } from "./migrate";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A database that nothing was done to yet. */
async function emptyDatabase(suffix: string): Promise<string> {
  const name = `${new URL(database.ownerUrl).pathname.slice(1)}_${suffix}`;
  await executeSql(database.ownerUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(database.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

describe("migrate", () => {
  it("applies everything once, also when several processes begin together", async () => {
    const url = await emptyDatabase("empty");
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

  it("keeps alerts that were raised before their trigger was called so, each once", async () => {
    const url = await emptyDatabase("before_triggers");
    const folder = path.join(import.meta.dirname, "../migrations");
    const migrations = readdirSync(folder)
      .filter((name) => name <= "20261201085000_alert_triggers")
      .sort();
    for (const name of migrations.slice(0, -1))
      await executeSql(url, readFileSync(path.join(folder, name, "migration.sql"), "utf8"));
    await executeSql(
      url,
      `INSERT INTO "Team" ("id", "slug", "name", "costCentre") VALUES ('t', 't', 't', 't');
       INSERT INTO "Budget" ("id", "teamId", "monthlyUsd") VALUES ('b', 't', 10);
       INSERT INTO "BudgetAlert" ("id", "budgetId", "kind", "value", "effect", "occasion", "figure", "usd", "limitUsd")
       VALUES ('1', 'b', 'PERCENT', 80, 'NOTIFY', 'month:2026-11', 'SO_FAR', 9, 8),
         ('2', 'b', 'PERCENT', 80, 'NOTIFY', 'request:r', 'EXPECTED', 9, 8)`,
    );
    await executeSql(url, readFileSync(path.join(folder, migrations.at(-1)!, "migration.sql"), "utf8"));
    const db = createDatabase(url);
    const alerts = await db.budgetAlert.findMany({ orderBy: { id: "asc" } });
    expect(alerts.map(({ trigger }) => trigger)).toEqual(["month:2026-11", "request:r"]);
    const data = alerts.map((alert) => ({ ...alert, id: `${alert.id} again` }));
    expect(await db.budgetAlert.createMany({ data, skipDuplicates: true })).toEqual({ count: 0 });
    await db.$disconnect();
  });

  it("refuses a migration that was changed after it had been applied", async () => {
    await executeSql(
      database.ownerUrl,
      "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%_init'",
    );
    await expect(migrate(database.ownerUrl)).rejects.toThrow(/_init was changed after it had been applied/);
  });
});
