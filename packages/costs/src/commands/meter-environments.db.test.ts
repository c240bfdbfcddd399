import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { createLogger } from "@greenroom/logger";
import { Decimal, estimateTemplates } from "@greenroom/pricing";
import { HOURS_PER_MONTH } from "@greenroom/pricing/schema";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "../limits";
import { meterEnvironments } from "./meter-environments";

let test: TestDatabase;
let accountId: string;
const log = createLogger("test", "silent");
const START = Date.parse("2026-02-27T20:13:05.123Z");
const at = (milliseconds: number) => new Date(START + milliseconds);
const meter = (now: Date) => meterEnvironments({ db: test.prisma, log, now: () => now });

/** An environment's NAT gateway and key: one is charged by the hour, the other by the month. */
const nat = { Resources: { Nat: { Type: "AWS::EC2::NatGateway", Properties: { SubnetId: "subnet-1" } } } };
const key = { Resources: { Key: { Type: "AWS::KMS::Key", Properties: { KeyPolicy: {} } } } };
const perHour = (...templates: object[]) => {
  const stacks = templates.map((template, index) => ({ key: `s${index}`, region: "us-east-1", template }));
  return new Decimal(estimateTemplates({ stacks, now: at(0) }).monthlyUsd.expected).div(HOURS_PER_MONTH);
};

beforeAll(async () => {
  test = await testDatabase();
  const account = await test.prisma.cloudAccount.create({
    data: { accountId: "111122223333", name: "dev", regions: ["us-east-1"] },
  });
  accountId = account.id;
});
beforeEach(async () => {
  await test.prisma.environment.deleteMany();
  await test.prisma
    .$executeRaw`TRUNCATE "DailyCost", "DailyTotal", "MonthlyTotal", "MonthlyEnvironmentTotal", "MonthlyTeamTotal", "CostMeter", "StackPeriod", "SpecPeriod"`;
});
afterAll(() => test.close());

async function make(name: string, blueprint = "of-old", spec: object = {}): Promise<string> {
  const { id } = await test.prisma.environment.create({
    data: {
      name,
      teamId: "team",
      stage: "dev",
      status: "READY",
      ownerId: "rina",
      cloudAccountId: accountId,
      region: "us-east-1",
      blueprint,
      blueprintVersion: "1",
      spec,
    },
  });
  return id;
}
async function deploy(environmentId: string, stackKey: string, template: object, when: Date): Promise<void> {
  const data = { template, templateHash: JSON.stringify(template), deployedAt: when };
  await test.prisma.environmentStack.upsert({
    where: { environmentId_key: { environmentId, key: stackKey } },
    create: { environmentId, key: stackKey, position: 0, stackName: stackKey, region: "us-east-1", ...data },
    update: data,
  });
}
/** As destroying an environment does it, at a time of our choice. */
async function destroy(environmentId: string, when: Date): Promise<void> {
  await test.prisma.environmentStack.deleteMany({ where: { environmentId } });
  await test.prisma.environment.update({
    where: { id: environmentId },
    data: { status: "DESTROYED", destroyedAt: when },
  });
}
async function total(environmentId: string): Promise<Decimal> {
  const rows = await test.prisma.dailyCost.findMany({ where: { environmentId } });
  return rows.reduce((sum, { usd }) => sum.plus(usd.toFixed()), new Decimal(0));
}
/** Each row is rounded to ten digits. */
const expectUsd = async (environmentId: string, expected: Decimal) => {
  const rows = await test.prisma.dailyCost.count({ where: { environmentId } });
  expect((await total(environmentId)).minus(expected).abs().toNumber()).toBeLessThanOrEqual(rows * 5e-11);
};

