import { createCallerFactory } from "@greenroom/identity";
import type { Actor, Role } from "@greenroom/identity/schema";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makePeople } from "../testing/make-people";
import { addDays } from "./calendar";
import { importDailyCosts } from "./commands/import-daily-costs";
import { createCostsRouter } from "./router";

let test: TestDatabase;
let accountId: string;
const TODAY = "2026-03-20";
const now = () => new Date(`${TODAY}T12:00:00Z`);
const actorOf = (role: Role, teamId = "team"): Actor => ({
  userId: "someone",
  name: "Someone",
  email: "someone@x.test",
  memberships: [{ teamId, role }],
});
const as = (actor: Actor) =>
  createCallerFactory(createCostsRouter({ db: test.prisma, now }))({
    loadActor: async () => actor,
    log: { info() {}, error() {} } as never,
  });
const requester = () => as(actorOf("REQUESTER"));

beforeAll(async () => {
  test = await testDatabase();
  const account = await test.prisma.cloudAccount.create({
    data: { accountId: "111122223333", name: "dev", regions: ["us-east-1"] },
  });
  accountId = account.id;
  await test.prisma.team.create({ data: { id: "team", slug: "team", name: "Team", costCentre: "c" } });
  await makePeople(test.prisma, [actorOf("REQUESTER")]);
});
beforeEach(async () => {
  await test.prisma.environment.deleteMany();
  await test.prisma
    .$executeRaw`TRUNCATE "DailyCost", "DailyTotal", "MonthlyTotal", "MonthlyEnvironmentTotal", "MonthlyTeamTotal", "CostMeter", "CostAnomaly"`;
});
afterAll(() => test.close());

interface Made {
  /** $1 an hour unless said otherwise. */
  monthlyCostUsd?: string | null;
  blueprint?: string;
  readyOn?: string;
  destroyedAt?: Date;
  teamId?: string;
}
async function make(id: string, made: Made = {}): Promise<void> {
  const { monthlyCostUsd = "730", blueprint = "ticketing", readyOn = "2026-03-01", teamId = "team" } = made;
  await test.prisma.environment.create({
    data: {
      id,
      name: `env-${id}`,
      teamId,
      stage: "dev",
      status: made.destroyedAt ? "DESTROYED" : "READY",
      ...{
        ownerId: "rina",
        cloudAccountId: accountId,
        region: "us-east-1",
        blueprint,
        blueprintVersion: "1",
      },
      spec: {},
      monthlyCostUsd,
      readyAt: new Date(`${readyOn}T08:00:00Z`),
      destroyedAt: made.destroyedAt,
    },
  });
}
/** Dollars of the NAT gateway, by day. */
async function cost(
  environmentId: string,
  usdByDay: Record<string, string>,
  source: "METERED" | "COST_EXPLORER" = "METERED",
) {
  await importDailyCosts(
    { db: test.prisma, now },
    {
      source,
      days: Object.entries(usdByDay).map(([day, usd]) => ({
        environmentId,
        day,
        isEstimated: source === "COST_EXPLORER" && day > "2026-03-18",
        lines: [{ service: "VPC", component: "NAT gateway", usd }],
      })),
    },
  );
}
const sameEachDay = (usd: string, first: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [addDays(first, index), usd]));

describe("costs.ofEnvironment", () => {
  it("shows the days by service and forecasts the month from what is counted and what is expected", async () => {
    await make("a");
    await cost("a", { "2026-02-28": "5", "2026-03-19": "24", "2026-03-20": "12" });
    await test.prisma.costMeter.update({ where: { environmentId: "a" }, data: { meteredUntil: now() } });
    const view = await requester().ofEnvironment({ environmentId: "a", days: 7 });
    expect(view).toMatchObject({ firstDay: "2026-03-14", lastDay: TODAY });
    expect(view.days).toEqual([
      {
        day: "2026-03-19",
        usd: "24",
        source: "METERED",
        isProvisional: false,
        services: [{ service: "VPC", usd: "24" }],
      },
      {
        day: "2026-03-20",
        usd: "12",
        source: "METERED",
        isProvisional: true,
        services: [{ service: "VPC", usd: "12" }],
      },
    ]);
    expect(view.components).toEqual([{ service: "VPC", component: "NAT gateway", usd: "36" }]);
    // 36 so far, and from the 20th at noon to the end of the 31st 11.5 days at $1 an hour.
    expect(view.month).toEqual({
      month: "2026-03-01",
      soFarUsd: "36",
      countedUntil: now(),
      forecastUsd: "312",
      expectedMonthlyUsd: "730",
    });
  });

  it("counts from the end of the last billed day, and marks days that AWS has not closed", async () => {
    await make("a");
    await cost("a", { "2026-03-18": "20", "2026-03-19": "21" }, "COST_EXPLORER");
    const { days, month } = await requester().ofEnvironment({ environmentId: "a" });
    expect(days.map(({ isProvisional }) => isProvisional)).toEqual([false, true]);
    expect(month).toMatchObject({ countedUntil: new Date("2026-03-20T00:00:00Z"), forecastUsd: "329" });
  });

  it("forecasts nothing more of what is gone, and nothing at all without a price", async () => {
    await make("gone", { destroyedAt: new Date("2026-03-10T00:00:00Z") });
    await cost("gone", { "2026-03-09": "24" });
    await test.prisma.costMeter.update({
      where: { environmentId: "gone" },
      data: { meteredUntil: new Date("2026-03-10T01:00:00Z") },
    });
    const gone = await requester().ofEnvironment({ environmentId: "gone" });
    expect(gone.month.forecastUsd).toBe("24");
    await make("unpriced", { monthlyCostUsd: null });
    const unpriced = await requester().ofEnvironment({ environmentId: "unpriced" });
    expect(unpriced.month).toMatchObject({ soFarUsd: "0", forecastUsd: null, countedUntil: null });
  });
});

