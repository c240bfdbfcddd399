import type { Actor } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { Decimal, defaultPriceBook } from "@greenroom/pricing";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountCosts } from "../schema";
import { estimateSpec } from "./estimate-spec";
import { getAccountCosts } from "./get-account-costs";

const NOW = new Date("2026-11-21T12:00:00Z");
const spec = getBlueprint("ticketing").presets[0]?.spec as Record<string, unknown>;
const book = defaultPriceBook();

let test: TestDatabase;
let rina: Actor;
let pat: Actor;
let venues: string;
beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  const teamOf = async (slug: string) => (await test.prisma.team.findUniqueOrThrow({ where: { slug } })).id;
  const [own, other, platform] = [
    await teamOf("box-office"),
    await teamOf("venues"),
    await teamOf("platform"),
  ];
  venues = other;
  const account = await test.prisma.cloudAccount.findUniqueOrThrow({ where: { accountId: "111122223333" } });
  const row = (name: string, change: object = {}) => ({
    name,
    status: "READY" as const,
    teamId: own,
    ownerId: "owner",
    cloudAccountId: account.id,
    region: "ap-northeast-2",
    stage: "dev",
    blueprint: "ticketing",
    blueprintVersion: "1",
    spec: spec as object,
    ...change,
  });
  await test.prisma.environment.createMany({
    data: [
      row("first"),
      row("second"),
      row("of-an-old-form", { spec: {} }),
      row("gone", { status: "DESTROYED" }),
      row("of-others", { teamId: other, stage: "staging" }),
    ],
  });
  const person = { userId: "someone", name: "Someone", email: "someone@x.test" };
  rina = { ...person, memberships: [{ teamId: own, role: "VIEWER" as const }] };
  pat = { ...person, memberships: [{ teamId: platform, role: "PLATFORM_ENGINEER" as const }] };
});
afterAll(() => test.close());

const costs = (actor: Actor, input = {}) =>
  getAccountCosts({ db: test.prisma, book, now: () => NOW }, actor, input);
const names = ({ accounts }: AccountCosts) =>
  accounts.map(({ name, environments }) => [name, environments.map((row) => row.environmentName).sort()]);

describe("getAccountCosts", () => {
  it("walks the whole account, and tells a team of its own environments only", async () => {
    const [own, all] = [await costs(rina), await costs(pat)];
    expect(names(own)).toEqual([["ticketing-dev", ["first", "second"]]]);
    expect(names(all)).toEqual([["ticketing-dev", ["first", "of-others", "second"]]]);
    const share = ({ accounts }: AccountCosts) =>
      accounts[0]?.environments.find(({ environmentName }) => environmentName === "first");
    expect(share(own)).toEqual(share(all));
    expect(JSON.stringify(own)).not.toContain("of-others");
    expect([own.walkedCount, own.environmentCount]).toEqual([3, 4]);
  });

  it("begins with the estimates, and adds up in both directions", async () => {
    const { accounts } = await costs(pat);
    const [account] = accounts;
    const estimate = estimateSpec(
      { book, now: () => NOW },
      { blueprint: "ticketing", region: "ap-northeast-2", stage: "dev", spec },
    );
    expect(Number(account?.estimatedUsd)).toBeCloseTo(3 * Number(estimate.monthlyUsd.expected), 6);
    for (const key of ["estimatedUsd", "beforeFreeTierUsd", "afterUsd", "discountedUsd"] as const) {
      const sum = (rows: readonly Record<typeof key, string>[]) =>
        rows.reduce((total, row) => total.plus(row[key]), new Decimal(0)).toFixed(6);
      const total = new Decimal(account?.[key] ?? 0).toFixed(6);
      expect(sum(account?.environments ?? [])).toBe(total);
      expect(sum([...(account?.charges ?? []), ...(account ? [account.others] : [])])).toBe(total);
      for (const charge of account?.charges ?? []) {
        expect(sum(charge.shares)).toBe(new Decimal(charge[key]).toFixed(6));
      }
    }
    expect(Number(account?.afterUsd)).toBeLessThan(Number(account?.beforeFreeTierUsd));
  });

  it("expects of what ends within a month its hours only, and of what should have ended a whole month", async () => {
    const shareOf = async (expiresAt: Date | null) => {
      await test.prisma.environment.updateMany({ where: { name: "second" }, data: { expiresAt } });
      const [account] = (await costs(pat)).accounts;
      const share = account?.environments.find(({ environmentName }) => environmentName === "second");
      return { share, total: account?.estimatedUsd ?? "0" };
    };
    const [week, month, over] = [
      await shareOf(new Date("2026-11-28T12:00:00Z")),
      await shareOf(new Date("2027-11-28T12:00:00Z")),
      await shareOf(new Date("2026-11-20T12:00:00Z")),
    ];
    const whole = await shareOf(null);
    expect([month, over]).toEqual([whole, whole]);
    const hours = new Decimal(whole.share?.estimatedUsd ?? 0).times(7 * 24).div(730);
    expect(week.share?.estimatedUsd).toBe(hours.toDecimalPlaces(10).toFixed());
    expect(Number(week.total)).toBeCloseTo(
      hours
        .plus(whole.total)
        .minus(whole.share?.estimatedUsd ?? 0)
        .toNumber(),
      8,
    );
    expect(Number(week.share?.afterUsd)).toBeLessThan(Number(whole.share?.afterUsd) / 4);
  });

  it("filters what is told, never what is walked", async () => {
    const [all, staging] = [await costs(pat), await costs(pat, { stage: "staging" })];
    expect(names(staging)).toEqual([["ticketing-dev", ["of-others"]]]);
    expect(staging.walkedCount).toBe(all.walkedCount);
    expect(await costs(rina, { teamId: venues })).toEqual({
      accounts: [],
      walkedCount: 0,
      environmentCount: 0,
    });
  });
});
