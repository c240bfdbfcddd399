import { startSandbox } from "@greenroom/aws-sandbox";
import { createCloudStacks } from "@greenroom/cloud/cloudformation";
import { createAlarmReader } from "@greenroom/cloud/cloudwatch";
import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apply } from "../../cloud/testing/drive-stack";
import { actorOf } from "../testing/actor-of";
import { templateOf } from "../testing/alarm-template";
import { tellSandbox } from "../testing/tell-sandbox";
import type { HealthDeps } from "./deps";
import { getEnvironmentHealth } from "./queries/get-environment-health";
import { listHealth } from "./queries/list-health";
import { runLook } from "./run-look";
import { sweepHealth } from "./sweep-health";

const MINUTE_MS = 60_000;

let database: TestDatabase;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stacks: ReturnType<typeof createCloudStacks>;
let alarms: ReturnType<typeof createAlarmReader>;
let viewer: Actor;
let clock: Date;
let environmentId: string;
let name: string;
let count = 0;
let woken: string[] = [];

const deps = (): HealthDeps => ({
  db: database.prisma,
  now: () => clock,
  stacks,
  alarms,
  enqueue: async (_job: object, payload: object) => {
    woken.push((payload as { environmentId: string }).environmentId);
  },
});

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.prisma);
  sandbox = await startSandbox({ port: 0, durations: 0 });
  stacks = createCloudStacks({ mode: "sandbox", endpoint: sandbox.url });
  alarms = createAlarmReader({ mode: "sandbox", endpoint: sandbox.url });
  viewer = await actorOf(database.prisma, "marco");
});
afterAll(async () => {
  stacks?.close();
  alarms?.close();
  await sandbox?.close();
  await database?.close();
});

beforeEach(async () => {
  clock = new Date("2026-06-01T00:00:00Z");
  woken = [];
  const { prisma } = database;
  await prisma.environment.updateMany({ data: { status: "DESTROYED" } });
  await prisma.environmentHealth.deleteMany();
  const account = await prisma.cloudAccount.findFirstOrThrow();
  const team = await prisma.team.findUniqueOrThrow({ where: { slug: "box-office" } });
  name = `health-${++count}`;
  const template = templateOf(name);
  const stackName = `greenroom-${name}-alarms`;
  const { accountId, roleArn, externalId } = account;
  const target = { accountId, region: "us-east-1", access: { roleArn, externalId }, stackName };
  const { stack } = await apply(stacks, target, `cs-${count}`, template);
  const place = { key: "alarms", position: 0, region: "us-east-1", templateHash: "hash" };
  const environment = await prisma.environment.create({
    data: {
      name,
      status: "READY",
      teamId: team.id,
      ownerId: viewer.userId,
      cloudAccountId: account.id,
      region: "us-east-1",
      stage: "dev",
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
      stacks: { create: { ...place, stackName, stackId: stack.stackId, template } },
    },
  });
  environmentId = environment.id;
});

const ring = (alarmName: string, state = "ALARM") =>
  tellSandbox(sandbox.url, "alarms", {
    alarmName: `${name}-${alarmName}`,
    state,
    reason: "Threshold crossed",
  });
const view = () => getEnvironmentHealth(deps(), viewer, { environmentId });
const setStatus = (status: "READY" | "UPDATING", version: number) =>
  database.prisma.environment.update({ where: { id: environmentId }, data: { status, version } });

/** A minute passes, the sweep wakes workers, and they look. */
async function minute(with_: HealthDeps = deps()) {
  clock = new Date(clock.getTime() + MINUTE_MS);
  await sweepHealth({ ...deps(), ...with_, enqueue: deps().enqueue });
  for (let id = woken.shift(); id !== undefined; id = woken.shift()) await runLook(with_, id);
  return view();
}
async function minutes(times: number) {
  for (let left = times; left > 1; left--) await minute();
  return minute();
}

