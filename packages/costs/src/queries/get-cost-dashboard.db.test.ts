import type { Actor } from "@greenroom/identity/schema";
import { Decimal } from "@greenroom/pricing";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, daysBetween, monthOf } from "../calendar";
import type { CostDashboardInput } from "../schema";
import { getCostDashboard } from "./get-cost-dashboard";

const NOW = new Date("2026-11-21T12:00:00Z");
const FIRST_DAY = "2026-09-01";
const LAST_DAY = "2026-11-20";
const ENVIRONMENTS = 23;
const SERVICES = ["EC2", "EKS", "VPC", "S3", "KMS", "SQS", "SNS", "WAF"];

let test: TestDatabase;
let teams: Record<string, string>;
let pat: Actor;
let rina: Actor;
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  teams = Object.fromEntries((await test.prisma.team.findMany()).map(({ slug, id }) => [slug, id]));
  const person = { userId: "someone", name: "Someone", email: "someone@x.test" };
  pat = { ...person, memberships: [{ teamId: teams.platform ?? "", role: "PLATFORM_ENGINEER" }] };
  rina = { ...person, memberships: [{ teamId: teams["box-office"] ?? "", role: "REQUESTER" }] };
  await makeCosts();
});
afterAll(() => test.close());

const teamOf = (index: number) => (index % 2 === 0 ? teams["box-office"] : teams.venues) ?? "";
const stageOf = (index: number) => ["dev", "staging", "prod"][index % 3] ?? "";
const idOf = (index: number) => `environment-${String(index).padStart(2, "0")}`;
/**
 * Environment n costs n + service cents a day; the one with the number 3 ten times as much from November on.
 */
const costOf = (index: number, service: number, day: string) =>
  new Decimal(index + service)
    .div(100)
    .times(index === 3 && day >= "2026-11-01" ? 10 : 1)
    .toFixed();

async function makeCosts(): Promise<void> {
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const numbers = Array.from({ length: ENVIRONMENTS }, (_, index) => index);
  await test.prisma.environment.createMany({
    data: numbers.map((index) => ({
      id: idOf(index),
      name: `cost-${index}`,
      status: index === 5 ? ("DESTROYED" as const) : ("READY" as const),
      teamId: teamOf(index),
      ownerId: "owner",
      cloudAccountId: account.id,
      region: "us-east-1",
      stage: stageOf(index),
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
      monthlyCostUsd: index === 0 ? null : 10,
    })),
  });
  const rows = daysBetween(FIRST_DAY, LAST_DAY).flatMap((day) =>
    numbers.flatMap((index) =>
      SERVICES.map((service, at) => ({ day, index, service, usd: costOf(index, at, day) })),
    ),
  );
  const sum = <Row>(keyed: [string, Row, string][]) => {
    const sums = new Map<string, { row: Row; usd: Decimal }>();
    for (const [key, row, usd] of keyed)
      sums.set(key, { row, usd: (sums.get(key)?.usd ?? new Decimal(0)).plus(usd) });
    return [...sums.values()].map(({ row, usd }) => ({ ...row, usd: usd.toFixed() }));
  };
  await test.prisma.dailyTotal.createMany({
    data: sum(
      rows.map(({ day, index, service, usd }) => {
        const row = { day: new Date(day), teamId: teamOf(index), stage: stageOf(index), service };
        return [JSON.stringify(row), row, usd];
      }),
    ),
  });
  await test.prisma.monthlyTotal.createMany({
    data: sum(
      rows.map(({ day, index, service, usd }) => {
        const row = { month: new Date(monthOf(day)), environmentId: idOf(index), service };
        return [JSON.stringify(row), row, usd];
      }),
    ),
  });
}

const dashboard = (actor: Actor, input: CostDashboardInput = {}) =>
  getCostDashboard({ db: test.prisma, now: () => NOW, krw: null }, actor, input);
const total = (amounts: readonly string[]) => Decimal.sum(0, ...amounts).toFixed();
/** What the month cost by the rule above. */
const expected = (indexes: number[], first: string, last: string) =>
  total(
    daysBetween(first, last).flatMap((day) =>
      indexes.flatMap((n) => SERVICES.map((_, at) => costOf(n, at, day))),
    ),
  );
const ALL = Array.from({ length: ENVIRONMENTS }, (_, index) => index);

