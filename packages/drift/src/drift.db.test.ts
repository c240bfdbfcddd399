import { startSandbox } from "@greenroom/aws-sandbox";
import { createCloudStacks } from "@greenroom/cloud/cloudformation";
import { AppError } from "@greenroom/errors";
import type { Actor } from "@greenroom/identity/schema";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apply } from "../../cloud/testing/drive-stack";
import { askForCheck } from "./commands/ask-for-check";
import { ignoreDrift } from "./commands/ignore-drift";
import { stopIgnoring } from "./commands/stop-ignoring";
import { getEnvironmentDrift } from "./queries/get-environment-drift";
import { runCheck } from "./run-check";
import { sweepChecks } from "./sweep-checks";

const TEMPLATE = {
  Resources: {
    Queue: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: 1, VisibilityTimeout: 30 } },
    Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "news" } },
    // CloudFormation detects no drift of it.
    Registry: { Type: "AWS::ECR::Repository", Properties: { ImageTagMutability: "IMMUTABLE" } },
  },
};
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stacks: ReturnType<typeof createCloudStacks>;
let approver: Actor;
let clock: Date;
let environmentId: string;
let stackName: string;
let count = 0;
/** The jobs that would wake a worker. */
let woken: string[] = [];

const deps = () => ({
  db: database.prisma,
  now: () => clock,
  stacks,
  pollFactor: 0,
  enqueue: async (_job: object, payload: object) => {
    woken.push((payload as { checkId: string }).checkId);
  },
});

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.prisma);
  sandbox = await startSandbox({ port: 0, durations: 0 });
  stacks = createCloudStacks({ mode: "sandbox", endpoint: sandbox.url });
  approver = await actorOf("marco");
});
afterAll(async () => {
  stacks?.close();
  await sandbox?.close();
  await database?.close();
});

async function actorOf(subject: string): Promise<Actor> {
  const { id, name, email, memberships } = await database.prisma.user.findFirstOrThrow({
    where: { subject },
    include: { memberships: true },
  });
  return { userId: id, name, email: email ?? "", memberships };
}

beforeEach(async () => {
  clock = new Date("2026-06-01T00:00:00Z");
  woken = [];
  const { prisma } = database;
  await prisma.driftCheck.deleteMany();
  await prisma.environment.updateMany({ data: { status: "DESTROYED" } });
  const account = await prisma.cloudAccount.findFirstOrThrow();
  const team = await prisma.team.findUniqueOrThrow({ where: { slug: "box-office" } });
  stackName = `drift-${++count}-events`;
  const { accountId, roleArn, externalId } = account;
  const target = { accountId, region: "us-east-1", access: { roleArn, externalId }, stackName };
  const { stack } = await apply(stacks, target, `cs-${count}`, TEMPLATE);
  const environment = await prisma.environment.create({
    data: {
      name: `drift-${count}`,
      status: "READY",
      teamId: team.id,
      ownerId: approver.userId,
      cloudAccountId: account.id,
      region: "us-east-1",
      stage: "dev",
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
      stacks: {
        create: {
          key: "events",
          position: 0,
          stackName,
          stackId: stack.stackId,
          region: "us-east-1",
          template: TEMPLATE,
          templateHash: "hash",
        },
      },
    },
  });
  environmentId = environment.id;
});

const control = async (path: string, body: object): Promise<void> => {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};
const tamper = (logicalId: string, change: object) => control("tamper", { stackName, logicalId, ...change });
const look = () => getEnvironmentDrift(deps(), approver, { environmentId });

/** Does what the woken jobs say until none is left. */
async function work(): Promise<void> {
  for (let id = woken.shift(); id !== undefined; id = woken.shift()) await runCheck(deps(), id);
}
async function check() {
  await askForCheck(deps(), approver, { environmentId });
  await work();
  return look();
}

