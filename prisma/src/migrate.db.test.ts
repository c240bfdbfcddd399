import { mkdtempSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { executeSql } from "../testing/execute-sql";
import { type TestDatabase, testDatabase } from "../testing";
import { migrate } from "./migrate";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("finds nothing to do on a migrated database", async () => {
  expect(await migrate(database.url)).toEqual([]);
});