describe("getCostDashboard", () => {
  it("adds up: every table's rows and rest are the month and the month before", async () => {
    const view = await dashboard(pat);
    expect(view).toMatchObject({
      month: "2026-11",
      previousMonth: "2026-10",
      isCurrentMonth: true,
      measuredUntil: LAST_DAY,
      usd: expected(ALL, "2026-11-01", LAST_DAY),
      previousUsd: expected(ALL, "2026-10-01", "2026-10-31"),
    });
    for (const { rows, rest } of [view.teams, view.stages, view.services, view.environments]) {
      expect(total([...rows.map(({ usd }) => usd), rest?.usd ?? "0"])).toBe(view.usd);
      expect(total([...rows.map((row) => row.previousUsd), rest?.previousUsd ?? "0"])).toBe(view.previousUsd);
    }
    expect(view.environments.rows).toHaveLength(20);
    expect(view.environments.rest?.count).toBe(3);
    expect(view.environments.rows[0]).toMatchObject({
      name: "cost-3",
      usd: expected([3], "2026-11-01", LAST_DAY),
    });
    expect(view.teams.rows.map(({ name }) => name).sort()).toEqual(["Box Office", "Venues"]);
  });

  it("compares days with days, not a part of a month with a whole one", async () => {
    const view = await dashboard(pat);
    const byName = new Map(view.environments.rows.map((row) => [row.name, row]));
    expect(byName.get("cost-22")?.dailyChangePercent).toBe("0.0");
    expect(byName.get("cost-3")?.dailyChangePercent).toBe("900.0");
    expect(view.movers.map(({ name }) => name)).toEqual(["cost-3"]);
    // (3+0 … 3+7 cents) x 9
    expect(view.movers[0]?.dailyChangeUsd).toBe("4.68");
  });

  it("has 60 days, the dearest services by name and the others as one", async () => {
    const { daily } = await dashboard(pat);
    expect(daily.services).toEqual(["WAF", "SNS", "SQS", "KMS", "S3", "VPC", null]);
    expect(daily.days).toHaveLength(60);
    const byDay = new Map(daily.days.map(({ day, usd }) => [day, total(usd)]));
    expect(byDay.get("2026-11-20")).toBe(expected(ALL, LAST_DAY, LAST_DAY));
    expect(byDay.get("2026-11-21")).toBe("0");
  });

  it("shows a team its own costs only, whatever it asks for", async () => {
    const own = ALL.filter((index) => index % 2 === 0);
    const view = await dashboard(rina);
    expect(view.usd).toBe(expected(own, "2026-11-01", LAST_DAY));
    expect(view.teams.rows.map(({ name }) => name)).toEqual(["Box Office"]);
    expect(view.environments.rows.every(({ teamName }) => teamName === "Box Office")).toBe(true);
    expect(view.expected.environmentCount).toBe(own.length);
    const other = await dashboard(rina, { teamId: teams.venues });
    expect(other).toMatchObject({ usd: "0", forecast: { usd: "0" }, expected: { environmentCount: 0 } });
    expect([...other.environments.rows, ...other.movers, ...other.services.rows]).toEqual([]);
    expect((await dashboard({ ...rina, memberships: [] })).usd).toBe("0");
  });

  it("filters by team, stage and month", async () => {
    const some = ALL.filter((index) => index % 2 === 1 && index % 3 === 2);
    const view = await dashboard(pat, { teamId: teams.venues, stage: "prod", month: "2026-10" });
    expect(view).toMatchObject({
      month: "2026-10",
      isCurrentMonth: false,
      forecast: null,
      usd: expected(some, "2026-10-01", "2026-10-31"),
      previousUsd: expected(some, "2026-09-01", "2026-09-30"),
    });
    expect(view.environments.rows.map(({ environmentId }) => environmentId).sort()).toEqual(some.map(idOf));
    expect(view.daily.days.at(-1)?.day).toBe("2026-10-31");
  });

  it("sums the estimates of what lives, and says how many have none", async () => {
    const { expected: estimates } = await dashboard(pat);
    expect(estimates).toMatchObject({ monthlyUsd: "210", environmentCount: 22, withoutEstimateCount: 1 });
    expect(total(estimates.teams.map(({ monthlyUsd }) => monthlyUsd))).toBe("210");
  });

  it("says of which environments, teams and sums the estimate is a least", async () => {
    const least = async () => {
      const { expected: estimates, environments } = await dashboard(pat);
      const rows = environments.rows.filter(({ isExpectedAtLeast }) => isExpectedAtLeast);
      const teamIds = estimates.teams.flatMap(({ teamId, isAtLeast }) => (isAtLeast ? teamId : []));
      return [estimates.leastCount, teamIds, rows.map(({ environmentId }) => environmentId)];
    };
    expect(await least()).toEqual([0, [], []]);
    // What is gone costs nothing any more.
    const id = { in: [idOf(5), idOf(20)] };
    await test.prisma.environment.updateMany({ where: { id }, data: { isCostAtLeast: true } });
    expect(await least()).toEqual([1, [teamOf(20)], [idOf(20)]]);
    await test.prisma.environment.updateMany({ data: { isCostAtLeast: false } });
  });

  it("follows corrections of late data", async () => {
    const day = new Date(addDays(LAST_DAY, -1));
    const before = await dashboard(pat);
    const where = { day, teamId: teamOf(0), stage: stageOf(0), service: "EC2" };
    const { usd } = await test.prisma.dailyTotal.update({
      where: { day_teamId_stage_service: where },
      data: { usd: { increment: "1.25" } },
    });
    expect(new Decimal((await dashboard(pat)).usd).minus(before.usd).toFixed()).toBe("1.25");
    await test.prisma.dailyTotal.delete({ where: { day_teamId_stage_service: where } });
    expect(new Decimal((await dashboard(pat)).usd).minus(before.usd).toFixed()).toBe(
      new Decimal("1.25").minus(usd.toString()).toFixed(),
    );
    const environment = { month: new Date("2026-11-01"), environmentId: idOf(7), service: "EC2" };
    const row = await test.prisma.monthlyTotal.delete({
      where: { month_environmentId_service: environment },
    });
    const after = await dashboard(pat);
    const usdOf = (view: typeof after) =>
      view.environments.rows.find(({ environmentId }) => environmentId === idOf(7))?.usd ?? "0";
    expect(new Decimal(usdOf(before)).minus(usdOf(after)).toFixed()).toBe(
      new Decimal(row.usd.toString()).toFixed(),
    );
  });
});