describe("meterEnvironments", () => {
  it("comes to the same in any slicing of time, with stacks that change and go", async () => {
    const hours = fc.integer({ min: 0, max: 60 * HOUR_MS });
    await fc.assert(
      fc.asyncProperty(
        fc.array(hours, { maxLength: 6 }),
        fc.tuple(hours, hours, hours).map((times) => times.sort((a, b) => a - b)),
        async (slices, [built, changed, destroyed]) => {
          const [sliced, once] = [await make(`sliced-${built}`), await make(`once-${built}`)];
          const facts = [
            { when: built!, act: (id: string) => deploy(id, "a", nat, at(built!)) },
            { when: changed!, act: (id: string) => deploy(id, "a", key, at(changed!)) },
            { when: destroyed!, act: (id: string) => destroy(id, at(destroyed!)) },
          ];
          for (const { act } of facts) await act(once);
          const end = 61 * HOUR_MS;
          const steps = [
            ...facts.map((fact) => ({ ...fact, order: 0 })),
            ...[...slices, end].map((when) => ({ when, act: () => meter(at(when)), order: 1 })),
          ].sort((a, b) => a.when - b.when || a.order - b.order);
          for (const { act } of steps) await act(sliced);

          const rows = async (environmentId: string) => {
            const found = await test.prisma.dailyCost.findMany({
              where: { environmentId },
              orderBy: [{ day: "asc" }, { component: "asc" }],
            });
            return found.map(({ day, component, usd }) => [day, component, usd.toFixed(10)]);
          };
          expect(await rows(sliced)).toEqual(await rows(once));
          const expected = perHour(nat)
            .times(changed! - built!)
            .plus(perHour(key).times(destroyed! - changed!));
          await expectUsd(sliced, expected.div(HOUR_MS));
          await test.prisma.environment.deleteMany();
        },
      ),
      { numRuns: 12 },
    );
  });

  it("prices a day of a full environment as 24 of the 730 hours of its estimate", async () => {
    const model = findBlueprint("ticketing")!;
    const spec = model.presets[0]!.spec as object;
    const stacks = model.outline(spec, {
      environmentName: "x",
      teamSlug: "x",
      ownerEmail: "x@y.test",
      costCentre: "x",
      requestNumber: 1,
      stage: "dev",
      region: "us-east-1",
      accountId: "111122223333",
      expiresOn: null,
    });
    const id = await make("full", "ticketing", spec);
    const midnight = new Date("2026-03-01T00:00:00Z");
    for (const { key: stackKey, template } of stacks)
      await deploy(id, stackKey, template as object, midnight);
    await meter(new Date(midnight.getTime() + DAY_MS));
    const estimate = estimateTemplates({ stacks, usage: model.usage(spec), now: midnight });
    await expectUsd(id, new Decimal(estimate.monthlyUsd.expected).times(24).div(730));
    expect(estimate.monthlyUsd.expected).not.toBe("0");
  });

  it("prices each hour with the use that was expected then, also when days are caught up", async () => {
    const model = findBlueprint("ticketing")!;
    const quiet = model.presets[0]!.spec as { traffic: object };
    const busy = { ...quiet, traffic: { ...quiet.traffic, requestsPerSecond: 2000 } };
    const stacks = model.outline(quiet, {
      environmentName: "x",
      teamSlug: "x",
      ownerEmail: "x@y.test",
      costCentre: "x",
      requestNumber: 1,
      stage: "dev",
      region: "us-east-1",
      accountId: "111122223333",
      expiresOn: null,
    });
    const midnight = Date.parse("2026-03-02T00:00:00Z");
    const hour = (count: number) => new Date(midnight + count * HOUR_MS);
    const [followed, caughtUp] = [
      await make("followed", "ticketing", quiet),
      await make("caught-up", "ticketing", quiet),
    ];
    const change = (id: string) =>
      test.prisma.environment.update({ where: { id }, data: { spec: busy, readyAt: hour(38) } });
    for (const id of [followed, caughtUp])
      for (const { key: stackKey, template } of stacks)
        await deploy(id, stackKey, template as object, hour(0));
    await change(caughtUp);
    await test.prisma.costMeter.create({ data: { environmentId: caughtUp, meteredUntil: hour(200) } });
    for (const count of [24, 38]) await meter(hour(count));
    await change(followed);
    await test.prisma.costMeter.delete({ where: { environmentId: caughtUp } });
    for (const count of [39, 72]) await meter(hour(count));

    const monthly = (spec: object) =>
      new Decimal(estimateTemplates({ stacks, usage: model.usage(spec), now: hour(0) }).monthlyUsd.expected);
    expect(monthly(busy).gt(monthly(quiet).times(2))).toBe(true);
    const byDay = async (environmentId: string) => {
      const rows = await test.prisma.dailyCost.groupBy({
        by: ["day"],
        where: { environmentId },
        _sum: { usd: true },
        orderBy: { day: "asc" },
      });
      return rows.map(({ _sum }) => _sum.usd?.toFixed(6));
    };
    const expected = [
      [24, 0],
      [14, 10],
      [0, 24],
    ].map(([before = 0, after = 0]) =>
      monthly(quiet).times(before).plus(monthly(busy).times(after)).div(HOURS_PER_MONTH).toFixed(6),
    );
    expect(await byDay(followed)).toEqual(expected);
    expect(await byDay(caughtUp)).toEqual(expected);
  });

  it("counts an environment that came and went between two looks", async () => {
    const id = await make("short");
    await deploy(id, "a", nat, at(0));
    await destroy(id, at(10 * 60_000));
    await meter(at(HOUR_MS));
    await expectUsd(id, perHour(nat).div(6));
  });

  it("stops at the end, and looks at what ended no more", async () => {
    const id = await make("ended");
    await deploy(id, "a", nat, at(0));
    await meter(at(HOUR_MS));
    await destroy(id, at(HOUR_MS * 1.5));
    expect(await meter(at(HOUR_MS * 2))).not.toEqual([]);
    await expectUsd(id, perHour(nat).times(1.5));
    await meter(at(HOUR_MS * 3));
    const [{ meteredUntil } = {}] = await test.prisma.costMeter.findMany();
    await meter(at(HOUR_MS * 50));
    expect((await test.prisma.costMeter.findFirst())?.meteredUntil).toEqual(meteredUntil);
    await expectUsd(id, perHour(nat).times(1.5));
  });

  it("goes on with the others when one cannot be priced", async () => {
    const [bad, good] = [await make("bad"), await make("good")];
    await deploy(bad, "a", { Resources: "none" }, at(0));
    await deploy(good, "a", nat, at(0));
    await meter(at(HOUR_MS));
    await expectUsd(good, perHour(nat));
    expect(await test.prisma.costMeter.count({ where: { environmentId: bad } })).toBe(0);
  });
});

describe("the periods of a stack", () => {
  it("begin and end as its row tells, and stay when the row goes", async () => {
    const id = await make("periods");
    const environmentStack = {
      environmentId: id,
      key: "a",
      position: 0,
      stackName: "a",
      region: "us-east-1",
    };
    await test.prisma.environmentStack.create({
      data: { ...environmentStack, templateHash: "", template: {} },
    });
    await deploy(id, "a", nat, at(0));
    await deploy(id, "a", nat, at(1_000));
    await deploy(id, "a", key, at(2_000));
    await test.prisma.environmentStack.deleteMany({ where: { environmentId: id } });
    const periods = await test.prisma.stackPeriod.findMany({ orderBy: { startedAt: "asc" } });
    expect(periods.map(({ startedAt, template }) => [startedAt, template])).toEqual([
      [at(0), nat],
      [at(2_000), key],
    ]);
    expect(periods[0]?.endedAt).toEqual(at(2_000));
    expect(periods[1]?.endedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });
});
