import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { findReason } from "@greenroom/audit";
import { phaseOf } from "@greenroom/cloud/statuses";
import { createLogger } from "@greenroom/logger";
import { say } from "@greenroom/messages";
import { createDatabase, type Database } from "@greenroom/prisma";
import { createEnqueue, createQueueConnection } from "@greenroom/queue";
import { fullPlatform } from "../../infra-templates/testing/full-platform";
import type { PlannedStack } from "../../packages/provisioning/src/schema";
import { approveRequest } from "../../packages/requests/src/commands/approve-request";
import { submitRequest } from "../../packages/requests/src/commands/submit-request";
import type { BenchStack } from "./bench-stack";
import { type BenchDeps, findPeople, type People, until } from "./people";
import { type Finding, milliseconds, quantile } from "./statistics";

const ROUNDS = 7;
const GOAL_MS = 2_000;
/** The control looks as often as the worker does at first. */
const LOOK_MS = 20;

/**
 * The full platform on the sandbox with zero durations, as the worker does it: from its first call about the
 * first stack to the last stack complete. Against bare SDK calls for the same templates in the same order:
 * one CreateStack each, then DescribeStacks.
 */
export async function measureDeployPlatform({ databaseUrl, sandboxUrl }: BenchStack): Promise<Finding[]> {
  if (sandboxUrl === undefined) throw new Error("This is measured on the sandbox: unset AWS_MODE.");
  const db = createDatabase(databaseUrl);
  const { enqueue, close } = createEnqueue(
    createQueueConnection({ databaseUrl }),
    createLogger("bench", "silent"),
  );
  const deps: BenchDeps = { db, enqueue, now: () => new Date() };
  try {
    const people = await findPeople(db);
    const ours: number[] = [];
    const bare: number[] = [];
    let stacks: PlannedStack[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      await forget(db, sandboxUrl);
      const built = await buildPlatform(deps, people, round);
      stacks = built.stacks;
      await forget(db, sandboxUrl);
      const bareMs = await deployBare(sandboxUrl, stacks, round);
      if (round < 0) continue;
      ours.push(built.ms);
      bare.push(bareMs);
    }
    const resources = stacks.reduce(
      (sum, { template }) =>
        sum + Object.keys((JSON.parse(template) as { Resources: object }).Resources).length,
      0,
    );
    const [a, b] = [quantile(ours, 0.5), quantile(bare, 0.5)];
    return [
      {
        what: `full platform deployed, zero durations, p50 (n = ${ROUNDS}; ${stacks.length} stacks, ${resources} resources)`,
        measured: `${milliseconds(a)} (slowest ${milliseconds(quantile(ours, 1))})`,
        control: `bare SDK calls ${milliseconds(b)}`,
        result: `${(a / b).toFixed(1)}x`,
        goal: `≤ ${GOAL_MS / 1000} s`,
        isMet: a <= GOAL_MS,
      },
    ];
  } finally {
    await Promise.allSettled([close(), db.$disconnect()]);
  }
}

/**
 * What an account has once (Security Hub, the recorder of AWS Config, a domain) stands in the way of a second
 * platform.
 */
async function forget(db: Database, sandboxUrl: string): Promise<void> {
  await fetch(`${sandboxUrl}/_sandbox/reset`, {
    method: "POST",
    headers: { "content-type": "application/json" },
  });
  await db.environment.updateMany({
    where: { name: { startsWith: "platform-" } },
    data: { status: "DESTROYED", destroyedAt: new Date() },
  });
}

async function buildPlatform(
  deps: BenchDeps,
  people: People,
  round: number,
): Promise<{ ms: number; stacks: PlannedStack[] }> {
  const { db } = deps;
  const spec = fullPlatform();
  Object.assign(spec.network ?? {}, { cidr: `10.${round + 120}.0.0/16` });
  const { id } = await submitRequest(deps, people.requester, {
    kind: "CREATE",
    idempotencyKey: `bench-platform-${round}-${Date.now()}`,
    name: `platform-${round + 10}`,
    teamId: people.teamId,
    stage: "dev",
    cloudAccountId: people.cloudAccountId,
    region: "ap-northeast-2",
    blueprint: "ticketing",
    spec,
    lifetimeDays: 1,
    reason: "Measuring how fast the whole platform is deployed.",
  });
  const planned = await until(() => db.request.findFirst({ where: { id, status: { not: "PLANNING" } } }));
  if (!planned.digest) {
    const reason = await findReason(db, id, ["request.planFailed"]);
    throw new Error(`The plan of the platform failed: ${reason && say("en", reason)}`);
  }
  const decision = { requestId: id, digest: planned.digest, note: "" };
  const { runId } = await approveRequest(deps, people.approver, decision);
  const run = await until(() => db.run.findFirst({ where: { id: runId ?? "", finishedAt: { not: null } } }));
  if (run.status !== "SUCCEEDED")
    throw new Error(`The platform was not built: ${JSON.stringify(run.failure)}`);
  return { ms: await stacksMs(db, run.id), stacks: await stacksOf(db, planned.planRunId ?? "") };
}

async function stacksMs(db: Database, runId: string): Promise<number> {
  const steps = await db.runStep.findMany({ where: { runId, kind: "APPLY_STACK" } });
  const starts = steps.map(({ startedAt }) => startedAt?.getTime() ?? Number.NaN);
  const ends = steps.map(({ finishedAt }) => finishedAt?.getTime() ?? Number.NaN);
  return Math.max(...ends) - Math.min(...starts);
}

async function stacksOf(db: Database, planRunId: string): Promise<PlannedStack[]> {
  const { stacks } = await db.plan.findUniqueOrThrow({ where: { runId: planRunId } });
  return stacks as unknown as PlannedStack[];
}

/** The same templates under other names, each as soon as those it depends on are complete. */
async function deployBare(
  endpoint: string,
  planned: readonly PlannedStack[],
  round: number,
): Promise<number> {
  const text = JSON.stringify(planned).replaceAll(`platform-${round + 10}`, `control-${round + 10}`);
  const stacks = JSON.parse(text) as PlannedStack[];
  const clients = new Map<string, CloudFormationClient>();
  const clientOf = (region: string): CloudFormationClient => {
    const known = clients.get(region);
    if (known) return known;
    const credentials = { accessKeyId: "ASIA111122223333SBOX", secretAccessKey: "simulated" };
    const client = new CloudFormationClient({ endpoint, region, credentials });
    clients.set(region, client);
    return client;
  };
  const done = new Map<string, Promise<void>>();
  const start = performance.now();
  for (const stack of stacks) {
    const before = stack.dependsOn.map((key) => done.get(key));
    done.set(
      stack.key,
      Promise.all(before).then(() => createAndWait(clientOf(stack.region), stack)),
    );
  }
  await Promise.all(done.values());
  const ms = performance.now() - start;
  for (const client of clients.values()) client.destroy();
  return ms;
}

async function createAndWait(
  client: CloudFormationClient,
  { stackName, template }: PlannedStack,
): Promise<void> {
  const Capabilities = ["CAPABILITY_NAMED_IAM" as const];
  await client.send(new CreateStackCommand({ StackName: stackName, TemplateBody: template, Capabilities }));
  for (;;) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const status = Stacks?.[0]?.StackStatus ?? "";
    if (phaseOf(status) === "SUCCEEDED") return;
    if (phaseOf(status) !== "MOVING") throw new Error(`${stackName} is ${status}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
