import { createCallerFactory, loadActor } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { transaction } from "@greenroom/prisma";
import { seedDemo, seedManyEnvironments } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createEnvironment,
  forgetStack,
  listTakenCidrs,
  markDeployed,
  markDestroyed,
  markFailed,
  recordEnvironmentTransition,
  recordStack,
} from ".";
import { canTransition, ENVIRONMENT_STATUSES, type EnvironmentStatus, isBusy } from "./lifecycle";
import { createEnvironmentsRouter } from "./router";

let test: TestDatabase;
let people: Record<"rina" | "theo" | "pat" | "vera", Actor>;
const NOW = new Date("2026-05-01T10:00:00Z");
const by = { actor: null, cause: "because", now: NOW };

const caller = (actor: Actor, hasAwsConsole = true) =>
  createCallerFactory(createEnvironmentsRouter({ db: test.prisma, hasAwsConsole }))({
    loadActor: async () => actor,
    log: { info() {}, error() {} } as never,
  });

let counter = 0;
async function make(status: EnvironmentStatus = "PROVISIONING", name = `env-${++counter}`): Promise<string> {
  const account = await test.prisma.cloudAccount.findFirstOrThrow();
  const id = await transaction(test.prisma, (tx) =>
    createEnvironment(
      tx,
      {
        name,
        teamId: people.rina.memberships[0]!.teamId,
        ownerId: people.rina.userId,
        cloudAccountId: account.id,
        region: "us-east-1",
        stage: "dev",
        blueprint: "ticketing",
        blueprintVersion: "1",
        spec: { a: 1 },
        cidrs: ["10.9.0.0/16"],
      },
      by,
    ),
  );
  await test.prisma.environment.update({ where: { id: id! }, data: { status } });
  return id!;
}
const read = (id: string) => test.prisma.environment.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  test = await testDatabase();
  await seedDemo(test.prisma);
  const load = async (subject: string) =>
    (await loadActor({ db: test.prisma }, { issuer: "demo", subject }))!;
  people = {
    rina: await load("rina"),
    theo: await load("theo"),
    pat: await load("pat"),
    vera: await load("vera"),
  };
});
afterAll(() => test.close());

