import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createRunRows } from "../../testing/run-rows";
import { RETENTION_DAYS } from "../limits";
import { createRunsRouter } from "../router";
import { pruneRuns } from "./prune-runs";

let test: TestDatabase;
let rows: Awaited<ReturnType<typeof createRunRows>>;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  rows = await createRunRows(test.prisma);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
async function endedRun(days: number, environment: "READY" | "FAILED" = "READY") {
  const run = await rows.makeRun("APPLY");
  await rows.log(run.runId, "one", "two");
  const finishedAt = daysAgo(days);
  await test.prisma.run.update({ where: { id: run.runId }, data: { status: "SUCCEEDED", finishedAt } });
  await test.prisma.environment.update({ where: { id: run.environmentId }, data: { status: environment } });
  return run;
}
const eventsOf = (runId: string) => test.prisma.runEvent.count({ where: { runId } });
const prune = () => pruneRuns({ db: test.prisma, now: () => new Date() });
const caller = () => {
  const deps = {
    db: test.prisma,
    enqueue: async () => {},
    now: () => new Date(),
    runEvents: { subscribe: () => () => {} },
  };
  const context = { loadActor: async () => rows.people.rina, log: { info() {}, error() {} } as never };
  return createRunsRouter(deps as never).createCaller(context);
};

it("removes the logs of what ended long ago, once, and no row of the audit trail", async () => {
  const audited = await test.prisma.auditEvent.count();
  const old = await endedRun(RETENTION_DAYS + 1);
  const young = await endedRun(RETENTION_DAYS - 1);
  const failed = await endedRun(RETENTION_DAYS + 1, "FAILED");
  const active = await rows.makeRun("APPLY");
  await rows.log(active.runId, "still at work");
  expect(await prune()).toBe(1);
  expect(await prune()).toBe(0);
  expect(await eventsOf(old.runId)).toBe(0);
  for (const { runId } of [young, failed]) expect(await eventsOf(runId)).toBe(2);
  expect(await eventsOf(active.runId)).toBe(1);
  expect(await test.prisma.auditEvent.count()).toBeGreaterThanOrEqual(audited);
});

it("leaves a run that can be read, and whose stream ends", async () => {
  const { runId } = await endedRun(RETENTION_DAYS + 1);
  await prune();
  const view = await caller().get({ runId });
  expect(view).toMatchObject({ events: [], eventsRemovedAt: expect.any(Date), lastSequence: 2 });
  const seen: unknown[] = [];
  for await (const event of await caller().watch({ runId })) seen.push(event);
  expect(seen).toEqual([]);
});

it("removes plans of what came to nothing, and keeps those that were approved", async () => {
  const plans = await Promise.all(
    (["REJECTED", "WITHDRAWN", "EXPIRED", "APPROVED", "PENDING_APPROVAL"] as const).map(async (status) => {
      const run = await rows.makeRun("PLAN");
      await test.prisma.request.update({ where: { id: run.requestId }, data: { status } });
      const json = { stacks: [], changes: [], estimate: {}, checks: [] };
      const createdAt = daysAgo(RETENTION_DAYS + 1);
      const data = { runId: run.runId, digest: "d", blueprintVersion: "1", createdAt, ...json };
      await test.prisma.plan.create({ data });
      return { status, runId: run.runId };
    }),
  );
  await prune();
  const kept = await test.prisma.plan.findMany({ where: { runId: { in: plans.map(({ runId }) => runId) } } });
  const statuses = plans.filter(({ runId }) => kept.some((plan) => plan.runId === runId));
  expect(statuses.map(({ status }) => status).sort()).toEqual(["APPROVED", "PENDING_APPROVAL"]);
});
