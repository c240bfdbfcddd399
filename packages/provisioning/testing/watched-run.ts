import { hashSubmission } from "@greenroom/cloud";
import type { createCloudStacks } from "@greenroom/cloud/cloudformation";
import type { Database } from "@greenroom/prisma";
import { advanceRun } from "../src/runs/advance-run";
import { createRunFixture, type RunFixture } from "./run-fixture";

export type Kind = "CREATE" | "CHANGE" | "DESTROY" | "CLEAN" | "CANCEL";
/** What happened at CloudFormation: `create|execute|delete|protect`, where, and what was sent. */
type Effect = string;

export interface WatchedRun {
  fixture: RunFixture;
  runId: string;
  requestId: string;
  environmentId: string;
  planRunId: string;
  /** A stack of somebody else in the same account. */
  victim: { stackName: string; stackId: string };
  effects: Effect[];
  /** What may happen. */
  approved: Set<Effect>;
  /** One slice, of one round. */
  advance: () => Promise<boolean>;
}

const VICTIM_TEMPLATE = JSON.stringify({ Resources: { Precious: { Type: "AWS::SQS::Queue" } } });

type Stacks = ReturnType<typeof createCloudStacks>;

/**
 * A run of this kind, ready to be advanced one round at a time, with everything noted that reaches the
 * sandbox.
 */
export async function createWatchedRun(
  { db, stacks, sandboxUrl }: { db: Database; stacks: Stacks; sandboxUrl: string },
  kind: Kind,
): Promise<WatchedRun> {
  const fixture = await createRunFixture(db);
  const effects: Effect[] = [];
  let round = new AbortController();
  const noted = async <T>(effect: Effect, work: Promise<T>): Promise<T> => {
    round.abort();
    const result = await work;
    effects.push(effect);
    return result;
  };
  fixture.deps.stacks = {
    ...stacks,
    createChangeSet: (to, input) =>
      noted(
        `create ${to.accountId} ${to.region} ${to.stackName} ${input.template} ${JSON.stringify(input.settings)}`,
        stacks.createChangeSet(to, input),
      ),
    executeChangeSet: (to, name, token) =>
      noted(`execute ${to.accountId} ${to.region} ${to.stackName}`, stacks.executeChangeSet(to, name, token)),
    deleteStack: (to, how) =>
      noted(`delete ${to.accountId} ${to.region} ${to.stackName}`, stacks.deleteStack(to, how)),
    setTerminationProtection: (to, isOn) =>
      noted(`protect ${to.stackName} ${isOn}`, stacks.setTerminationProtection(to, isOn)),
    findStack: (to) => {
      round.abort();
      return stacks.findStack(to);
    },
  };
  const { requestId, planRunId, runId, environmentId } = await prepareRun(fixture, kind, sandboxUrl);
  const advance = async () => {
    round = new AbortController();
    await fixture.db.run.update({ where: { id: runId }, data: { wakeAt: new Date(0) } });
    await advanceRun(fixture.deps, runId, round.signal);
    return (await fixture.db.run.findUniqueOrThrow({ where: { id: runId } })).finishedAt === null;
  };
  const victim = await makeVictim(fixture, stacks);
  effects.length = 0;
  const approved = await approvedEffects(fixture, planRunId, kind);
  return { fixture, runId, requestId, environmentId, planRunId, victim, effects, approved, advance };
}

async function prepareRun(fixture: RunFixture, kind: Kind, sandboxUrl: string) {
  if (kind === "CREATE" || kind === "CANCEL") {
    const plan = await fixture.plan("CREATE");
    await fixture.drive(plan.runId);
    const approved = await fixture.approve(plan.requestId);
    return { requestId: plan.requestId, planRunId: plan.runId, ...approved };
  }
  if (kind === "CLEAN") {
    await failOnce(sandboxUrl, `greenroom-${fixture.name}-store`);
    const { requestId, environmentId, runId: failedId } = await fixture.build();
    const request = await fixture.db.request.findUniqueOrThrow({ where: { id: requestId } });
    const failed = await fixture.db.run.findUniqueOrThrow({ where: { id: failedId } });
    if (failed.status !== "FAILED") throw new Error(`The run to be retried is ${failed.status}.`);
    const runId = await fixture.queue("APPLY", requestId, environmentId, failed.digest, "CLEAN");
    return { requestId, planRunId: request.planRunId!, runId, environmentId };
  }
  const { environmentId } = await fixture.build();
  // The change takes a stack away and alters the other.
  if (kind === "CHANGE") fixture.templates = { base: { resources: { Vpc: "10.1.0.0/16" } } };
  const plan = await fixture.plan(kind, environmentId);
  await fixture.drive(plan.runId);
  const approved = await fixture.approve(plan.requestId);
  return { requestId: plan.requestId, planRunId: plan.runId, ...approved };
}

async function failOnce(sandboxUrl: string, stackName: string): Promise<void> {
  await fetch(`${sandboxUrl}/_sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ stackName, phase: "create" }),
  });
}

async function makeVictim(fixture: RunFixture, stacks: Stacks): Promise<WatchedRun["victim"]> {
  const account = await accountOf(fixture);
  const target = {
    accountId: account.accountId,
    region: "ap-northeast-2",
    stackName: `victim-of-${fixture.name}`,
    access: { roleArn: account.roleArn, externalId: account.externalId },
  };
  const settings = { tags: {}, importExisting: false, ...stacks.settingsFor(target) };
  const approvedHash = hashSubmission({ ...target, template: VICTIM_TEMPLATE, settings });
  const input = { name: "v", token: target.stackName, kind: "CREATE" as const, settings, approvedHash };
  const { stackId } = await stacks.createChangeSet(target, { ...input, template: VICTIM_TEMPLATE });
  return { stackName: target.stackName, stackId };
}

const accountOf = ({ db, accountId }: RunFixture) =>
  db.cloudAccount.findUniqueOrThrow({ where: { accountId } });

/** Everything that the plan, as it was approved, leads to. */
async function approvedEffects(fixture: RunFixture, planRunId: string, kind: Kind): Promise<Set<Effect>> {
  const plan = await fixture.db.plan.findUniqueOrThrow({ where: { runId: planRunId } });
  type Planned = { region: string; stackName: string; template: string; settings: object };
  const where = ({ region, stackName }: Planned) => `${fixture.accountId} ${region} ${stackName}`;
  const planned = plan.stacks as unknown as Planned[];
  const removed = plan.removed as unknown as Planned[];
  const deletes = (list: Planned[]) => list.map((stack) => `delete ${where(stack)}`);
  if (kind === "DESTROY") return new Set(deletes(planned));
  const applies = planned.flatMap((stack) => [
    `create ${where(stack)} ${stack.template} ${JSON.stringify(sorted(stack.settings))}`,
    `execute ${where(stack)}`,
  ]);
  const leftovers = kind === "CLEAN" || kind === "CANCEL" ? deletes(planned) : [];
  return new Set([...applies, ...deletes(removed), ...leftovers]);
}

/** Postgres keeps keys in an order of its own. */
const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, sorted(item)]),
      )
    : value;
export const normal = (effect: Effect): Effect => {
  const at = effect.lastIndexOf(' {"');
  if (!effect.startsWith("create ") || at < 0) return effect;
  return `${effect.slice(0, at)} ${JSON.stringify(sorted(JSON.parse(effect.slice(at))))}`;
};
