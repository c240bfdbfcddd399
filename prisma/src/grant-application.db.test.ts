import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executeSql, type TestDatabase, testDatabase } from "../testing";
import { asRole } from "../testing/execute-sql";
import { APPEND_ONLY_TABLES } from "./grant-application";
import { migrate } from "./migrate";

let database: TestDatabase;
/**
 * A database of its own on the same server, where only migrations have been at work, and its two addresses.
 */
let ownerUrl: string;
let applicationUrl: string;
let role: string;
beforeAll(async () => {
  database = await testDatabase();
  const name = `${new URL(database.ownerUrl).pathname.slice(1)}_granted`;
  await executeSql(database.ownerUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(database.ownerUrl);
  url.pathname = `/${name}`;
  ownerUrl = url.href;
  role = new URL(database.url).username;
  applicationUrl = asRole(ownerUrl, { role, password: new URL(database.url).password });
  // A database that an earlier version has laid out, with one role for everything.
  await migrate(ownerUrl);
  await migrate(ownerUrl, undefined, { applicationUrl });
});
afterAll(() => database.close());

const REFUSED = /permission denied|must be owner|must be superuser/;

describe("the application's role", () => {
  it.each([
    `UPDATE "AuditEvent" SET "reason" = 'x'`,
    `DELETE FROM "AuditEvent"`,
    `TRUNCATE "AuditEvent"`,
    `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`,
    `DROP TRIGGER "AuditEvent_append_only" ON "AuditEvent"`,
    `ALTER TABLE "AuditEvent" ADD COLUMN x int`,
    `DROP TABLE "AuditEvent"`,
    `CREATE RULE quiet AS ON INSERT TO "AuditEvent" DO INSTEAD NOTHING`,
    `CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    `SET session_replication_role = replica`,
    "CREATE TABLE mine (x int)",
    "CREATE TEMPORARY TABLE mine (x int)",
    "CREATE SCHEMA mine",
    "CREATE SEQUENCE bullmq.mine",
    `TRUNCATE "Request"`,
    `ALTER TABLE "Request" DROP CONSTRAINT "Request_pkey" CASCADE`,
    `SELECT * FROM "_prisma_migrations"`,
    "INSERT INTO bullmq.migration (version, name, min_client_version) VALUES (999, 'x', 99)",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/greenroom-copied'",
    "SELECT pg_read_file('PG_VERSION')",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_export(1, '/tmp/greenroom-exported')",
    "CREATE ROLE another",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER SYSTEM SET synchronous_commit = off",
    "CREATE DATABASE another",
    `SET ROLE "pg_execute_server_program"`,
  ])("may not: %s", async (sql) => {
    await expect(executeSql(applicationUrl, sql)).rejects.toThrow(REFUSED);
  });

  it("owns nothing, and has of each table no more than its rows; of the audit trail, adding and reading", async () => {
    const tables = await executeSql<{ name: string; rights: string[]; isOwn: boolean }>(
      ownerUrl,
      `SELECT relation.relname AS name, pg_has_role($1, relation.relowner, 'MEMBER') AS "isOwn",
         ARRAY(SELECT one FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) one
               WHERE has_table_privilege($1, relation.oid, one)) AS rights
       FROM pg_class relation WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
      [role],
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...APPEND_ONLY_TABLES, "Request"]),
    );
    const append: readonly string[] = APPEND_ONLY_TABLES;
    for (const { name, rights, isOwn } of tables) {
      const rows = append.includes(name) ? ["SELECT", "INSERT"] : ["SELECT", "INSERT", "UPDATE", "DELETE"];
      expect({ name, rights, isOwn }).toEqual({
        name,
        rights: name === "_prisma_migrations" ? [] : rows,
        isOwn: false,
      });
    }
  });

  it("reads and writes rows, of the queue too", async () => {
    await executeSql(
      applicationUrl,
      `INSERT INTO "Team" (id, slug, name, "costCentre") VALUES ('t', 't', 'T', 'c')`,
    );
    expect(await executeSql(applicationUrl, `UPDATE "Team" SET name = 'U' RETURNING name`)).toEqual([
      { name: "U" },
    ]);
    await executeSql(applicationUrl, "SELECT count(*) FROM bullmq.job");
  });

  it("is made with the password of its address, and again when that has changed", async () => {
    const fresh = (password: string) => asRole(ownerUrl, { role: `${role}_fresh`, password });
    try {
      for (const password of ["first", 'it\'s "second"']) {
        await migrate(ownerUrl, undefined, { applicationUrl: fresh(password) });
        expect(await executeSql(fresh(password), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      }
    } finally {
      await executeSql(ownerUrl, `DROP OWNED BY ${role}_fresh; DROP ROLE ${role}_fresh`);
    }
  });
});

it("says what to do when the owner may not make the application's role", async () => {
  const missing = asRole(applicationUrl, { role: "nobody-made-me", password: "secret-of-nobody" });
  // As an owner without the right to make roles would: here the application's role, which owns nothing.
  const client = new (await import("pg")).default.Client({ connectionString: applicationUrl });
  await client.connect();
  const { grantApplication } = await import("./grant-application");
  const refused = grantApplication(client, missing);
  await expect(refused).rejects.toThrow(/"nobody-made-me" of DATABASE_URL cannot sign in.*CREATE ROLE/);
  await expect(refused).rejects.not.toThrow(/secret-of-nobody/);
  await client.end();
});

it("leaves the rights alone where one address serves for both", async () => {
  await migrate(ownerUrl, undefined, { applicationUrl: ownerUrl });
  expect(await executeSql(ownerUrl, `SELECT count(*)::int AS rows FROM "_prisma_migrations"`)).toHaveLength(
    1,
  );
});