describe("a look", () => {
  it("says healthy once every check was made, and nothing before", async () => {
    expect(await view()).toMatchObject({
      state: "UNKNOWN",
      cause: { kind: "NOT_LOOKED" },
      checks: [],
      since: null,
    });
    expect(await minute()).toMatchObject({
      state: "HEALTHY",
      cause: null,
      since: clock,
      checks: [
        { kind: "STACKS", state: "HEALTHY", count: 1, facts: [], isStale: false, ranAt: clock },
        { kind: "ALARMS", state: "HEALTHY", count: 3, facts: [], isStale: false, ranAt: clock },
      ],
      incidents: [],
    });
  });

  it("degrades by a warning, is unhealthy by a critical alarm and neither by a notice", async () => {
    await minute();
    await ring("note");
    expect((await minutes(4)).state).toBe("HEALTHY");
    await ring("slow");
    expect(await minutes(3)).toMatchObject({
      state: "DEGRADED",
      cause: { kind: "ALARMS", names: [`${name}-slow`] },
    });
    await ring("down");
    const worse = await minutes(3);
    expect(worse).toMatchObject({
      state: "UNHEALTHY",
      cause: { kind: "ALARMS", names: [`${name}-down`] },
      incidents: [
        { from: "DEGRADED", state: "UNHEALTHY", to: null, endedAt: null },
        { from: "HEALTHY", state: "DEGRADED", to: "UNHEALTHY" },
      ],
    });
    expect(worse.checks[1]?.facts).toContainEqual({
      kind: "ALARM_RINGS",
      state: "UNHEALTHY",
      name: `${name}-down`,
      says: "Threshold crossed",
    });
    await ring("down", "OK");
    await ring("slow", "OK");
    const well = await minutes(10);
    expect(well).toMatchObject({ state: "HEALTHY", incidents: [{ to: "HEALTHY" }, {}] });
    expect(well.uptime.downMs).toBe(3 * MINUTE_MS);
    expect(well.uptime.budgetLeftMs).toBe(well.uptime.budgetMs - 3 * MINUTE_MS);
  });

  it("does not follow an alarm that flaps", async () => {
    await minute();
    for (const state of ["ALARM", "ALARM", "OK", "ALARM", "OK", "ALARM", "ALARM", "OK"]) {
      await ring("down", state);
      expect((await minute()).state).toBe("HEALTHY");
    }
  });

  it("knows nothing of an alarm without data, or that somebody deleted", async () => {
    await minute();
    await ring("down", "INSUFFICIENT_DATA");
    expect(await minutes(3)).toMatchObject({
      state: "UNKNOWN",
      cause: { kind: "ALARMS", names: [`${name}-down`] },
      incidents: [],
    });
    await ring("down", "OK");
    expect((await minute()).state).toBe("HEALTHY");
    await tellSandbox(sandbox.url, "tamper", {
      stackName: `greenroom-${name}-alarms`,
      logicalId: "Down",
      delete: true,
    });
    const gone = await minutes(3);
    expect(gone).toMatchObject({ state: "UNKNOWN" });
    expect(gone.checks[1]?.facts).toMatchObject([{ kind: "ALARM_GONE", name: `${name}-down` }]);
  });

  it("finds a stack that is gone", async () => {
    await database.prisma.environmentStack.updateMany({
      where: { environmentId },
      data: { stackName: "nobody", stackId: "arn:aws:cloudformation:us-east-1:111122223333:stack/nobody/1" },
    });
    expect(await minute()).toMatchObject({
      state: "UNHEALTHY",
      cause: { kind: "STACKS", names: ["nobody"] },
    });
  });

  it("keeps what was known while AWS is away, with the reason, and then knows nothing", async () => {
    await minute();
    const away = async () => {
      throw new AppError("cloud.away", { operation: "DescribeAlarms", awsMessage: "ECONNREFUSED" });
    };
    const withoutAws = { ...deps(), alarms: { findAlarms: away } };
    const once = await minute(withoutAws);
    expect(once.state).toBe("HEALTHY");
    expect(once.checks[1]).toMatchObject({ isStale: false, failure: { key: "cloud.away" } });
    for (let left = 5; left > 0; left--) await minute(withoutAws);
    const long = await view();
    expect(long).toMatchObject({ state: "UNKNOWN", cause: { kind: "ALARMS" } });
    expect(long.checks[1]?.isStale).toBe(true);
    expect((await minute()).state).toBe("HEALTHY");
  });

  it("is made once by two workers", async () => {
    clock = new Date(clock.getTime() + MINUTE_MS);
    await sweepHealth(deps());
    expect(woken).toEqual([environmentId]);
    let calls = 0;
    const counted = {
      ...deps(),
      stacks: {
        findStack: (target: Parameters<typeof stacks.findStack>[0]) => {
          calls++;
          return stacks.findStack(target);
        },
      },
    };
    await Promise.all([runLook(counted, environmentId), runLook(counted, environmentId)]);
    expect(calls).toBe(1);
    expect((await view()).state).toBe("HEALTHY");
  });
});

describe("what is known", () => {
  it("ends when no worker looks, and the time between counts as neither up nor down", async () => {
    await minutes(3);
    const lookedAt = clock;
    clock = new Date(clock.getTime() + 60 * MINUTE_MS);
    const silent = await view();
    expect(silent).toMatchObject({ state: "UNKNOWN", uptime: { knownMs: 7 * MINUTE_MS } });
    expect(await listHealth(deps(), viewer, { environmentIds: [environmentId] })).toEqual([
      { environmentId, state: "UNKNOWN" },
    ]);
    expect((await minute()).state).toBe("HEALTHY");
    const periods = await database.prisma.healthPeriod.findMany({
      where: { environmentId },
      orderBy: { startedAt: "asc" },
    });
    expect(periods).toMatchObject([
      { state: "HEALTHY", endedAt: new Date(lookedAt.getTime() + 5 * MINUTE_MS) },
      { state: "UNKNOWN", cause: { kind: "NOT_LOOKED" }, endedAt: clock },
      { state: "HEALTHY", startedAt: clock, endedAt: null },
    ]);
  });

  it("is nothing during a run, which is no incident, and begins anew after it", async () => {
    await minute();
    await setStatus("UPDATING", 2);
    await ring("down");
    const during = await minutes(5);
    expect(during).toMatchObject({ state: "UNKNOWN", cause: { kind: "RUN" }, checks: [], incidents: [] });
    await ring("down", "OK");
    await setStatus("READY", 2);
    expect(await minute()).toMatchObject({ state: "HEALTHY", since: clock, uptime: { downMs: 0 } });
  });

  it("is not written down when a run began during the look", async () => {
    clock = new Date(clock.getTime() + MINUTE_MS);
    await sweepHealth(deps());
    const meanwhile = {
      ...deps(),
      alarms: {
        findAlarms: async (...asked: Parameters<typeof alarms.findAlarms>) => {
          await setStatus("UPDATING", 2);
          return alarms.findAlarms(...asked);
        },
      },
    };
    await runLook(meanwhile, environmentId);
    expect(await database.prisma.healthPeriod.count({ where: { environmentId } })).toBe(0);
  });

  it("is told to the environment's team alone", async () => {
    await minute();
    const stranger: Actor = { userId: "x", name: "X", email: "", memberships: [] };
    expect(await listHealth(deps(), stranger, { environmentIds: [environmentId] })).toEqual([]);
    await expect(getEnvironmentHealth(deps(), stranger, { environmentId })).rejects.toThrow();
  });
});
