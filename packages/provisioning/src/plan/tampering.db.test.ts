import { startSandbox } from "@greenroom/aws-sandbox";
import { createCloudStacks } from "@greenroom/cloud/cloudformation";
import type { Prisma } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createWatchedRun, type Kind, normal, type WatchedRun } from "../../testing/watched-run";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/**
 * Whatever rows are changed between two slices of a run, nothing reaches CloudFormation that was not
 * approved: a run is stopped and rows are altered before each of its first slices, for each kind of run, and
 * what the sandbox was asked to do is held against the plan as it was when it was approved.
 */
let database: TestDatabase;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stacks: ReturnType<typeof createCloudStacks>;
let where: Parameters<typeof createWatchedRun>[0];
beforeAll(async () => {
  database = await testDatabase();
  sandbox = await startSandbox({ port: 0, durations: 0 });
  stacks = createCloudStacks({ mode: "sandbox", endpoint: sandbox.url });
  where = { db: database.prisma, stacks, sandboxUrl: sandbox.url };
});
afterAll(async () => {
  stacks?.close();
  await sandbox?.close();
  await database?.close();
});

type Row = Record<string, unknown>;
const alterPlan = (alter: (stack: Row) => void) => async (watched: WatchedRun) => {
  const plan = await watched.fixture.db.plan.findUniqueOrThrow({ where: { runId: watched.planRunId } });
  const rows = structuredClone(plan.stacks) as Row[];
  for (const row of rows) alter(row);
  await setPlan(watched, { stacks: rows as Prisma.InputJsonArray });
};
const setPlan = ({ fixture, planRunId }: WatchedRun, data: Prisma.PlanUpdateInput) =>
  fixture.db.plan.update({ where: { runId: planRunId }, data });
const setRequest = ({ fixture, requestId }: WatchedRun, data: Prisma.RequestUpdateInput) =>
  fixture.db.request.update({ where: { id: requestId }, data });
const setRun = ({ fixture, runId }: WatchedRun, data: Prisma.RunUpdateInput) =>
  fixture.db.run.update({ where: { id: runId }, data });
const setStacks = (
  { fixture, environmentId }: WatchedRun,
  data: Prisma.EnvironmentStackUpdateManyMutationInput,
) => fixture.db.environmentStack.updateMany({ where: { environmentId }, data });
const setSteps = (
  { fixture, runId }: WatchedRun,
  where: Prisma.RunStepWhereInput,
  data: Prisma.RunStepUpdateManyMutationInput,
) => fixture.db.runStep.updateMany({ where: { runId, ...where }, data });
const evil = JSON.stringify({ Resources: { Backdoor: { Type: "AWS::SQS::Queue" } } });