describe("a check", () => {
  it("says in sync only of what was looked at, and names the rest", async () => {
    expect(await look()).toMatchObject({ state: "NOT_CHECKED", checkedAt: null, mayCheck: true });
    const drift = await check();
    expect(drift).toMatchObject({
      state: "IN_SYNC",
      checkedCount: 2,
      driftedCount: 0,
      findings: [],
      running: null,
    });
    expect(drift.notChecked).toEqual([
      { stackKey: "events", logicalId: "Registry", resourceType: "AWS::ECR::Repository" },
    ]);
  });

  it("finds what was changed, keeps when it was first seen, and notes when it is gone", async () => {
    await tamper("Queue", { path: "/DelaySeconds", value: 9 });
    const found = await check();
    expect(found).toMatchObject({
      state: "DRIFTED",
      driftedCount: 1,
      findings: [
        { logicalId: "Queue", path: "DelaySeconds", expected: "1", actual: "9", driftClass: "UNKNOWN" },
      ],
    });
    clock = new Date(clock.getTime() + HOUR_MS);
    await tamper("Queue", { path: "/DelaySeconds", value: 12 });
    const [still] = (await check()).findings;
    expect(still).toMatchObject({
      id: found.findings[0]?.id,
      actual: "12",
      firstSeenAt: found.findings[0]?.firstSeenAt,
    });
    expect(still?.lastSeenAt).toEqual(clock);
    await tamper("Queue", { path: "/DelaySeconds", value: 1 });
    expect(await check()).toMatchObject({
      state: "IN_SYNC",
      findings: [],
      past: [{ id: still?.id, resolvedAt: clock }],
    });
  });

  it("finds a resource and a stack that were deleted behind CloudFormation's back", async () => {
    await tamper("Topic", { delete: true });
    expect((await check()).findings).toMatchObject([
      { logicalId: "Topic", path: "", resourceType: "AWS::SNS::Topic" },
    ]);
    const row = await database.prisma.environmentStack.findFirstOrThrow({ where: { environmentId } });
    await database.prisma.environmentStack.updateMany({
      where: { environmentId },
      data: { stackName: "nobody", stackId: null },
    });
    const gone = await check();
    expect(gone.findings.map(({ logicalId }) => logicalId)).toContain("");
    expect(gone.state).toBe("DRIFTED");
    await database.prisma.environmentStack.updateMany({
      where: { environmentId },
      data: { stackName: row.stackName, stackId: row.stackId },
    });
  });

  it("waits for AWS, and gives up with the reason after half an hour", async () => {
    await control("throttle", { calls: 3 });
    expect(await check()).toMatchObject({ state: "IN_SYNC", failure: null });
    await askForCheck(deps(), approver, { environmentId });
    const [id = ""] = woken;
    const away = async () => {
      throw new AppError("cloud.away", { operation: "DescribeStacks", awsMessage: "ECONNREFUSED" });
    };
    const withoutAws = () => ({ ...deps(), stacks: { ...stacks, findStack: away } });
    await runCheck(withoutAws(), id);
    expect(await look()).toMatchObject({ failure: null, running: { doneStacks: 0, stacks: 1 } });
    clock = new Date(clock.getTime() + HOUR_MS);
    await runCheck(withoutAws(), id);
    const failed = await look();
    expect(failed.failure?.key).toBe("cloud.away");
    expect(failed.state).toBe("IN_SYNC");
  });

  it("that is asked for twice is one, and two workers at it do it once", async () => {
    await askForCheck(deps(), approver, { environmentId });
    await askForCheck(deps(), approver, { environmentId });
    expect(new Set(woken).size).toBe(1);
    const [id = ""] = woken;
    await Promise.all([runCheck(deps(), id), runCheck(deps(), id)]);
    await work();
    expect(await database.prisma.driftCheck.findMany({ where: { environmentId } })).toMatchObject([
      { status: "DONE" },
    ]);
  });

  it("of an environment that was changed meanwhile counts no more", async () => {
    await tamper("Queue", { path: "/DelaySeconds", value: 9 });
    await check();
    await database.prisma.environment.update({ where: { id: environmentId }, data: { version: 2 } });
    expect(await look()).toMatchObject({ state: "NOT_CHECKED", checkedAt: null });
    await askForCheck(deps(), approver, { environmentId });
    await database.prisma.environment.update({ where: { id: environmentId }, data: { status: "UPDATING" } });
    await work();
    expect((await look()).failure?.key).toBe("drift.environmentChanged");
    await expect(askForCheck(deps(), approver, { environmentId })).rejects.toThrow("is not ready");
  });
});

describe("ignoring", () => {
  it("takes a difference out of what is open until its day, and then it speaks up", async () => {
    await tamper("Queue", { path: "/DelaySeconds", value: 9 });
    const [finding] = (await check()).findings;
    await ignoreDrift(deps(), approver, {
      findingId: finding?.id ?? "",
      isWholeResource: false,
      reason: "Until the sale is over.",
      days: 7,
    });
    expect(await look()).toMatchObject({
      state: "IN_SYNC",
      findings: [{ ignore: { ownerName: "Marco Rossi", reason: "Until the sale is over.", isOver: false } }],
    });
    expect((await check()).state).toBe("IN_SYNC");
    clock = new Date(clock.getTime() + 7 * 24 * HOUR_MS);
    expect(await look()).toMatchObject({ state: "DRIFTED", findings: [{ ignore: { isOver: true } }] });
  });

  it("of a whole resource covers what is found later, and ends when somebody ends it", async () => {
    await tamper("Queue", { path: "/DelaySeconds", value: 9 });
    const [finding] = (await check()).findings;
    const rule = {
      findingId: finding?.id ?? "",
      isWholeResource: true,
      reason: "Load tests turn it.",
      days: 7,
    };
    await ignoreDrift(deps(), approver, rule);
    await tamper("Queue", { path: "/VisibilityTimeout", value: 90 });
    const both = await check();
    expect(both).toMatchObject({ state: "IN_SYNC", driftedCount: 0 });
    expect(both.findings).toHaveLength(2);
    await stopIgnoring(deps(), approver, { ignoreId: both.findings[0]?.ignore?.id ?? "" });
    expect(await look()).toMatchObject({ state: "DRIFTED", driftedCount: 1 });
  });
});

describe("the sweep", () => {
  it("begins what is due by its stage, once, and wakes what the queue has lost", async () => {
    expect(await sweepChecks(deps())).toBe(2);
    await work();
    expect((await look()).state).toBe("IN_SYNC");
    expect(await sweepChecks(deps())).toBe(0);
    clock = new Date(clock.getTime() + 25 * HOUR_MS);
    await sweepChecks(deps());
    woken = [];
    expect(await sweepChecks(deps())).toBe(1);
    await work();
    expect(await database.prisma.driftCheck.count({ where: { environmentId, status: "DONE" } })).toBe(2);
    await database.prisma.environment.update({
      where: { id: environmentId },
      data: { version: { increment: 1 } },
    });
    expect(await sweepChecks(deps())).toBe(2);
  });
});
