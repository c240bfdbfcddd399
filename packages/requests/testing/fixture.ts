import { createCallerFactory, loadActor } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { type Database, type Prisma, transaction } from "@greenroom/prisma";
import { seedDemo } from "@greenroom/prisma/seed";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { recordPlanned } from "../src";
import { createRequestsRouter } from "../src/router";
import type { SubmitRequestInput } from "../src/schema";

export const PEOPLE = ["rina", "marco", "vera", "theo", "aiko", "pat"] as const;
type Person = (typeof PEOPLE)[number];
export type CreateInput = Extract<SubmitRequestInput, { kind: "CREATE" }>;

/** A migrated database with the demo people, and what tests do with requests in it. */
export async function createFixture(database?: TestDatabase) {
  const test = database ?? (await testDatabase());
  const db: Database = test.prisma;
  await seedDemo(db);
  const people = Object.fromEntries(
    await Promise.all(
      PEOPLE.map(async (subject) => [subject, await loadActor({ db }, { issuer: "demo", subject })]),
    ),
  ) as Record<Person, Actor>;
  const accounts = await db.cloudAccount.findMany({ orderBy: { accountId: "asc" } });
  const woken: string[] = [];
  let now = new Date("2026-05-01T10:00:00Z");
  const deps = {
    db,
    now: () => now,
    enqueue: async (_: unknown, payload: object) => {
      woken.push((payload as { runId: string }).runId);
    },
  };
  const as = (who: Person | Actor) =>
    createCallerFactory(createRequestsRouter(deps))({
      loadActor: async () => (typeof who === "string" ? people[who] : who),
      log: { info() {}, error() {} } as never,
    });

  let counter = 0;
  const blueprint = getBlueprint("ticketing");
  const specWith = (cidr: string): Record<string, unknown> => {
    const spec = structuredClone(blueprint.presets[0]!.spec) as { network: { cidr: string } };
    spec.network.cidr = cidr;
    return spec as unknown as Record<string, unknown>;
  };
  const createInput = (changes: Partial<CreateInput> = {}): CreateInput => {
    counter++;
    return {
      kind: "CREATE",
      idempotencyKey: `key-${counter}-0000`,
      name: `shop-${counter}`,
      teamId: people.rina.memberships[0]!.teamId,
      stage: "dev",
      cloudAccountId: accounts[0]!.id,
      region: "ap-northeast-2",
      blueprint: "ticketing",
      spec: specWith(`10.${counter}.0.0/16`),
      lifetimeDays: 14,
      reason: "load test",
      ...changes,
    };
  };
  /** What the worker does when the PLAN run of a request has succeeded. */
  const plan = async (requestId: string, digest = `digest-of-${requestId}`): Promise<string> => {
    const request = await db.request.findUniqueOrThrow({ where: { id: requestId } });
    const runId = request.planRunId!;
    await transaction(db, async (tx) => {
      await tx.run.update({
        where: { id: runId },
        data: { status: "SUCCEEDED", startedAt: now, finishedAt: now },
      });
      await recordPlanned(deps, tx, { requestId, runId, digest });
    });
    return digest;
  };
  const submitAndPlan = async (input: SubmitRequestInput, who: Person = "rina") => {
    const { id } = await as(who).submit(input);
    return { requestId: id, digest: await plan(id) };
  };
  /** An environment that was approved and built. */
  const build = async (
    changes: Partial<CreateInput> = {},
  ): Promise<{ environmentId: string; runId: string }> => {
    const { requestId, digest } = await submitAndPlan(createInput(changes));
    const { runId } = await as("marco").approve({ requestId, digest });
    await finishRun(runId!, "READY");
    const run = await db.run.findUniqueOrThrow({ where: { id: runId! } });
    return { environmentId: run.environmentId!, runId: runId! };
  };
  /** What is left when a worker has ended a run: its row, and the environment's. */
  const finishRun = async (runId: string, environmentStatus: "READY" | "FAILED" | "DESTROYED") => {
    const run = await db.run.update({
      where: { id: runId },
      data: {
        status: environmentStatus === "FAILED" ? "FAILED" : "SUCCEEDED",
        startedAt: now,
        finishedAt: new Date(now.getTime() + 60_000),
      },
    });
    now = new Date(now.getTime() + 60_000);
    const { spec, cidrs } = await db.request.findUniqueOrThrow({ where: { id: run.requestId } });
    await db.environment.update({
      where: { id: run.environmentId! },
      data: {
        status: environmentStatus,
        ...(environmentStatus === "READY" && { readyAt: now, spec: spec as Prisma.InputJsonObject, cidrs }),
      },
    });
  };

  return {
    ...test,
    db,
    deps,
    people,
    accounts,
    woken,
    as,
    specWith,
    createInput,
    plan,
    submitAndPlan,
    build,
    finishRun,
    passDays: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000);
    },
  };
}
export type Fixture = Awaited<ReturnType<typeof createFixture>>;
