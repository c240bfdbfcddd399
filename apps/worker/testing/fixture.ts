import { randomUUID } from "node:crypto";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { createLogger } from "@greenroom/logger";
import { say } from "@greenroom/messages";
import { createDatabase } from "@greenroom/prisma";
import { DEMO_ISSUER, seedDemo } from "@greenroom/prisma/seed";
import { createEnqueue, createQueueConnection } from "@greenroom/queue";
import { createDriftRouter } from "../../../packages/drift/src/router";
import { loadActor } from "../../../packages/identity/src";
import { createRunsRouter } from "../../../packages/provisioning/src/router";
import { createRequestsRouter } from "../../../packages/requests/src/router";
import { eventually } from "../../../scripts/testing/eventually";
import { startProcess, type TestProcess } from "./processes";

/** A view costs some queries, and what is waited for takes seconds. */
const POLL_MS = 150;

interface LedgerEntry {
  action: "CREATE" | "UPDATE" | "DELETE";
  stackName: string;
  token?: string;
}

/** The sandbox as a process, with its control API. */
export async function startSandbox(args: string[] = []) {
  const sandbox = startProcess("apps/aws-sandbox/src/main.ts", ["--port", "0", "--durations", "0", ...args]);
  const [, url = ""] = await sandbox.printed(/AWS sandbox is ready: (\S+)/);
  const control = async (method: string, route: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}/_sandbox/${route}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body ? JSON.stringify(body) : undefined,
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${route}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const ledger = async () => (await control("GET", "ledger")).ledger as LedgerEntry[];
  return { ...sandbox, url, control, ledger };
}
export type TestSandbox = Awaited<ReturnType<typeof startSandbox>>;

/** What a person and a worker find: seeded people, the portal's routers, the sandbox, and a queue. */
export async function createFixture(where: { databaseUrl: string; redisUrl?: string; sandboxUrl: string }) {
  const db = createDatabase(where.databaseUrl, 5);
  await seedDemo(db);
  const log = createLogger("test", "silent");
  const producer = createEnqueue(createQueueConnection(where), log);
  const deps = { db, enqueue: producer.enqueue, now: () => new Date() };
  const as = (subject: string) => {
    const context = { loadActor: () => loadActor(deps, { issuer: DEMO_ISSUER, subject }), log };
    return {
      drift: createDriftRouter(deps).createCaller(context),
      requests: createRequestsRouter(deps).createCaller(context),
      runs: createRunsRouter({ ...deps, runEvents: { subscribe: () => () => {} } }).createCaller(context),
    };
  };
  const startWorker = (env: Record<string, string> = {}): TestProcess =>
    startProcess("apps/worker/src/main.ts", [], {
      DATABASE_URL: where.databaseUrl,
      ...(where.redisUrl && { REDIS_URL: where.redisUrl }),
      AWS_MODE: "sandbox",
      AWS_ENDPOINT_URL: where.sandboxUrl,
      POLL_FACTOR: "0",
      WORKER_WARM_UP: "0",
      LOG_LEVEL: "info",
      ...env,
    });

  const account = await db.cloudAccount.findFirstOrThrow({ where: { name: "ticketing-dev" } });
  const team = await db.team.findUniqueOrThrow({ where: { slug: "box-office" } });
  const blueprint = BLUEPRINTS[0]!;
  const preset = blueprint.presets[0]!;

  /** Asks for a new environment and waits until its plan is there to be decided on. */
  async function request(name = `show-${randomUUID().slice(0, 8)}`): Promise<{ id: string; name: string }> {
    const context = await as("rina").requests.formContext();
    const { id } = await as("rina").requests.submit({
      kind: "CREATE",
      idempotencyKey: randomUUID(),
      name,
      teamId: team.id,
      stage: "dev",
      cloudAccountId: account.id,
      region: "ap-northeast-2",
      blueprint: blueprint.id,
      spec: withCidr(preset.spec, context.suggestedCidrs[account.id]),
      lifetimeDays: 14,
      reason: "The season opens in May.",
    });
    await planned(id);
    return { id, name };
  }

  /** Asks for a change of what the spec says, and waits for its plan. */
  async function change(name: string, alter: (spec: Record<string, Record<string, unknown>>) => void) {
    const { id: environmentId, version, spec } = await environment(name);
    const altered = structuredClone(spec) as Record<string, Record<string, unknown>>;
    alter(altered);
    const { id } = await as("rina").requests.submit({
      kind: "CHANGE",
      idempotencyKey: randomUUID(),
      environmentId,
      baseEnvironmentVersion: version,
      spec: altered,
      lifetimeDays: 14,
      reason: "The season is larger than expected.",
    });
    return { id, plan: (await planned(id)).plan };
  }

  /** Asks that the drift of an environment is undone. */
  async function revert(name: string): Promise<string> {
    const { id: environmentId, version } = await environment(name);
    const { id } = await as("rina").requests.submit({
      kind: "REVERT",
      idempotencyKey: randomUUID(),
      environmentId,
      baseEnvironmentVersion: version,
      reason: "Nobody asked for what was changed by hand.",
    });
    return id;
  }

  /** Asks for a check of an environment's drift, and waits for what it finds. */
  async function checkDrift(name: string) {
    const { id: environmentId } = await environment(name);
    await as("rina").drift.check({ environmentId });
    return eventually(async () => {
      const drift = await as("rina").drift.ofEnvironment({ environmentId });
      if (drift.running) throw new Error("still checking");
      return drift;
    }, POLL_MS);
  }

  async function planned(requestId: string) {
    const view = await eventually(async () => {
      const now = await as("marco").requests.get({ requestId });
      if (now.status === "PLANNING") throw new Error("still planning");
      return now;
    }, POLL_MS);
    if (view.status === "PENDING_APPROVAL") return view;
    throw new Error(`${view.status}: ${view.closingReason && say("en", view.closingReason)}`);
  }

  async function approve(requestId: string): Promise<string> {
    const { digest } = await as("marco").requests.get({ requestId });
    const { runId } = await as("marco").requests.approve({ requestId, digest: digest ?? "", note: "Go." });
    return runId ?? "";
  }

  /** Waits until the run has ended, whatever became of it. */
  async function ended(runId: string) {
    return eventually(async () => {
      const view = await as("rina").runs.get({ runId });
      if (view.finishedAt === null) throw new Error(`still ${view.status}: ${JSON.stringify(view.waiting)}`);
      return view;
    }, POLL_MS);
  }

  const environment = (name: string) =>
    db.environment.findFirstOrThrow({
      where: { name },
      include: { stacks: { orderBy: { position: "asc" } } },
      orderBy: { createdAt: "desc" },
    });

  const close = async () => {
    await producer.close();
    await db.$disconnect();
  };
  return {
    db,
    as,
    startWorker,
    request,
    change,
    revert,
    checkDrift,
    planned,
    approve,
    ended,
    environment,
    close,
  };
}
export type Fixture = Awaited<ReturnType<typeof createFixture>>;

function withCidr(spec: unknown, cidr: string | undefined): Record<string, unknown> {
  const copy = structuredClone(spec) as { network?: { cidr?: string } };
  if (cidr && copy.network) copy.network.cidr = cidr;
  return copy as Record<string, unknown>;
}
