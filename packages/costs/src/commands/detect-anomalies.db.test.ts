import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { addDays } from "../calendar";
import { detectAnomalies } from "./detect-anomalies";
import { importDailyCosts } from "./import-daily-costs";

let test: TestDatabase;
const DAY = "2026-03-20";
const deps = () => ({ db: test.prisma, now: () => new Date("2026-03-20T10:00:00Z") });

beforeAll(async () => {
  test = await testDatabase();
  const account = await test.prisma.cloudAccount.create({
    data: { accountId: "111122223333", name: "dev", regions: ["us-east-1"] },
  });
  const place = {
    teamId: "team",
    stage: "dev",
    cloudAccountId: account.id,
    region: "us-east-1",
    ownerId: "rina",
  };
  await test.prisma.environment.create({
    data: {
      ...place,
      id: "a",
      name: "env-a",
      status: "READY",
      blueprint: "x",
      blueprintVersion: "1",
      spec: {},
    },
  });
});
beforeEach(async () => {
  await test.prisma.dailyCost.deleteMany();
  await test.prisma.costAnomaly.deleteMany();
});
afterAll(() => test.close());

/**
 * Costs of the NAT gateway and, where given, of the cache, by day before DAY; and what is found of that day.
 */
async function detect(costs: Record<number, { nat: number; cache?: number }>): Promise<number> {
  const { changed } = await importDailyCosts(deps(), {
    source: "METERED",
    days: Object.entries(costs).map(([ago, { nat, cache }]) => ({
      environmentId: "a",
      day: addDays(DAY, -Number(ago)),
      lines: [
        { service: "VPC", component: "NAT gateway", usd: String(nat) },
        ...(cache === undefined ? [] : [{ service: "ElastiCache", component: "Cache", usd: String(cache) }]),
      ],
    })),
  });
  return detectAnomalies(deps(), changed);
}
const week = {
  1: { nat: 10 },
  2: { nat: 10 },
  3: { nat: 11 },
  4: { nat: 9 },
  5: { nat: 10 },
  6: { nat: 10 },
};
const calm = { ...week, 7: { nat: 10 } };
const anomalies = async () => {
  const rows = await test.prisma.costAnomaly.findMany({ orderBy: [{ day: "asc" }, { component: "asc" }] });
  return rows.map(({ day, component, usd, expectedUsd }) => [
    day.toISOString().slice(0, 10),
    component,
    usd.toFixed(),
    expectedUsd.toFixed(),
  ]);
};

it("names the environment, the day and the component that cost too much", async () => {
  expect(await detect({ ...calm, 0: { nat: 12.01 } })).toBe(1);
  expect(await anomalies()).toEqual([[DAY, "NAT gateway", "12.01", "12"]]);
  expect(await detect({ 0: { nat: 12.02 } })).toBe(0);
  expect(await anomalies()).toEqual([[DAY, "NAT gateway", "12.02", "12"]]);
});

it("finds a component that was not there before", async () => {
  await detect({ ...calm, 0: { nat: 10, cache: 4 } });
  expect(await anomalies()).toEqual([[DAY, "Cache", "4", "1"]]);
});

it("says nothing within the band, nor before there are seven days", async () => {
  await detect({ ...calm, 0: { nat: 12 } });
  expect(await anomalies()).toEqual([]);
  await test.prisma.dailyCost.deleteMany();
  await detect({ ...week, 0: { nat: 100 } });
  expect(await anomalies()).toEqual([]);
});

it("takes back what late data corrects", async () => {
  await detect({ ...calm, 0: { nat: 50 } });
  expect(await anomalies()).toHaveLength(1);
  await detect({ 0: { nat: 10 } });
  expect(await anomalies()).toEqual([]);
});

it("keeps what was dismissed, and expects as much for the days after it", async () => {
  await detect({ ...calm, 1: { nat: 50 } });
  await detect({ 8: { nat: 10 }, 1: { nat: 51 } });
  await test.prisma.costAnomaly.updateMany({
    data: { dismissedAt: new Date(), dismissedReason: "A larger sale." },
  });
  expect(await detect({ 0: { nat: 51 } })).toBe(0);
  expect(await detect({ 0: { nat: 52 } })).toBe(1);
  await detect({ 1: { nat: 10 } });
  expect((await anomalies()).map(([day]) => day)).toEqual([addDays(DAY, -1), DAY]);
});