describe("recordEnvironmentTransition", () => {
  it.each(ENVIRONMENT_STATUSES)("lets %s become what its table says and nothing else", async (from) => {
    const id = await make(from);
    for (const to of ENVIRONMENT_STATUSES) {
      await test.prisma.environment.update({ where: { id }, data: { status: from, version: 7 } });
      const moved = transaction(test.prisma, (tx) =>
        recordEnvironmentTransition(tx, id, { to, cause: "test", actor: null, now: NOW }),
      );
      if (canTransition(from, to)) {
        await moved;
        expect(await read(id)).toMatchObject({ status: to, version: isBusy(to) ? 8 : 7 });
      } else {
        await expect(moved).rejects.toMatchObject({ code: "CONFLICT", says: { values: { from, to } } });
        expect(await read(id)).toMatchObject({ status: from, version: 7 });
      }
    }
    await test.prisma.environment.delete({ where: { id } });
  });

  it("is won by one of many at once, with one audit row", async () => {
    const id = await make("READY");
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        transaction(test.prisma, (tx) =>
          recordEnvironmentTransition(tx, id, { ...by, from: ["READY"], to: "UPDATING" }),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const rows = await test.prisma.auditEvent.findMany({
      where: { subjectId: id, action: "environment.statusChanged" },
    });
    expect(rows).toMatchObject([{ reason: "because", details: { from: "READY", to: "UPDATING" } }]);
  });
});

describe("what runs report", () => {
  it("a name belongs to one existing environment, and is free again after its end", async () => {
    const id = await make("DESTROYING", "taken");
    await expect(make("READY", "taken")).rejects.toThrow();
    await transaction(test.prisma, (tx) => markDestroyed(tx, id, by));
    expect(await read(id)).toMatchObject({ status: "DESTROYED", destroyedAt: NOW, expiresAt: null });
    await make("READY", "taken");
  });

  it("deployed: the price, and the end counted from then", async () => {
    const id = await make();
    await transaction(test.prisma, (tx) =>
      markDeployed(tx, id, {
        lifetimeDays: 30,
        monthlyCostUsd: "412.3456",
        isCostAtLeast: true,
        blueprintVersion: "2",
        spec: { a: 2 },
        cidrs: ["10.7.0.0/16"],
        cause: "built",
        now: NOW,
      }),
    );
    const environment = await read(id);
    expect(environment).toMatchObject({
      status: "READY",
      isCostAtLeast: true,
      readyAt: NOW,
      expiresAt: new Date("2026-05-31T10:00:00Z"),
      blueprintVersion: "2",
      spec: { a: 2 },
      cidrs: ["10.7.0.0/16"],
    });
    expect(environment.monthlyCostUsd?.toString()).toBe("412.3456");
  });

  it("costs what stands; at most what was approved while that is made, or failed to be; nothing once it is gone", async () => {
    const id = await make("PROVISIONING", "what-it-costs");
    for (const [status, monthlyCostUsd, approvedMonthlyUsd, shown] of [
      ["PROVISIONING", null, "47.79", "up to 47.79"],
      ["FAILED", null, "47.79", "up to 47.79"],
      ["FAILED", null, null, null],
      ["READY", "40", "47.79", "40"],
      ["UPDATING", "40", "47.79", "up to 47.79"],
      ["UPDATING", "60", "47.79", "60"],
      ["DESTROYED", "40", "47.79", null],
    ] as const) {
      await test.prisma.environment.update({
        where: { id },
        data: { status, monthlyCostUsd, approvedMonthlyUsd },
      });
      const { items } = await caller(people.pat).list({ search: "what-it-costs", includeDestroyed: true });
      for (const seen of [await caller(people.pat).get({ environmentId: id }), items[0]!])
        expect(seen.isCostAtMost ? `up to ${seen.monthlyCostUsd}` : seen.monthlyCostUsd).toBe(shown);
    }
  });

  it("stacks: written again without harm, forgotten when deleted, gone with the environment", async () => {
    const id = await make();
    const stack = {
      key: "network",
      position: 0,
      stackName: "greenroom-x-network",
      stackId: "arn:aws:cloudformation:us-east-1:111122223333:stack/x/1",
      region: "us-east-1",
      template: { Resources: {} },
      templateHash: "h",
      outputs: { HealthUrl: "https://x.test/health", VpcId: "vpc-1" },
      resourceCount: 3,
    };
    await transaction(test.prisma, async (tx) => {
      await recordStack(tx, id, stack, NOW);
      await recordStack(tx, id, { ...stack, resourceCount: 4 }, NOW);
      await recordStack(tx, id, { ...stack, key: "data", position: 1 }, NOW);
      await forgetStack(tx, id, "data");
    });
    const view = await caller(people.rina).get({ environmentId: id });
    expect(view.stacks).toMatchObject([{ key: "network", resourceCount: 4, deployedAt: NOW }]);
    expect(view.links.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      "HEALTH HealthUrl",
      "STACK greenroom-x-network",
    ]);
    expect(view.stacks[0]?.consoleUrl).toContain("us-east-1.console.aws.amazon.com");
    const simulated = await caller(people.rina, false).get({ environmentId: id });
    expect(simulated.stacks[0]?.consoleUrl).toBeNull();
    await transaction(test.prisma, (tx) => markFailed(tx, id, by));
    await expect(transaction(test.prisma, (tx) => markFailed(tx, id, by))).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("tells which networks of an account are taken", async () => {
    const account = await test.prisma.cloudAccount.findFirstOrThrow();
    const destroyed = await make("DESTROYED");
    const failed = await make("FAILED");
    const ids = (await listTakenCidrs(test.prisma, account.id)).map((held) => held.environmentId);
    expect(ids).toContain(failed);
    expect(ids).not.toContain(destroyed);
  });
});

describe("get", () => {
  it("shows members what they may do, and hides it from strangers as if it did not exist", async () => {
    const id = await make("READY");
    const view = await caller(people.rina).get({ environmentId: id });
    expect(view).toMatchObject({
      owner: { name: "Rina Choi" },
      team: { slug: "box-office" },
      allowedActions: ["change", "destroy"],
    });
    expect((await caller(people.vera).get({ environmentId: id })).allowedActions).toEqual([]);
    expect((await caller(people.pat).get({ environmentId: id })).allowedActions).toHaveLength(2);
    await test.prisma.environment.update({ where: { id }, data: { status: "UPDATING" } });
    expect((await caller(people.rina).get({ environmentId: id })).allowedActions).toEqual([]);
    const foreign = caller(people.theo).get({ environmentId: id });
    const missing = caller(people.theo).get({ environmentId: "nothing" });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await foreign.catch((error) => error.message)).toBe(await missing.catch((error) => error.message));
  });
});

describe("list", () => {
  beforeAll(async () => {
    await test.prisma.environment.deleteMany();
    await seedManyEnvironments(test.prisma, 10_000);
  });

  it("pages through everything once, in order, also where rows were made at the same instant", async () => {
    const at = new Date(Date.now() + 60_000);
    await test.prisma.environment.updateMany({
      where: { name: { startsWith: "load-0000" } },
      data: { createdAt: at },
    });
    const seen: { id: string; createdAt: Date }[] = [];
    let cursor: string | null = null;
    do {
      const page = await caller(people.theo).list({ limit: 100, cursor, includeDestroyed: true });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const teamId = people.theo.memberships[0]!.teamId;
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBe(await test.prisma.environment.count({ where: { teamId } }));
    const order = seen.map(({ createdAt, id }) => `${createdAt.toISOString()} ${id}`);
    expect(order).toEqual([...order].sort().reverse());
  });

  it("filters by part of the name, status, stage and team, within the actor's teams", async () => {
    const rows = await caller(people.pat).list({ search: "LOAD-001", stage: "prod", statuses: ["FAILED"] });
    expect(rows.items.length).toBeGreaterThan(0);
    for (const row of rows.items)
      expect(row).toMatchObject({
        name: expect.stringContaining("load-001"),
        stage: "prod",
        status: "FAILED",
      });
    const foreign = await caller(people.theo).list({ teamId: people.rina.memberships[0]!.teamId });
    expect(foreign.items).toEqual([]);
    const living = await caller(people.pat).list({ limit: 100 });
    expect(living.items.filter(({ status }) => status === "DESTROYED")).toEqual([]);
    const stranger = { ...people.theo, memberships: [] };
    expect((await caller(stranger).list({})).items).toEqual([]);
  });

  it("costs as much on the last page as on the first", async () => {
    const oldest = await test.prisma.environment.findMany({
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      skip: 60,
      take: 1,
    });
    const deep = Buffer.from(`${oldest[0]!.createdAt.toISOString()} ${oldest[0]!.id}`).toString("base64url");
    const time = async (cursor: string | null) => {
      const samples: number[] = [];
      for (let index = 0; index < 15; index++) {
        const start = performance.now();
        await caller(people.pat).list({ cursor, limit: 50 });
        samples.push(performance.now() - start);
      }
      return samples.sort((a, b) => a - b)[7]!;
    };
    await time(null);
    const [first, last] = [await time(null), await time(deep)];
    // Generous: the machine does other work. An OFFSET over this many rows is far beyond it.
    expect(last).toBeLessThan(first * 3 + 15);
  });

  it("refuses a cursor that no list gave out", async () => {
    await expect(caller(people.pat).list({ cursor: "nonsense" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});