/** Every row that a run reads again. */
const TAMPERINGS: Record<string, (watched: WatchedRun) => Promise<unknown>> = {
  "a template's text": alterPlan((stack) => Object.assign(stack, { template: evil })),
  "a stack's name": (watched) =>
    alterPlan((stack) => Object.assign(stack, { stackName: watched.victim.stackName }))(watched),
  "a stack's region": alterPlan((stack) => Object.assign(stack, { region: "us-east-1" })),
  "the order": alterPlan((stack) => Object.assign(stack, { dependsOn: [] })),
  "what is sent beside": alterPlan((stack) =>
    Object.assign(stack, {
      settings: { ...(stack.settings as Row), executionRoleArn: "arn:aws:iam::1:role/admin" },
    }),
  ),
  "what is taken away": (watched) =>
    setPlan(watched, {
      removed: [
        { key: "victim", ...watched.victim, region: "ap-northeast-2", dependsOn: [], executionRoleArn: null },
      ],
    }),
  "what is permitted": (watched) => setPlan(watched, { changes: [] }),
  "plan, digest, run and approval together": async (watched) => {
    const { fixture, requestId, runId } = watched;
    const digest = "f".repeat(64);
    await setPlan(watched, { digest, removed: [] });
    await setRun(watched, { digest });
    await fixture.db.approval.updateMany({ where: { requestId }, data: { digest } });
    await fixture.db.run.findUniqueOrThrow({ where: { id: runId } });
  },
  "the approval": ({ fixture, requestId }) => fixture.db.approval.deleteMany({ where: { requestId } }),
  "the request's stage": (watched) => setRequest(watched, { stage: "prod" }),
  "the request's region": (watched) => setRequest(watched, { region: "us-east-1" }),
  "the request's kind": (watched) => setRequest(watched, { kind: "DESTROY" }),
  "the account": async (watched) => {
    const data = {
      accountId: `9${watched.fixture.accountId.slice(1)}`,
      name: "x",
      regions: ["ap-northeast-2"],
    };
    const other = await watched.fixture.db.cloudAccount.upsert({
      where: { accountId: data.accountId },
      create: { ...data, roleArn: `arn:aws:iam::${data.accountId}:role/x` },
      update: {},
    });
    await setRequest(watched, { cloudAccountId: other.id });
  },
  "the account's role": ({ fixture }) =>
    fixture.db.cloudAccount.update({
      where: { accountId: fixture.accountId },
      data: { roleArn: "arn:aws:iam::999999999999:role/mine" },
    }),
  "the environment": ({ fixture, environmentId }) =>
    fixture.db.environment.update({ where: { id: environmentId }, data: { region: "us-east-1" } }),
  "the deployed stacks' ids": (watched) => setStacks(watched, { stackId: watched.victim.stackId }),
  "the deployed stacks' names": (watched) =>
    setStacks(watched, { stackName: watched.victim.stackName, region: "us-east-1", stackId: null }),
  "a stack more": ({ fixture, environmentId, victim }) =>
    fixture.db.environmentStack.create({
      data: {
        environmentId,
        key: "victim",
        position: 9,
        region: "ap-northeast-2",
        ...victim,
        templateHash: "",
        template: {},
      },
    }),
  "a step more": ({ fixture, runId }) =>
    fixture.db.runStep.create({
      data: { runId, position: 90, key: "delete-base", kind: "DELETE_STACK", stackKey: "base" },
    }),
  "a step's kind": (watched) => setSteps(watched, { kind: "APPLY_STACK" }, { kind: "DELETE_STACK" }),
  "a step's stack": (watched) => setSteps(watched, { stackKey: "base" }, { stackKey: "store" }),
  "a checkpoint's stack": (watched) =>
    setSteps(
      watched,
      { stackKey: { not: null } },
      { checkpoint: { phase: "DELETE", stackId: watched.victim.stackId } },
    ),
  "a checkpoint's phase": (watched) =>
    setSteps(watched, { kind: "APPLY_STACK", status: "PENDING" }, { checkpoint: { phase: "EXECUTE" } }),
  "whether leftovers are deleted": (watched) => setRun(watched, { retryMode: "CLEAN" }),
  "the run's kind": (watched) => setRun(watched, { kind: "DESTROY" }),
  "the team's name": ({ fixture }) =>
    fixture.db.team.update({ where: { id: fixture.team.id }, data: { slug: `evil-${fixture.name}` } }),
};

/** Slices before which rows are altered: the first ones, when most is still to be done. */
const MOMENTS = [0, 1, 2, 3];
const KINDS: Kind[] = ["CREATE", "CHANGE", "DESTROY", "CLEAN", "CANCEL"];

/** Each alteration in another kind of run and before another slice, and the template's in every kind. */
const cases = Object.keys(TAMPERINGS).flatMap((what, index) =>
  KINDS.flatMap((kind, row) => {
    const isTried = what === "a template's text" || index % KINDS.length === row;
    return isTried ? [{ kind, what, moment: MOMENTS[(row + index) % MOMENTS.length]! }] : [];
  }),
);

it.each(cases)(
  "$kind: $what, altered before slice $moment, gets nothing done",
  async ({ kind, what, moment }) => {
    const watched = await createWatchedRun(where, kind);
    let isGoing = true;
    for (let slice = 0; isGoing && slice < moment; slice++) isGoing = await watched.advance();
    if (kind === "CANCEL" && isGoing) await setRun(watched, { cancelRequestedAt: new Date() });
    if (isGoing) await TAMPERINGS[what]!(watched);
    for (let slice = 0; isGoing && slice < 60; slice++) isGoing = await watched.advance();
    expect(isGoing).toBe(false);
    expect(watched.effects.map(normal).filter((effect) => !watched.approved.has(effect))).toEqual([]);
  },
);

it("carries out what was approved when nothing is altered", async () => {
  for (const kind of KINDS.filter((one) => one !== "CANCEL")) {
    const watched = await createWatchedRun(where, kind);
    while (await watched.advance());
    const run = await watched.fixture.db.run.findUniqueOrThrow({ where: { id: watched.runId } });
    expect({ kind, status: run.status, failure: run.failure }).toEqual({
      kind,
      status: "SUCCEEDED",
      failure: null,
    });
    const done = new Set(watched.effects.map(normal));
    expect([...done].filter((effect) => !watched.approved.has(effect))).toEqual([]);
    expect(done.size).toBeGreaterThanOrEqual(2);
  }
});
