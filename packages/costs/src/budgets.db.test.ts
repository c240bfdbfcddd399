import { type Actor, ROLES } from "@greenroom/identity/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makePeople } from "../testing/make-people";
import { acknowledgeAlert } from "./commands/acknowledge-alert";
import { importDailyCosts } from "./commands/import-daily-costs";
import { raiseMonthAlerts } from "./commands/raise-month-alerts";
import { removeBudget } from "./commands/remove-budget";
import { setBudget } from "./commands/set-budget";
import { createCostsHandlers } from "./handlers";
import { findBudgetImpacts } from "./queries/find-budget-impacts";
import { listBudgetAlerts } from "./queries/list-budget-alerts";
import { listBudgets } from "./queries/list-budgets";
import type { SetBudgetInput } from "./schema";

let test: TestDatabase;
let [teamId, otherTeamId] = ["", ""];
let now = new Date("2026-11-11T00:00:00Z");
const deps = () => ({ db: test.prisma, now: () => now });
const actor = (role: Actor["memberships"][number]["role"], of = teamId): Actor => ({
  ...{ userId: `${role} of ${of}`, name: role, email: `${role}@x.test` },
  memberships: [{ teamId: of, role }],
});
const pat = () => actor("PLATFORM_ENGINEER");

beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  const idOf = async (slug: string) => (await test.prisma.team.findUniqueOrThrow({ where: { slug } })).id;
  [teamId, otherTeamId] = [await idOf("box-office"), await idOf("venues")];
  for (const team of [teamId, otherTeamId])
    await makePeople(
      test.prisma,
      ROLES.map((role) => actor(role, team)),
    );
});
beforeEach(async () => {
  now = new Date("2026-11-11T00:00:00Z");
  await test.prisma
    .$executeRaw`TRUNCATE "Budget", "BudgetThreshold", "BudgetAlert", "Environment", "DailyCost", "DailyTotal", "MonthlyTotal", "MonthlyEnvironmentTotal", "MonthlyTeamTotal" CASCADE`;
});
afterAll(() => test.close());

const budget = (changes: Partial<SetBudgetInput> = {}): SetBudgetInput => ({
  ...{ teamId, environmentId: null, monthlyUsd: "500", version: 0 },
  thresholds: [
    { kind: "CROSSING", value: "80", effect: "NOTIFY" },
    { kind: "CROSSING", value: "100", effect: "BLOCK" },
    { kind: "ABSOLUTE", value: "200", effect: "APPROVE" },
    { kind: "PERCENT", value: "50", effect: "NOTIFY" },
  ],
  ...changes,
});

const FIRST = new Date("2026-11-01T00:00:00Z");
let counter = 0;
async function environment(columns: Record<string, unknown> = {}): Promise<string> {
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const { id } = await test.prisma.environment.create({
    data: {
      ...{ name: `shop-${++counter}`, teamId, status: "READY", ownerId: "rina", stage: "dev" },
      ...{ cloudAccountId: account.id, region: "us-east-1", blueprint: "ticketing", blueprintVersion: "1" },
      ...{ spec: {}, monthlyCostUsd: "300", createdAt: FIRST, readyAt: FIRST, ...columns },
    },
  });
  return id;
}

/** Costs by day of the month, metered. */
const spend = (environmentId: string, usd: string, days: number[]) =>
  importDailyCosts(deps(), {
    source: "METERED",
    days: days.map((day) => ({
      environmentId,
      day: `2026-11-${String(day).padStart(2, "0")}`,
      lines: [{ service: "VPC", component: "NAT gateway", usd }],
    })),
  });
const audited = () =>
  test.prisma.auditEvent.findMany({ where: { subjectType: "budget" }, orderBy: { sequence: "asc" } });

