import { readFileSync } from "node:fs";
import { buildDashboards } from "@greenroom/infra-templates/grafana";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Panel {
  title: string;
  targets: { rawSql: string }[];
}
const { panels } = JSON.parse(JSON.stringify(buildDashboards("https://greenroom.example.com").portal)) as {
  panels: Panel[];
};
const page = readFileSync(new URL("../../docs/grafana.md", import.meta.url), "utf8");
const [, grants = ""] = /```sql\n([\s\S]+?)```/.exec(page) ?? [];

/** What the macros of Grafana's PostgreSQL source become (its documentation, "Macros"). */
const expand = (sql: string) =>
  sql
    .replace(/\$__timeGroup\(([^,]+),\s*'1h'\)/g, "floor(extract(epoch from $1)/3600)*3600")
    .replace(/\$__timeFilter\(([^)]+)\)/g, "$1 BETWEEN '2026-01-01T00:00:00Z' AND '2027-01-01T00:00:00Z'");

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.prisma);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  // Roles are the whole server's: this one is gone with the transaction.
  await owner.query("BEGIN");
  await owner.query(grants);
  await owner.query("SET LOCAL ROLE greenroom_grafana");
});
afterAll(async () => {
  await owner.query("ROLLBACK");
  await owner.end();
  await database.close();
});

describe("the dashboard of Greenroom itself", () => {
  it.each(panels.map(({ title, targets }) => [title, targets] as const))(
    "may ask %s, and gets an answer",
    async (_, targets) => {
      for (const { rawSql } of targets) {
        const { fields } = await owner.query(expand(rawSql));
        expect(fields.length).toBeGreaterThan(0);
      }
    },
  );

  it("may ask for nothing else", async () => {
    for (const sql of [`SELECT "spec" FROM "Request"`, `SELECT "email" FROM "User"`]) {
      await owner.query("SAVEPOINT before");
      await expect(owner.query(sql)).rejects.toThrow("permission denied");
      await owner.query("ROLLBACK TO SAVEPOINT before");
    }
  });
});