describe("costs.anomalies and costs.dismissAnomaly", () => {
  const key = { environmentId: "a", day: "2026-03-19", service: "VPC", component: "NAT gateway" };
  beforeEach(async () => {
    await make("a");
    await test.prisma.costAnomaly.create({
      data: { ...key, day: new Date(key.day), usd: "20.5", expectedUsd: "12" },
    });
  });

  it("names the environment and the component, to its team only", async () => {
    expect(await requester().anomalies({})).toMatchObject([
      {
        ...key,
        environmentName: "env-a",
        usd: "20.5",
        canDismiss: true,
        dismissed: null,
      },
    ]);
    expect(await as(actorOf("VIEWER")).anomalies({ environmentId: "a" })).toMatchObject([
      { canDismiss: false },
    ]);
    expect(await as(actorOf("APPROVER", "others")).anomalies({})).toEqual([]);
  });

  it("goes from the list with a reason that is kept and audited, once", async () => {
    await requester().dismissAnomaly({ ...key, reason: "The spring sale began." });
    expect(await requester().anomalies({})).toEqual([]);
    const [shown] = await requester().anomalies({ includeDismissed: true });
    expect(shown?.dismissed).toMatchObject({ at: now(), reason: "The spring sale began." });
    expect(await test.prisma.auditEvent.findFirst({ where: { action: "anomaly.dismissed" } })).toMatchObject({
      subjectId: "a",
      reason: "The spring sale began.",
      teamId: "team",
    });
    await expect(requester().dismissAnomaly({ ...key, reason: "Again." })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(
      requester().dismissAnomaly({ ...key, component: "Data", reason: "What?" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("costs.compareActual", () => {
  it("tells the median error and n by blueprint, what is billed apart from what is metered", async () => {
    for (const [id, usd] of Object.entries({ a: "24", b: "25.2", c: "30" })) {
      await make(id);
      await cost(id, sameEachDay(usd, "2026-03-10", 10), "COST_EXPLORER");
    }
    await make("d");
    await cost("d", sameEachDay("24", "2026-03-15", 5));
    const { environments, blueprints } = await requester().compareActual({});
    expect(environments.map(({ name, days, errorPercent }) => [name, days, errorPercent])).toEqual([
      ["env-a", 10, "0"],
      ["env-b", 10, "5"],
      ["env-c", 10, "25"],
      ["env-d", 5, "0"],
    ]);
    expect(environments[1]).toMatchObject({ estimatedUsd: "240", actualUsd: "252" });
    expect(blueprints).toEqual([
      { blueprint: "ticketing", source: "COST_EXPLORER", n: 3, medianErrorPercent: "5" },
      { blueprint: "ticketing", source: "METERED", n: 1, medianErrorPercent: "0" },
    ]);
  });

  it("compares whole days since the last deployment only, and three at least", async () => {
    await make("a", { readyOn: "2026-03-16" });
    await cost("a", { ...sameEachDay("24", "2026-03-15", 5), "2026-03-16": "100", [TODAY]: "1" });
    expect((await requester().compareActual({})).environments).toMatchObject([
      { days: 3, errorPercent: "0" },
    ]);
    await test.prisma.environment.update({ where: { id: "a" }, data: { readyAt: new Date("2026-03-17") } });
    expect((await requester().compareActual({})).environments).toEqual([]);
  });

  it("compares one environment alone when asked", async () => {
    for (const id of ["a", "b"]) {
      await make(id);
      await cost(id, sameEachDay("24", "2026-03-10", 10));
    }
    const { environments, blueprints, minDays } = await requester().compareActual({ environmentId: "b" });
    expect(environments).toMatchObject([{ environmentId: "b", name: "env-b" }]);
    expect(blueprints).toMatchObject([{ n: 1 }]);
    expect(minDays).toBe(3);
  });

  it("shows the actor's teams only", async () => {
    await make("a", { teamId: "others" });
    await cost("a", sameEachDay("24", "2026-03-10", 10));
    expect((await requester().compareActual({})).environments).toEqual([]);
    expect((await requester().compareActual({ teamId: "others" })).environments).toEqual([]);
    expect((await as(actorOf("PLATFORM_ENGINEER")).compareActual({})).environments).toHaveLength(1);
  });
});
