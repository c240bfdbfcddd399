import type { Actor } from "@greenroom/identity/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { daysBetween } from "../calendar";
import { importDailyCosts } from "../commands/import-daily-costs";
import { getCostDashboard } from "./get-cost-dashboard";

const NOW = new Date("2026-11-21T12:00:00Z");
const deps = () => ({ db: test.prisma, now: () => NOW, krw: null });

let test: TestDatabase;
let teams: Record<string, string>;
let pat: Actor;
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  teams = Object.fromEntries((await test.prisma.team.findMany()).map(({ slug, id }) => [slug, id]));
  pat = {
    userId: "pat",
    name: "Pat",
    email: "pat@x.test",
    memberships: [{ teamId: teams.platform ?? "", role: "PLATFORM_ENGINEER" }],
  };
});
afterAll(() => test.close());

/** The same each day, today half of it. */
async function spend(name: string, team: string, stage: string, usd: number, first: string, last: string) {
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const { id } = await test.prisma.environment.create({
    data: {
      name,
      teamId: teams[team] ?? "",
      status: "READY",
      ownerId: "rina",
      stage,
      spec: {},
      cloudAccountId: account.id,
      region: "us-east-1",
      blueprint: "ticketing",
      blueprintVersion: "1",
    },
  });
  await importDailyCosts(deps(), {
    source: "METERED",
    days: daysBetween(first, last).map((day) => ({
      environmentId: id,
      day,
      lines: ["SQS", `only ${name}`].map((service) => {
        return { service, component: service, usd: String(day === "2026-11-21" ? usd / 2 : usd) };
      }),
    })),
  });
}

it("compares what a day costs over the days that something was there", async () => {
  await spend("since-october", "box-office", "dev", 3, "2026-10-12", "2026-11-21");
  const alone = await getCostDashboard(deps(), pat, {});
  const changes = (view: typeof alone) =>
    [view, ...view.teams.rows, ...view.stages.rows, ...view.services.rows, ...view.environments.rows].map(
      ({ dailyChangePercent }) => dailyChangePercent,
    );
  expect(changes(alone)).toEqual(Array(6).fill("0.0"));
  expect(alone.movers).toEqual([]);

  await spend("since-summer", "venues", "prod", 2, "2026-08-01", "2026-11-21");
  await spend("new", "venues", "prod", 5, "2026-11-19", "2026-11-21");
  await spend("gone", "venues", "prod", 1, "2026-08-01", "2026-10-31");
  const view = await getCostDashboard(deps(), pat, {});
  const byName = new Map(view.environments.rows.map((row) => [row.name, row]));
  const changeOf = (name: string) => {
    const { dailyChangePercent, dailyChangeUsd } = byName.get(name) ?? {};
    return [dailyChangePercent, dailyChangeUsd];
  };
  expect(changeOf("since-october")).toEqual(["0.0", "0"]);
  expect(changeOf("since-summer")).toEqual(["0.0", "0"]);
  expect(changeOf("new")).toEqual([null, "10"]);
  expect(changeOf("gone")).toEqual(["-100.0", "-2"]);
  expect(view.movers.map(({ name }) => name)).toEqual(["new", "gone"]);
  const changesOf = (rows: readonly { name: string; dailyChangePercent: string | null }[]) =>
    Object.fromEntries(rows.map(({ name, dailyChangePercent }) => [name, dailyChangePercent]));
  expect(changesOf(view.teams.rows)).toMatchObject({ "Box Office": "0.0" });
  expect(changesOf(view.services.rows)).toMatchObject({
    "only since-october": "0.0",
    "only since-summer": "0.0",
    "only new": null,
    "only gone": "-100.0",
  });
  // Of 2.5 days in 20.5 the new one cost $10, and the one that went cost $2 of $6 a day.
  expect(changesOf(view.teams.rows).Venues).toBe((((4 + (10 * 2.5) / 20.5) / 6 - 1) * 100).toFixed(1));
  // The sums were there on every day of October, the youngest of their parts were not.
  const before = (2 + 1 + (3 * 20) / 31) * 2;
  const now = (2 + 3 + (5 * 2.5) / 20.5) * 2;
  expect(view.dailyChangePercent).toBe(((now / before - 1) * 100).toFixed(1));
});