describe("setBudget", () => {
  it("sets, changes and removes; each once in the audit trail, and the same again changes nothing", async () => {
    const before = (await audited()).length;
    expect(await setBudget(deps(), pat(), budget())).toEqual({ version: 1 });
    expect(await setBudget(deps(), pat(), budget({ monthlyUsd: "500.00" }))).toEqual({ version: 1 });
    const dearer = budget({ monthlyUsd: "812.5", version: 1 });
    expect(await setBudget(deps(), pat(), dearer)).toEqual({ version: 2 });
    expect(await setBudget(deps(), pat(), dearer)).toEqual({ version: 2 });
    const { budgets } = await listBudgets(deps(), actor("VIEWER"), {});
    expect(budgets).toMatchObject([
      { monthlyUsd: "812.5", version: 2, teamName: "Box Office", canSet: false },
    ]);
    expect(budgets[0]?.thresholds).toHaveLength(4);
    await removeBudget(deps(), pat(), { teamId, environmentId: null, version: 2 });
    await removeBudget(deps(), pat(), { teamId, environmentId: null, version: 2 });
    expect((await audited()).slice(before).map(({ action }) => action)).toEqual([
      ...["budget.set", "budget.set", "budget.removed"],
    ]);
  });

  it("refuses what was set on an older version, and who may not", async () => {
    await setBudget(deps(), pat(), budget());
    const stale = { code: "STALE", says: { key: "budgetMoved" } };
    await expect(setBudget(deps(), pat(), budget({ monthlyUsd: "9" }))).rejects.toMatchObject(stale);
    await expect(
      removeBudget(deps(), pat(), { teamId, environmentId: null, version: 3 }),
    ).rejects.toMatchObject(stale);
    await expect(setBudget(deps(), actor("APPROVER"), budget())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const outsider = actor("APPROVER", otherTeamId);
    await expect(setBudget(deps(), outsider, budget())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const environmentId = await environment({ teamId: otherTeamId });
    await expect(setBudget(deps(), pat(), budget({ environmentId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await listBudgets(deps(), outsider, {})).budgets).toEqual([]);
  });

  it("lets one of two who set the first budget at once win, and tells the other", async () => {
    const outcomes = await Promise.allSettled(
      ["100", "200", "300"].map((monthlyUsd) => setBudget(deps(), pat(), budget({ monthlyUsd }))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await test.prisma.budget.count()).toBe(1);
  });
});

describe("listBudgets", () => {
  it("says what the month comes to and what each threshold says", async () => {
    const environmentId = await environment();
    await environment({ status: "DESTROYED", monthlyCostUsd: "900" });
    await spend(environmentId, "42", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await setBudget(deps(), pat(), budget());
    await setBudget(deps(), pat(), budget({ environmentId, monthlyUsd: "1000" }));
    await test.prisma.costMeter.update({ where: { environmentId }, data: { meteredUntil: now } });
    const { budgets } = await listBudgets(deps(), actor("VIEWER"), { environmentId });
    // 10 days at $42, and 20 more at $300 for 730 hours; nothing of what is gone.
    expect(budgets).toMatchObject([
      {
        environmentId: null,
        ...{ month: "2026-11-01", soFarUsd: "420", forecastUsd: "617.2602739726", expectedMonthlyUsd: "300" },
        thresholds: [
          { kind: "CROSSING", value: "80", limitUsd: "400", passedBy: "SO_FAR" },
          { kind: "CROSSING", value: "100", limitUsd: "500", passedBy: "FORECAST" },
          { kind: "ABSOLUTE", value: "200", limitUsd: "200", passedBy: null },
          { kind: "PERCENT", value: "50", limitUsd: "150", passedBy: null },
        ],
      },
      { environmentId, soFarUsd: "420", forecastUsd: "617.2602739726", expectedMonthlyUsd: "300" },
    ]);
  });
});

describe("raiseMonthAlerts", () => {
  it("tells of a threshold once a month, whoever and however often it is looked at", async () => {
    const environmentId = await environment({ monthlyCostUsd: null });
    await setBudget(deps(), pat(), budget());
    await spend(environmentId, "42", [1, 2, 3]);
    const raised = await Promise.all([1, 2, 3].map(() => raiseMonthAlerts(deps())));
    expect(raised.reduce((sum, count) => sum + count, 0)).toBe(0);
    await spend(environmentId, "101", [4, 5, 6, 7]);
    const counts = await Promise.all([1, 2, 3].map(() => raiseMonthAlerts(deps())));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await raiseMonthAlerts(deps())).toBe(0);
    const alerts = await listBudgetAlerts(deps(), actor("APPROVER"), { includeAcknowledged: false });
    expect(
      alerts
        .map(({ value, figure, usd, limitUsd, month, name }) => [value, figure, usd, limitUsd, month, name])
        .sort(),
    ).toEqual([
      ["100", "SO_FAR", "530", "500", "2026-11-01", "Box Office"],
      ["80", "SO_FAR", "530", "400", "2026-11-01", "Box Office"],
    ]);
    // Another month is another trigger.
    now = new Date("2026-12-01T06:00:00Z");
    expect(await raiseMonthAlerts(deps())).toBe(0);
    await importDailyCosts(deps(), {
      source: "METERED",
      days: [{ environmentId, day: "2026-12-01", lines: [{ service: "VPC", component: "x", usd: "450" }] }],
    });
    expect(await raiseMonthAlerts(deps())).toBeGreaterThan(0);
  });

  it("follows the bill that comes in, and the meter", async () => {
    const environmentId = await environment({ monthlyCostUsd: null });
    const { name } = await test.prisma.environment.findUniqueOrThrow({ where: { id: environmentId } });
    await setBudget(deps(), pat(), budget({ environmentId, monthlyUsd: "100" }));
    const costs = [{ day: "2026-11-09", usd: "95", service: "Amazon DynamoDB", environmentName: name }];
    const handlers = createCostsHandlers({
      ...deps(),
      enqueue: async () => {},
      log: { warn() {} } as never,
      costExplorer: { listDailyCosts: async () => ({ costs, estimatedDays: [] }) },
    });
    const { signal } = new AbortController();
    await handlers["costs.import"]({}, signal);
    expect(await test.prisma.budgetAlert.findMany()).toMatchObject([{ trigger: "month:2026-11" }]);
    await test.prisma.budgetAlert.deleteMany();
    await handlers["costs.meter"]({}, signal);
    expect(await test.prisma.budgetAlert.count()).toBe(1);
  });

  it("tells of a changed amount anew, at once", async () => {
    const environmentId = await environment({ monthlyCostUsd: null });
    await spend(environmentId, "100", [10]);
    await setBudget(
      deps(),
      pat(),
      budget({ thresholds: [{ kind: "CROSSING", value: "100", effect: "NOTIFY" }] }),
    );
    expect(await test.prisma.budgetAlert.count()).toBe(0);
    const less = budget({
      monthlyUsd: "90",
      version: 1,
      thresholds: [{ kind: "CROSSING", value: "100", effect: "NOTIFY" }],
    });
    await setBudget(deps(), pat(), less);
    expect(await test.prisma.budgetAlert.count()).toBe(1);
    await setBudget(deps(), pat(), { ...less, monthlyUsd: "5000", version: 2 });
    expect(await test.prisma.budgetAlert.count()).toBe(0);
  });

  it("is acknowledged once, by an approver of the team or a platform engineer", async () => {
    const environmentId = await environment({ monthlyCostUsd: null });
    await spend(environmentId, "450", [10]);
    await setBudget(deps(), pat(), budget());
    const [alert] = await listBudgetAlerts(deps(), actor("REQUESTER"), { includeAcknowledged: false });
    expect(alert?.canAcknowledge).toBe(false);
    const input = { alertId: alert?.id ?? "" };
    await expect(acknowledgeAlert(deps(), actor("REQUESTER"), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(acknowledgeAlert(deps(), actor("APPROVER", otherTeamId), input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const before = (await audited()).length;
    await acknowledgeAlert(deps(), actor("APPROVER"), input);
    await acknowledgeAlert(deps(), pat(), input);
    expect((await audited()).slice(before)).toMatchObject([
      {
        action: "budget.alertAcknowledged",
        actorId: `APPROVER of ${teamId}`,
        subjectName: "Box Office",
        teamId,
      },
    ]);
    const open = await listBudgetAlerts(deps(), pat(), { includeAcknowledged: false });
    expect(open.map(({ id }) => id)).not.toContain(input.alertId);
    const all = await listBudgetAlerts(deps(), pat(), { includeAcknowledged: true });
    expect(all.find(({ id }) => id === input.alertId)?.acknowledged?.at).toEqual(now);
  });
});

describe("findBudgetImpacts", () => {
  it("holds a request against the budget of the team and of the environment", async () => {
    const environmentId = await environment();
    await environment({ monthlyCostUsd: "100" });
    await setBudget(deps(), pat(), budget());
    await setBudget(deps(), pat(), budget({ environmentId, monthlyUsd: "1000" }));
    const change = await findBudgetImpacts(test.prisma, { teamId, environmentId, monthlyUsd: "450.5" });
    expect(change).toMatchObject([
      { isOfTeam: true, name: "Box Office", beforeUsd: "400", afterUsd: "550.5", effect: "BLOCK" },
      { isOfTeam: false, beforeUsd: "300", afterUsd: "450.5", effect: "NOTIFY" },
    ]);
    expect(change[0]?.passed.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      "CROSSING 80",
      "CROSSING 100",
    ]);
    const smaller = await findBudgetImpacts(test.prisma, { teamId, environmentId, monthlyUsd: "0" });
    expect(smaller.map(({ effect }) => effect)).toEqual([null, null]);
  });

  it("lets a request that makes nothing dearer pass above the budget, to the last digit of a plan", async () => {
    for (const usd of ["48.43961588149", "48.43961588149999999999"]) {
      const environmentId = await environment({ monthlyCostUsd: usd });
      await environment({ monthlyCostUsd: usd });
      await setBudget(deps(), pat(), budget({ monthlyUsd: "50" }));
      const [impact] = await findBudgetImpacts(test.prisma, { teamId, environmentId, monthlyUsd: usd });
      expect(impact).toMatchObject({ beforeUsd: impact?.afterUsd, effect: null });
      const dearer = await findBudgetImpacts(test.prisma, {
        teamId,
        environmentId,
        monthlyUsd: "48.4396159",
      });
      expect(dearer[0]?.effect).toBe("BLOCK");
      await test.prisma.$executeRaw`TRUNCATE "Budget", "Environment" CASCADE`;
    }
  });

  it("counts what is approved and not yet built as the dearer of both", async () => {
    await environment({ status: "PROVISIONING", monthlyCostUsd: null, approvedMonthlyUsd: "120" });
    await environment({ status: "UPDATING", monthlyCostUsd: "50", approvedMonthlyUsd: "20" });
    await environment({ status: "READY", monthlyCostUsd: "7", approvedMonthlyUsd: "900" });
    await environment({ status: "DESTROYING", monthlyCostUsd: "3" });
    await setBudget(deps(), pat(), budget());
    const [impact] = await findBudgetImpacts(test.prisma, { teamId, environmentId: null, monthlyUsd: "1" });
    expect(impact).toMatchObject({ beforeUsd: "180", afterUsd: "181" });
  });
});
