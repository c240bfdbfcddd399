import { Decimal } from "@greenroom/pricing";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { monthOf } from "../calendar";
import { type CostImport, importDailyCosts } from "./import-daily-costs";

let test: TestDatabase;
const deps = () => ({ db: test.prisma, now: () => new Date("2026-03-05T10:00:00Z") });
/** Two of one team and stage, so that their totals meet; one of another. */
const PLACES = {
  a: { teamId: "box-office", stage: "dev" },
  b: { teamId: "box-office", stage: "dev" },
  c: { teamId: "venues", stage: "prod" },
};
type Name = keyof typeof PLACES;

beforeAll(async () => {
  test = await testDatabase();
  const account = await test.prisma.cloudAccount.create({
    data: { accountId: "111122223333", name: "dev", regions: ["us-east-1"] },
  });
  for (const [id, place] of Object.entries(PLACES)) {
    await test.prisma.environment.create({
      data: {
        id,
        name: `env-${id}`,
        ...place,
        status: "READY",
        ownerId: "rina",
        cloudAccountId: account.id,
        region: "us-east-1",
        blueprint: "ticketing",
        blueprintVersion: "1",
        spec: {},
      },
    });
  }
});
beforeEach(clear);
afterAll(() => test.close());

async function clear(): Promise<void> {
  await test.prisma
    .$executeRaw`TRUNCATE "DailyCost", "DailyTotal", "MonthlyTotal", "MonthlyEnvironmentTotal", "MonthlyTeamTotal"`;
}

const text = (sums: Map<string, Decimal>) =>
  Object.fromEntries(
    [...sums].filter(([, usd]) => !usd.isZero()).map(([key, usd]) => [key, usd.toFixed(10)]),
  );

/** What the totals should be, added up from the daily rows. */
async function expectTotalsToBeTheSums(): Promise<void> {
  const rows = await test.prisma.dailyCost.findMany();
  const [daily, monthly] = [new Map<string, Decimal>(), new Map<string, Decimal>()];
  const add = (sums: Map<string, Decimal>, key: string, usd: string) =>
    sums.set(key, new Decimal(usd).plus(sums.get(key) ?? 0));
  for (const { environmentId, day, service, usd } of rows) {
    const { teamId, stage } = PLACES[environmentId as Name];
    const date = day.toISOString().slice(0, 10);
    add(daily, `${date} ${teamId} ${stage} ${service}`, usd.toFixed());
    add(monthly, `${monthOf(date)} ${environmentId} ${service}`, usd.toFixed());
  }
  const [dailyTotals, monthlyTotals] = await Promise.all([
    test.prisma.dailyTotal.findMany(),
    test.prisma.monthlyTotal.findMany(),
  ]);
  const date = (at: Date) => at.toISOString().slice(0, 10);
  expect(
    Object.fromEntries(
      dailyTotals.map((row) => [
        `${date(row.day)} ${row.teamId} ${row.stage} ${row.service}`,
        row.usd.toFixed(10),
      ]),
    ),
  ).toEqual(text(daily));
  expect(
    Object.fromEntries(
      monthlyTotals.map((row) => [
        `${date(row.month)} ${row.environmentId} ${row.service}`,
        row.usd.toFixed(10),
      ]),
    ),
  ).toEqual(text(monthly));
}

const line = fc.record({
  service: fc.constantFrom("VPC", "DynamoDB"),
  component: fc.constantFrom("hours", "requests"),
  usd: fc
    .bigInt({ min: -(10n ** 13n), max: 10n ** 16n })
    .map((units) => new Decimal(units.toString()).div(1e10).toFixed()),
});
const costs: fc.Arbitrary<CostImport> = fc
  .record({
    source: fc.constantFrom("METERED", "COST_EXPLORER"),
    days: fc.uniqueArray(
      fc.record({
        environmentId: fc.constantFrom("a", "b", "c", "unknown"),
        day: fc.constantFrom("2026-02-27", "2026-02-28", "2026-03-01"),
        lines: fc.array(line, { maxLength: 4 }),
      }),
      { maxLength: 5, selector: ({ environmentId, day }) => `${environmentId} ${day}` },
    ),
  })
  .map(({ source, days }) => ({ source, days: source === "METERED" ? days.map(withoutCredits) : days }));
/** Only AWS gives back. */
function withoutCredits<Day extends CostImport["days"][number]>(day: Day): Day {
  return { ...day, lines: day.lines.map((one) => ({ ...one, usd: one.usd.replace("-", "") })) };
}

