import { startSandbox } from "@greenroom/aws-sandbox";
import { createCloudStacks } from "@greenroom/cloud/cloudformation";
import type { Prisma } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createScene, type Kind, normal, type Scene } from "../../testing/watched-run";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/**
 * Whatever rows are changed between two slices of a run, nothing reaches CloudFormation that was not approved: a run is stopped and
 * rows are altered before each of its first slices, for each kind of run, and what the sandbox was asked to do is held against the
 * plan as it was when it was approved.
 */
let database: TestDatabase;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stacks: ReturnType<typeof createCloudStacks>;
let where: Parameters<typeof createScene>[0];
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
const alterPlan = (alter: (stack: Row) => void) => async (scene: Scene) => {
  const plan = await scene.world.db.plan.findUniqueOrThrow({ where: { runId: scene.planRunId } });
  const rows = structuredClone(plan.stacks) as Row[];
  for (const row of rows) alter(row);
  await setPlan(scene, { stacks: rows as Prisma.InputJsonArray });
};
const setPlan = ({ world, planRunId }: Scene, data: Prisma.PlanUpdateInput) =>
  world.db.plan.update({ where: { runId: planRunId }, data });
const setRequest = ({ world, requestId }: Scene, data: Prisma.RequestUpdateInput) =>
  world.db.request.update({ where: { id: requestId }, data });
const setRun = ({ world, runId }: Scene, data: Prisma.RunUpdateInput) =>
  world.db.run.update({ where: { id: runId }, data });
const setStacks = ({ world, environmentId }: Scene, data: Prisma.EnvironmentStackUpdateManyMutationInput) =>
  world.db.environmentStack.updateMany({ where: { environmentId }, data });
const setSteps = (
  { world, runId }: Scene,
  where: Prisma.RunStepWhereInput,
  data: Prisma.RunStepUpdateManyMutationInput,
) => world.db.runStep.updateMany({ where: { runId, ...where }, data });
const evil = JSON.stringify({ Resources: { Backdoor: { Type: "AWS::SQS::Queue" } } });

/** Every row that a run reads again. */
const TAMPERINGS: Record<string, (scene: Scene) => Promise<unknown>> = {
  "a template's text": alterPlan((stack) => Object.assign(stack, { template: evil })),
  "a stack's name": (scene) =>
    alterPlan((stack) => Object.assign(stack, { stackName: scene.victim.stackName }))(scene),
  "a stack's region": alterPlan((stack) => Object.assign(stack, { region: "us-east-1" })),
  "the order": alterPlan((stack) => Object.assign(stack, { dependsOn: [] })),
  "what is sent beside": alterPlan((stack) =>
    Object.assign(stack, {
      settings: { ...(stack.settings as Row), executionRoleArn: "arn:aws:iam::1:role/admin" },
    }),
  ),
  "what is taken away": (scene) =>
    setPlan(scene, {
      removed: [
        { key: "victim", ...scene.victim, region: "ap-northeast-2", dependsOn: [], executionRoleArn: null },
      ],
    }),
  "what is permitted": (scene) => setPlan(scene, { changes: [] }),
  "plan, digest, run and approval together": async (scene) => {
    const { world, requestId, runId } = scene;
    const digest = "f".repeat(64);
    await setPlan(scene, { digest, removed: [] });
    await setRun(scene, { digest });
    await world.db.approval.updateMany({ where: { requestId }, data: { digest } });
    await world.db.run.findUniqueOrThrow({ where: { id: runId } });
  },
  "the approval": ({ world, requestId }) => world.db.approval.deleteMany({ where: { requestId } }),
  "the request's stage": (scene) => setRequest(scene, { stage: "prod" }),
  "the request's region": (scene) => setRequest(scene, { region: "us-east-1" }),
  "the request's kind": (scene) => setRequest(scene, { kind: "DESTROY" }),
  "the account": async (scene) => {
    const data = { accountId: `9${scene.world.accountId.slice(1)}`, name: "x", regions: ["ap-northeast-2"] };
    const other = await scene.world.db.cloudAccount.upsert({
      where: { accountId: data.accountId },
      create: { ...data, roleArn: `arn:aws:iam::${data.accountId}:role/x` },
      update: {},
    });
    await setRequest(scene, { cloudAccountId: other.id });
  },
  "the account's role": ({ world }) =>
    world.db.cloudAccount.update({
      where: { accountId: world.accountId },
      data: { roleArn: "arn:aws:iam::999999999999:role/mine" },
    }),
  "the environment": ({ world, environmentId }) =>
    world.db.environment.update({ where: { id: environmentId }, data: { region: "us-east-1" } }),
  "the deployed stacks' ids": (scene) => setStacks(scene, { stackId: scene.victim.stackId }),
  "the deployed stacks' names": (scene) =>
    setStacks(scene, { stackName: scene.victim.stackName, region: "us-east-1", stackId: null }),
  "a stack more": ({ world, environmentId, victim }) =>
    world.db.environmentStack.create({
      data: {
        ...{ environmentId, key: "victim", position: 9, region: "ap-northeast-2", ...victim },
        ...{ templateHash: "", template: {} },
      },
    }),
  "a step more": ({ world, runId }) =>
    world.db.runStep.create({
      data: { runId, position: 90, key: "delete-base", kind: "DELETE_STACK", stackKey: "base" },
    }),
  "a step's kind": (scene) => setSteps(scene, { kind: "APPLY_STACK" }, { kind: "DELETE_STACK" }),
  "a step's stack": (scene) => setSteps(scene, { stackKey: "base" }, { stackKey: "store" }),
  "a checkpoint's stack": (scene) =>
    setSteps(
      scene,
      { stackKey: { not: null } },
      { checkpoint: { phase: "DELETE", stackId: scene.victim.stackId } },
    ),
  "a checkpoint's phase": (scene) =>
    setSteps(scene, { kind: "APPLY_STACK", status: "PENDING" }, { checkpoint: { phase: "EXECUTE" } }),
  "whether leftovers are deleted": (scene) => setRun(scene, { retryMode: "CLEAN" }),
  "the run's kind": (scene) => setRun(scene, { kind: "DESTROY" }),
  "the team's name": ({ world }) =>
    world.db.team.update({ where: { id: world.team.id }, data: { slug: `evil-${world.name}` } }),
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
    const scene = await createScene(where, kind);
    let isGoing = true;
    for (let slice = 0; isGoing && slice < moment; slice++) isGoing = await scene.advance();
    if (kind === "CANCEL" && isGoing) await setRun(scene, { cancelRequestedAt: new Date() });
    if (isGoing) await TAMPERINGS[what]!(scene);
    for (let slice = 0; isGoing && slice < 60; slice++) isGoing = await scene.advance();
    expect(isGoing).toBe(false);
    expect(scene.effects.map(normal).filter((effect) => !scene.approved.has(effect))).toEqual([]);
  },
);

it("carries out what was approved when nothing is altered", async () => {
  for (const kind of KINDS.filter((one) => one !== "CANCEL")) {
    const scene = await createScene(where, kind);
    while (await scene.advance());
    const run = await scene.world.db.run.findUniqueOrThrow({ where: { id: scene.runId } });
    expect({ kind, status: run.status, failure: run.failure }).toEqual({
      kind,
      status: "SUCCEEDED",
      failure: null,
    });
    const done = new Set(scene.effects.map(normal));
    expect([...done].filter((effect) => !scene.approved.has(effect))).toEqual([]);
    expect(done.size).toBeGreaterThanOrEqual(2);
  }
});
