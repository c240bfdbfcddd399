import { AppError } from "@greenroom/errors";
import { createLogger } from "@greenroom/logger";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { BilledCost } from "../cost-explorer";
import { importBilledCosts } from "./import-billed-costs";
import { importDailyCosts } from "./import-daily-costs";

let test: TestDatabase;
const now = () => new Date("2026-03-20T10:00:00Z");

/** What AWS tells at the next call. */
let bill: BilledCost[] = [];
let estimatedDays: string[] = [];
/** What AWS tells of the other account, and of which it tells nothing. */
let otherBill: BilledCost[] = [];
let refusing = "";
const asked: { firstDay: string; lastDay: string }[] = [];
const run = () =>
  importBilledCosts({
    db: test.prisma,
    now,
    log: createLogger("test", "silent"),
    costExplorer: {
      listDailyCosts: async ({ accountId }, range) => {
        asked.push(range);
        if (accountId === refusing)
          throw new AppError("cloud.refused", { operation: "AssumeRole", awsMessage: "Not let in." });
        const costs = accountId === "444455556666" ? otherBill : bill;
        return { costs, estimatedDays };
      },
    },
  });
const line = (
  day: string,
  usd: string,
  service = "Amazon DynamoDB",
  environmentName = "spring",
): BilledCost => ({
  day,
  usd,
  service,
  environmentName,
});

beforeAll(async () => {
  test = await testDatabase();
  const account = await test.prisma.cloudAccount.create({
    data: { accountId: "111122223333", name: "dev", regions: ["us-east-1"] },
  });
  const place = {
    name: "spring",
    teamId: "team",
    stage: "dev",
    cloudAccountId: account.id,
    region: "us-east-1",
    ownerId: "rina",
    blueprint: "x",
    blueprintVersion: "1",
    spec: {},
  };
  await test.prisma.environment.create({
    data: { ...place, id: "first", status: "DESTROYED", createdAt: new Date("2026-03-01T00:00:00Z") },
  });
  await test.prisma.environment.create({
    data: { ...place, id: "second", status: "READY", createdAt: new Date("2026-03-15T12:00:00Z") },
  });
});
beforeEach(async () => {
  bill = [];
  estimatedDays = [];
  otherBill = [];
  refusing = "";
  await test.prisma
    .$executeRaw`TRUNCATE "DailyCost", "DailyTotal", "MonthlyTotal", "MonthlyEnvironmentTotal", "MonthlyTeamTotal"`;
});
afterAll(() => test.close());

const rows = async () =>
  (await test.prisma.dailyCost.findMany({ orderBy: [{ day: "asc" }, { service: "asc" }] })).map((row) => [
    row.environmentId,
    row.day.toISOString().slice(0, 10),
    row.service,
    row.usd.toFixed(),
    row.isEstimated,
  ]);

it("gives a day to the newest environment of the name, under the names that estimates use", async () => {
  bill = [
    line("2026-03-14", "1.5"),
    line("2026-03-15", "2"),
    line("2026-03-15", "0.3", "EC2 - Other"),
    line("2026-03-15", "9", "Amazon DynamoDB", "stranger"),
  ];
  estimatedDays = ["2026-03-15"];
  expect(await run()).toHaveLength(2);
  expect(asked.at(-1)).toEqual({ firstDay: "2026-02-13", lastDay: "2026-03-19" });
  expect(await rows()).toEqual([
    ["first", "2026-03-14", "DynamoDB", "1.5", false],
    ["second", "2026-03-15", "DynamoDB", "2", true],
    ["second", "2026-03-15", "EC2", "0.3", true],
  ]);
  expect(await run()).toEqual([]);
});

it("replaces what was metered, corrects what came late, and drops what is taken back", async () => {
  const metered = { service: "DynamoDB", component: "Writes", usd: "7" };
  await importDailyCosts(
    { db: test.prisma, now },
    {
      source: "METERED",
      days: ["2026-03-16", "2026-03-17"].map((day) => ({ environmentId: "second", day, lines: [metered] })),
    },
  );
  bill = [line("2026-03-16", "6"), line("2026-03-18", "4")];
  await run();
  bill = [line("2026-03-16", "6.5")];
  await run();
  expect((await rows()).map(([, day, , usd]) => [day, usd])).toEqual([
    ["2026-03-16", "6.5"],
    ["2026-03-17", "7"],
  ]);
  const totals = await test.prisma.dailyTotal.findMany({ orderBy: { day: "asc" } });
  expect(totals.map(({ usd }) => usd.toFixed())).toEqual(["6.5", "7"]);
});

it("tells of each day that changed in the audit trail, and of none that did not", async () => {
  const count = () => test.prisma.auditEvent.count({ where: { action: "costs.imported" } });
  bill = [line("2026-03-16", "6"), line("2026-03-18", "4")];
  const before = await count();
  await run();
  await run();
  expect((await count()) - before).toBe(2);
  bill = [line("2026-03-16", "6"), line("2026-03-18", "4.1")];
  await run();
  expect((await count()) - before).toBe(3);
});

it("asks each account for its own bill: another's says nothing of it, and one that is closed keeps what it has", async () => {
  const other = await test.prisma.cloudAccount.create({
    data: { accountId: "444455556666", name: "prod", regions: ["us-east-1"] },
  });
  await test.prisma.environment.create({
    data: {
      id: "other",
      name: "spring",
      teamId: "team",
      stage: "prod",
      cloudAccountId: other.id,
      region: "us-east-1",
      ownerId: "rina",
      blueprint: "x",
      blueprintVersion: "1",
      spec: {},
      // Newer than the other of its name: asked together, it would be given both bills.
      status: "DESTROYED",
      createdAt: new Date("2026-03-16T00:00:00Z"),
    },
  });
  bill = [line("2026-03-17", "2")];
  otherBill = [line("2026-03-17", "5")];
  await run();
  const both = [
    ["other", "2026-03-17", "DynamoDB", "5", false],
    ["second", "2026-03-17", "DynamoDB", "2", false],
  ];
  expect((await rows()).sort()).toEqual(both);
  // Its own bill may empty its days; that of an account that lets nobody in may not.
  refusing = "444455556666";
  bill = [line("2026-03-17", "3")];
  await run();
  expect((await rows()).sort()).toEqual([both[0], ["second", "2026-03-17", "DynamoDB", "3", false]]);
});