describe("importDailyCosts", () => {
  it("keeps the totals equal to the sums of the rows for any imports, and changes nothing the second time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(costs, { minLength: 1, maxLength: 5 }), async (imports) => {
        await clear();
        for (const one of imports) {
          await importDailyCosts(deps(), one);
          await expectTotalsToBeTheSums();
          expect(await importDailyCosts(deps(), one)).toEqual({ changed: [], rows: 0 });
        }
      }),
      { numRuns: 25 },
    );
  });

  it("corrects a day by late data: what is not named any more goes, totals move by the difference", async () => {
    const day = { environmentId: "a", day: "2026-02-28" };
    const of = (usd: string, component = "hours") => ({ service: "VPC", component, usd });
    await importDailyCosts(deps(), {
      source: "COST_EXPLORER",
      days: [
        { ...day, lines: [of("10.25"), of("3", "requests")] },
        { environmentId: "b", day: "2026-02-28", lines: [of("100")] },
      ],
    });
    const late = await importDailyCosts(deps(), {
      source: "COST_EXPLORER",
      days: [{ ...day, lines: [of("10.2500000001")] }],
    });
    expect(late).toEqual({ changed: [day], rows: 2 });
    const [total] = await test.prisma.dailyTotal.findMany();
    expect(total?.usd.toFixed(10)).toBe("110.2500000001");
    const month = await test.prisma.monthlyTotal.findMany({ where: { environmentId: "a" } });
    expect(month.map(({ usd }) => usd.toFixed(10))).toEqual(["10.2500000001"]);
  });

  it("lets what AWS billed replace what was metered, and never the other way round", async () => {
    const day = (usd: string) => [
      { environmentId: "a", day: "2026-03-01", lines: [{ service: "VPC", component: "hours", usd }] },
    ];
    await importDailyCosts(deps(), { source: "METERED", days: day("1") });
    await importDailyCosts(deps(), { source: "COST_EXPLORER", days: day("1") });
    expect((await test.prisma.dailyCost.findFirst())?.source).toBe("COST_EXPLORER");
    expect(await importDailyCosts(deps(), { source: "METERED", days: day("5") })).toEqual({
      changed: [],
      rows: 0,
    });
    await expectTotalsToBeTheSums();
  });

  it("gives the same totals when two import the same at once", async () => {
    const one: CostImport = {
      source: "METERED",
      days: [
        { environmentId: "a", day: "2026-03-01", lines: [{ service: "VPC", component: "hours", usd: "7" }] },
      ],
    };
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => importDailyCosts(deps(), one)));
    expect(outcomes.map(({ rows }) => rows).sort()).toEqual([0, 0, 0, 1]);
    await expectTotalsToBeTheSums();
  });

  it.each([
    ["COST_EXPLORER", "NaN"],
    ["COST_EXPLORER", "Infinity"],
    ["COST_EXPLORER", "-1e400"],
    ["COST_EXPLORER", "100000000000000"],
    ["COST_EXPLORER", "twelve"],
    ["COST_EXPLORER", ""],
    ["METERED", "-0.01"],
  ] as const)("refuses a whole import with a figure that cannot be: %s %s", async (source, usd) => {
    const of = (component: string, amount: string) => ({ service: "VPC", component, usd: amount });
    const days = [
      { environmentId: "a", day: "2026-03-01", lines: [of("hours", "7")] },
      { environmentId: "b", day: "2026-03-01", lines: [of("hours", "1"), of("NAT gateway", usd)] },
    ];
    const refused = importDailyCosts(deps(), { source, days });
    await expect(refused).rejects.toMatchObject({
      code: "INTERNAL",
      says: {
        key: "costNotANumber",
        values: { environment: "env-b", day: "2026-03-01", component: "NAT gateway", usd },
      },
    });
    await expect(refused).rejects.toThrow(/VPC, NAT gateway of env-b on 2026-03-01/);
    expect(await test.prisma.dailyCost.count()).toBe(0);
    const usdIsNaN = test.prisma
      .$executeRaw`INSERT INTO "DailyTotal" VALUES ('2026-03-01', 'team', 'dev', 'VPC', 'NaN')`;
    await expect(usdIsNaN).rejects.toThrow(/DailyTotal_usd_check/);
  });

  it("takes what AWS gave back: a credit is below zero", async () => {
    const lines = [{ service: "VPC", component: "credit", usd: "-5e-1" }];
    await importDailyCosts(deps(), {
      source: "COST_EXPLORER",
      days: [{ environmentId: "a", day: "2026-03-01", lines }],
    });
    expect((await test.prisma.dailyCost.findFirst())?.usd.toFixed()).toBe("-0.5");
  });

  it("writes all or nothing", async () => {
    const failing = importDailyCosts(
      deps(),
      {
        source: "METERED",
        days: [
          {
            environmentId: "a",
            day: "2026-03-01",
            lines: [{ service: "VPC", component: "hours", usd: "7" }],
          },
        ],
      },
      () => Promise.reject(new Error("no audit")),
    );
    await expect(failing).rejects.toThrow("no audit");
    expect(await test.prisma.dailyCost.count()).toBe(0);
    expect(await test.prisma.dailyTotal.count()).toBe(0);
  });
});
