import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, type Database } from "../src";
import { asRole, executeSql } from "./execute-sql";
import type {} from "./global-setup";

export { executeSql };

/** A migrated, empty database for one test file (or one test). */
export interface TestDatabase {
  /**
   * For code that opens its own connections: the queue, LISTEN, a worker process. With the rights that the
   * product has.
   */
  url: string;
  /** With all rights: what an administrator, or an attacker who has become one, can do. */
  ownerUrl: string;
  prisma: Database;
  /** Disconnects `prisma` and drops the database. */
  close: () => Promise<void>;
}

/**
 * A fresh database on the run's real Postgres, copied from the migrated template in about 0.1 s. Call it in
 * `beforeAll` and `close` it in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, application } = inject("testDatabases");
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  await executeSql(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const owner = new URL(adminUrl);
  owner.pathname = `/${name}`;
  const url = asRole(owner.href, application);
  const prisma = createDatabase(url);
  return {
    url,
    ownerUrl: owner.href,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      await executeSql(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
