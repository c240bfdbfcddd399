import type { Actor } from "@greenroom/identity/schema";
import { Decimal } from "@greenroom/pricing";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importDailyCosts } from "../commands/import-daily-costs";
import { getCostDashboard } from "./get-cost-dashboard";
import { getEnvironmentCosts } from "./get-environment-costs";
import { listBudgets } from "./list-budgets";

/** Ten days of the month are left. */
const NOW = new Date("2026-11-21T00:00:00Z");
const deps = () => ({ db: test.prisma, now: () => NOW, krw: null });
const person = { userId: "someone", name: "Someone", email: "someone@x.test" };

let test: TestDatabase;
let teams: Record<string, string>;
let pat: Actor;
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  teams = Object.fromEntries((await test.prisma.team.findMany()).map(({ slug, id }) => [slug, id]));
  pat = { ...person, memberships: [{ teamId: teams.platform ?? "", role: "PLATFORM_ENGINEER" }] };
});
beforeEach(
  () =>
    test.prisma
      .$executeRaw`TRUNCATE "Budget", "Environment", "DailyCost", "DailyTotal", "MonthlyTotal", "MonthlyEnvironmentTotal", "MonthlyTeamTotal", "CostMeter" CASCADE`,
);
afterAll(() => test.close());

/** An environment of $1 an hour that has stood since long before. */
async function make(name: string, columns: Record<string, unknown> = {}): Promise<string> {
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const { id } = await test.prisma.environment.create({
    data: {
      name,
      teamId: teams["box-office"] ?? "",
      status: "READY",
      ownerId: "rina",
      stage: "dev",
      cloudAccountId: account.id,
      region: "us-east-1",
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
      monthlyCostUsd: "730",
      readyAt: new Date("2026-09-01T00:00:00Z"),
      ...columns,
    },
  });
  return id;
}
const cost = (environmentId: string, usdByDay: Record<string, string>, source: "METERED" | "COST_EXPLORER") =>
  importDailyCosts(deps(), {
    source,
    days: Object.entries(usdByDay).map(([day, usd]) => ({
      environmentId,
      day: `2026-11-${day}`,
      lines: [{ service: "VPC", component: "NAT gateway", usd }],
    })),
  });
async function metered(environmentId: string, usdByDay: Record<string, string>, until = NOW): Promise<void> {
  await cost(environmentId, usdByDay, "METERED");
  await test.prisma.costMeter.update({ where: { environmentId }, data: { meteredUntil: until } });
}
const forecastOf = async (environmentId: string) =>
  (await getEnvironmentCosts(deps(), pat, { environmentId, days: 30 })).month.forecastUsd;

describe("the forecast of a month", () => {
  it("is what there is so far, and the price of what stands from where it is counted to until the month ends", async () => {
    const id = await make("alpha");
    await metered(id, { "19": "24", "20": "11.25" });
    expect(await forecastOf(id)).toBe("275.25");
    await test.prisma.costMeter.updateMany({ data: { meteredUntil: new Date("2026-11-20T23:00:00Z") } });
    expect(await forecastOf(id)).toBe("276.25");
    const late = await make("late");
    await cost(late, { "18": "20" }, "COST_EXPLORER");
    expect(await forecastOf(late)).toBe("308");
  });

  it("goes on at the new price of what was changed, and adds nothing after an end", async () => {
    const changed = await make("changed");
    await metered(changed, { "20": "24" });
    await test.prisma.environment.update({ where: { id: changed }, data: { monthlyCostUsd: "1460" } });
    expect(await forecastOf(changed)).toBe("504");
    const gone = await make("gone", { status: "DESTROYED", destroyedAt: new Date("2026-11-20T12:00:00Z") });
    await metered(gone, { "19": "24", "20": "12" });
    expect(await forecastOf(gone)).toBe("36");
    const ending = await make("ending", { expiresAt: new Date("2026-11-23T00:00:00Z") });
    await metered(ending, { "20": "24" });
    expect(await forecastOf(ending)).toBe("72");
    const overdue = await make("overdue", { expiresAt: new Date("2026-11-19T00:00:00Z") });
    await metered(overdue, { "20": "24" });
    expect(await forecastOf(overdue)).toBe("264");
  });

  it("is one figure on every page: that of a sum is the sum of those of its parts", async () => {
    const other = { teamId: teams.venues ?? "", stage: "prod" };
    const ids = [
      await make("steady"),
      await make("dearer-since", { monthlyCostUsd: "1733.7312345678" }),
      await make("gone", { status: "DESTROYED", destroyedAt: new Date("2026-11-20T23:30:00Z") }),
      await make("gone-last-month", { status: "DESTROYED", destroyedAt: new Date("2026-10-20T00:00:00Z") }),
      await make("never-built", { status: "PROVISIONING", monthlyCostUsd: null, readyAt: null }),
      await make("of-others", { ...other, monthlyCostUsd: "48.4396158815" }),
      await make("uncounted", other),
    ];
    for (const [index, id] of ids.slice(0, 3).entries())
      await metered(id, { "05": "7.0000000001", "20": String(index) }, new Date(NOW.getTime() - 3_000_001));
    await cost(ids[5] ?? "", { "19": "1.5" }, "COST_EXPLORER");
    await test.prisma.budget.createMany({
      data: [
        ...["box-office", "venues"].map((slug) => ({ teamId: teams[slug] ?? "", monthlyUsd: "1" })),
        { teamId: teams["box-office"] ?? "", environmentId: ids[0], monthlyUsd: "1" },
      ],
    });
    const forecasts = new Map<string, string>();
    for (const id of ids) forecasts.set(id, (await forecastOf(id)) ?? "0");
    /** Each is rounded to ten digits. */
    const expectSum = (usd: string | null | undefined, indexes: number[]) => {
      const sum = Decimal.sum(0, ...indexes.map((index) => forecasts.get(ids[index] ?? "") ?? "0"));
      expect(
        sum
          .minus(usd ?? 0)
          .abs()
          .toNumber(),
      ).toBeLessThan(1e-9);
    };
    const dashboard = async (input = {}) => (await getCostDashboard(deps(), pat, input)).forecast?.usd;
    expectSum(await dashboard(), [0, 1, 2, 3, 4, 5, 6]);
    expectSum(await dashboard({ teamId: teams["box-office"] }), [0, 1, 2, 3, 4]);
    expectSum(await dashboard({ stage: "prod" }), [5, 6]);
    const { budgets } = await listBudgets(deps(), pat, {});
    const budgetOf = (teamId: string | undefined, environmentId: string | null = null) =>
      budgets.find((one) => one.teamId === teamId && one.environmentId === environmentId)?.forecastUsd;
    expectSum(budgetOf(teams["box-office"]), [0, 1, 2, 3, 4]);
    expectSum(budgetOf(teams.venues), [5, 6]);
    expect(budgetOf(teams["box-office"], ids[0])).toBe(forecasts.get(ids[0] ?? ""));
    expect(new Set(forecasts.values()).size).toBe(6);
  });

  it("tells what is to come and what a day costs, which add up to it", async () => {
    await metered(await make("one"), { "20": "11.24" });
    await metered(await make("two", { monthlyCostUsd: "365" }), { "20": "1" });
    const view = await getCostDashboard(deps(), pat, {});
    expect(view.usd).toBe("12.24");
    expect(view.forecast).toEqual({ usd: "372.24", restUsd: "360", dailyUsd: "36" });
    expect((await getCostDashboard(deps(), pat, { month: "2026-10" })).forecast).toBeNull();
  });
});
