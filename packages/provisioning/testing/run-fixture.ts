import { randomInt, randomUUID } from "node:crypto";
import type { PolicyReport, SynthesizedStack } from "@greenroom/cloud";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { createLogger } from "@greenroom/logger";
import { say } from "@greenroom/messages";
import { type Database, type Prisma, transaction } from "@greenroom/prisma";
import { queueRun } from "../src/commands/queue-run";
import type { ProvisioningDeps } from "../src/deps";
import type { RetryMode, RunKind } from "../src/lifecycle";
import { sha256 } from "../src/plan/digest";
import { advanceRun } from "../src/runs/advance-run";
import { FakeCloud } from "./fake-cloud";

export type Templates = Record<string, { resources: Record<string, string>; dependsOn?: string[] }>;

/** Two stacks that no blueprint knows: `store` needs `base`. The values stand for what is configured. */
export const TWO_STACKS: Templates = {
  base: { resources: { Vpc: "10.0.0.0/16" } },
  store: { resources: { Table: "on-demand" }, dependsOn: ["base"] },
};

/** People, an account and a fake cloud: enough to plan, approve and run. */
export async function createRunFixture(db: Database) {
  const suffix = randomUUID().slice(0, 8);
  const team = await db.team.create({ data: { slug: `team-${suffix}`, name: "Team", costCentre: "CC-1" } });
  const person = (name: string) =>
    db.user.create({
      data: { issuer: "test", subject: `${name}-${suffix}`, name, email: `${name}@example.com` },
    });
  const [requester, approver] = await Promise.all([person("rina"), person("marco")]);
  const accountId = String(randomInt(1e11, 9e11));
  const account = await db.cloudAccount.create({
    data: {
      accountId,
      name: "test",
      regions: ["ap-northeast-2"],
      roleArn: `arn:aws:iam::${accountId}:role/test`,
    },
  });
  const cloud = new FakeCloud();
  const policyReport: PolicyReport = {
    findings: [],
    ruleCounts: { "cdk-nag": 100, "cloudformation-validate": 200 },
  };
  const state = {
    templates: TWO_STACKS,
    policyReport,
    planned: [] as string[],
    planFailures: [] as string[],
  };
  const deps: ProvisioningDeps = {
    db,
    enqueue: async () => {},
    synthesizer: {
      synthesize: async ({ context }) => stacksOf(state.templates, context.environmentName),
      close: async () => {},
    },
    policyChecker: { check: async () => state.policyReport, close: async () => {} },
    stacks: cloud,
    log: createLogger("test", "silent"),
    now: () => new Date(),
    random: () => 0,
    firstPollMs: 1,
    pollFactor: 0,
    workerId: `worker-${suffix}`,
    onPlanned: async (tx, { requestId, digest }) => {
      await tx.request.update({ where: { id: requestId }, data: { status: "PENDING_APPROVAL", digest } });
    },
    onPlanFailed: async (tx, { requestId, failure }) => {
      state.planFailures.push(say("en", failure.message));
      await tx.request.update({ where: { id: requestId }, data: { status: "REJECTED" } });
    },
  };
  const blueprint = BLUEPRINTS[0]!;
  const name = `show-${suffix}`;

  async function plan(
    kind: "CREATE" | "CHANGE" | "DESTROY",
    environmentId: string | null = null,
    environmentName = name,
  ) {
    const request = await db.request.create({
      data: {
        kind,
        status: "PLANNING",
        requesterId: requester.id,
        teamId: team.id,
        environmentId,
        environmentName,
        cloudAccountId: account.id,
        region: "ap-northeast-2",
        stage: "dev",
        blueprint: blueprint.id,
        blueprintVersion: blueprint.version,
        spec: blueprint.presets[0]!.spec as Prisma.InputJsonObject,
        cidrs: [],
        lifetimeDays: 30,
        reason: "a test",
        idempotencyKey: randomUUID(),
      },
    });
    const runId = await queue("PLAN", request.id, environmentId, null);
    await db.request.update({ where: { id: request.id }, data: { planRunId: runId } });
    return { requestId: request.id, runId };
  }

  async function queue(
    kind: RunKind,
    requestId: string,
    environmentId: string | null,
    digest: string | null,
    retryMode: RetryMode | null = null,
  ): Promise<string> {
    const run = await transaction(db, (tx) =>
      queueRun(tx, {
        kind,
        requestId,
        environmentId,
        environmentName: name,
        teamId: team.id,
        actor: null,
        digest,
        retry: retryMode ? { ofId: "none", attempt: 2, mode: retryMode } : undefined,
        now: new Date(),
      }),
    );
    return run.id;
  }

  async function approve(requestId: string): Promise<{ environmentId: string; runId: string }> {
    const request = await db.request.findUniqueOrThrow({ where: { id: requestId } });
    const digest = request.digest ?? "";
    await db.approval.create({
      data: {
        requestId,
        requesterId: requester.id,
        approverId: approver.id,
        decision: "APPROVED",
        digest,
        note: "",
      },
    });
    const status = (
      { CREATE: "PROVISIONING", CHANGE: "UPDATING", REVERT: "UPDATING", DESTROY: "DESTROYING" } as const
    )[request.kind];
    const facts = {
      name,
      teamId: team.id,
      ownerId: requester.id,
      cloudAccountId: account.id,
      region: request.region,
      stage: request.stage,
      blueprint: request.blueprint,
      blueprintVersion: request.blueprintVersion,
      spec: request.spec as Prisma.InputJsonObject,
      cidrs: [],
    };
    const environment = request.environmentId
      ? await db.environment.update({ where: { id: request.environmentId }, data: { status } })
      : await db.environment.create({ data: { ...facts, status } });
    await db.request.update({
      where: { id: requestId },
      data: { status: "APPROVED", environmentId: environment.id },
    });
    const kind = request.kind === "DESTROY" ? "DESTROY" : "APPLY";
    return { environmentId: environment.id, runId: await queue(kind, requestId, environment.id, digest) };
  }

  /** Advances the run as the queue would, until it is settled or `until` says enough. */
  async function drive(runId: string, until: () => boolean = () => false) {
    for (let slice = 0; slice < 500; slice++) {
      await db.run.update({ where: { id: runId }, data: { wakeAt: new Date(0) } });
      await advanceRun(deps, runId, new AbortController().signal);
      const run = await db.run.findUniqueOrThrow({ where: { id: runId } });
      if (run.finishedAt || until()) return run;
    }
    throw new Error(`Run ${runId} does not end.`);
  }

  async function build(): Promise<{ environmentId: string; runId: string; requestId: string }> {
    const { requestId, runId: planRunId } = await plan("CREATE");
    await drive(planRunId);
    const built = await approve(requestId);
    await drive(built.runId);
    return { ...built, requestId };
  }

  const people = { team, requester, accountId };
  return Object.assign(state, people, { db, deps, cloud, name, plan, approve, queue, drive, build });
}
export type RunFixture = Awaited<ReturnType<typeof createRunFixture>>;

/** Stacks as the synthesizer gives them. Each resource is a type the price book knows to be free. */
function stacksOf(templates: Templates, environmentName: string): SynthesizedStack[] {
  return Object.entries(templates).map(([key, { resources, dependsOn = [] }]) => {
    const template = JSON.stringify({
      Resources: Object.fromEntries(
        Object.entries(resources).map(([id, value]) => [
          id,
          { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: value } },
        ]),
      ),
    });
    return {
      key,
      stackName: `greenroom-${environmentName}-${key}`,
      region: "ap-northeast-2",
      template,
      templateHash: sha256(template),
      dependsOn,
    };
  });
}
