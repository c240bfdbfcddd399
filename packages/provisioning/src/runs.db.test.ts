import { createCallerFactory } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { getBlueprint } from "@greenroom/infra-templates/catalog";
import { transaction } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRunRows, stackEvent } from "../testing/run-rows";
import { queueRun } from "./commands/queue-run";
import { appendRunEvents } from "./events/run-events";
import { createRunsRouter } from "./router";
import { recordRunTransition } from "./transitions/record-run-transition";

let test: TestDatabase;
let rows: Awaited<ReturnType<typeof createRunRows>>;
const woken: { runId: string; jobId?: string }[] = [];
const NOW = new Date("2026-05-01T10:00:00Z");

const caller = (actor: Actor) =>
  createCallerFactory(
    createRunsRouter({
      db: test.prisma,
      now: () => NOW,
      enqueue: async (_, payload, options) => {
        woken.push({ runId: (payload as { runId: string }).runId, jobId: options?.jobId });
      },
      runEvents: { subscribe: () => () => {} },
    }),
  )({ loadActor: async () => actor, log: { info() {}, error() {} } as never });
const runOf = (id: string) => test.prisma.run.findUniqueOrThrow({ where: { id } });
const environmentOf = (id: string) => test.prisma.environment.findUniqueOrThrow({ where: { id } });
const actionsOn = async (subjectId: string) =>
  (await test.prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } })).map(
    ({ action }) => action,
  );
/** What is left when a worker has ended it badly. */
const fail = async (run: { runId: string; environmentId: string }, stackStatus?: string) => {
  await transaction(test.prisma, async (tx) => {
    await recordRunTransition(tx, run.runId, { from: ["QUEUED"], to: "RUNNING", now: NOW });
    if (stackStatus) {
      const statuses = ["CREATE_IN_PROGRESS", stackStatus];
      const events = statuses.map((status) => stackEvent("network", status, NOW));
      await appendRunEvents(tx, run.runId, events);
    }
    await recordRunTransition(tx, run.runId, { to: "FAILED", now: NOW });
    await tx.environment.update({ where: { id: run.environmentId }, data: { status: "FAILED" } });
  });
};

beforeAll(async () => {
  test = await testDatabase();
  rows = await createRunRows(test.prisma);
});
afterAll(() => test.close());

describe("queueing", () => {
  it("lets one run at a time touch an environment, and names the one at work", async () => {
    const first = await rows.makeRun("APPLY");
    const again = () =>
      transaction(test.prisma, (tx) =>
        queueRun(tx, {
          kind: "APPLY",
          requestId: first.requestId,
          environmentId: first.environmentId,
          environmentName: "x",
          teamId: rows.people.rina.memberships[0]!.teamId,
          actor: null,
          digest: "d",
          now: NOW,
        }),
      );
    await expect(again()).rejects.toMatchObject({
      code: "CONFLICT",
      says: { key: "environmentBusy", values: { number: first.number } },
    });
    await fail(first);
    const results = await Promise.allSettled(Array.from({ length: 6 }, again));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason.code).toBe("CONFLICT");
  });
});

describe("cancel", () => {
  it("ends a first build nobody has begun at once: there is nothing to destroy", async () => {
    const run = await rows.makeRun("APPLY");
    await caller(rows.people.rina).cancel({ runId: run.runId, reason: "wrong region" });
    expect(await runOf(run.runId)).toMatchObject({ status: "CANCELLED", lastSequence: 1 });
    expect(await environmentOf(run.environmentId)).toMatchObject({ status: "DESTROYED" });
    expect(await actionsOn(run.runId)).toEqual(["run.queued", "run.cancelled"]);
    expect(woken.map(({ runId }) => runId)).not.toContain(run.runId);
    await expect(caller(rows.people.rina).cancel({ runId: run.runId })).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { key: "runEnded" } },
    });
  });

  it("leaves what was built before FAILED, to be retried or destroyed", async () => {
    const first = await rows.makeRun("APPLY");
    await fail(first);
    const { runId } = await caller(rows.people.rina).retry({ runId: first.runId, mode: "RETRY" });
    await caller(rows.people.marco).cancel({ runId });
    expect(await environmentOf(first.environmentId)).toMatchObject({ status: "FAILED" });
  });

  it.each([
    ["UPDATING", "APPLY"],
    ["DESTROYING", "DESTROY"],
  ] as const)("leaves what is %s READY when its run was never begun", async (status, kind) => {
    const run = await rows.makeRun(kind, status);
    await caller(rows.people.rina).cancel({ runId: run.runId });
    expect(await environmentOf(run.environmentId)).toMatchObject({ status: "READY" });
  });

  it("asks a run at work to stop, once, and wakes it by a job of its own", async () => {
    const run = await rows.makeRun("APPLY");
    await transaction(test.prisma, (tx) => recordRunTransition(tx, run.runId, { to: "RUNNING", now: NOW }));
    await test.prisma.run.update({
      where: { id: run.runId },
      data: { wakeAt: new Date(Date.now() + 60_000) },
    });
    await caller(rows.people.pat).cancel({ runId: run.runId, reason: "too slow" });
    await caller(rows.people.marco).cancel({ runId: run.runId });
    const after = await runOf(run.runId);
    expect(after).toMatchObject({ status: "RUNNING", cancelRequestedBy: rows.people.pat.userId });
    expect(after.wakeAt.getTime()).toBeLessThan(Date.now() + 5_000);
    expect(woken.filter(({ runId }) => runId === run.runId)).toEqual([
      { runId: run.runId, jobId: `${run.runId}-cancel` },
    ]);
    const view = await caller(rows.people.rina).get({ runId: run.runId });
    expect(view).toMatchObject({ isCancelling: true, allowedActions: [] });
    expect(view.events.at(-1)?.data).toMatchObject({ kind: "RUN", isCancelling: true });
    expect((await actionsOn(run.runId)).filter((action) => action === "run.cancelRequested")).toHaveLength(1);
  });

  it("does not end a queued run that a worker has just taken, nor a plan", async () => {
    const taken = await rows.makeRun("APPLY");
    await test.prisma.run.update({
      where: { id: taken.runId },
      data: { leaseUntil: new Date(Date.now() + 60_000) },
    });
    const plan = await rows.makeRun("PLAN");
    for (const { runId } of [taken, plan]) {
      await caller(rows.people.rina).cancel({ runId });
      const run = await runOf(runId);
      expect(run.status).toBe("QUEUED");
      expect(run.cancelRequestedAt).not.toBeNull();
    }
  });

  it("is for whoever asked and for approvers", async () => {
    const run = await rows.makeRun("APPLY");
    await expect(caller(rows.people.vera).cancel({ runId: run.runId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(caller(rows.people.theo).cancel({ runId: run.runId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a run's dashboards", () => {
  it("are those of the environment's stacks, from the start on, once its account has a Grafana", async () => {
    const { runId, environmentId } = await rows.makeRun("APPLY");
    const plan = await rows.makeRun("PLAN");
    const spec = getBlueprint("cache-lab").presets[0]?.spec as object;
    const { cloudAccountId } = await test.prisma.environment.update({
      where: { id: environmentId },
      data: { blueprint: "cache-lab", spec },
    });
    const dashboards = async (id: string) => (await caller(rows.people.rina).get({ runId: id })).dashboards;
    expect(await dashboards(runId)).toEqual([]);
    const grafanaUrl = "https://grafana.example.com";
    await test.prisma.cloudAccount.update({ where: { id: cloudAccountId }, data: { grafanaUrl } });
    const [redis, ...others] = await dashboards(runId);
    const { queuedAt } = await runOf(runId);
    expect(others).toEqual([]);
    expect(redis?.url).toMatch(
      new RegExp(`^${grafanaUrl}/d/greenroom-redis[?].*&from=${queuedAt.getTime() - 600_000}&to=now$`),
    );
    expect(await dashboards(plan.runId)).toEqual([]);
  });
});

describe("retry", () => {
  it("is a new run under the same approval, and sets the environment in motion again", async () => {
    const run = await rows.makeRun("APPLY");
    await fail(run);
    expect((await caller(rows.people.rina).get({ runId: run.runId })).allowedActions).toEqual(["retry"]);
    const { runId } = await caller(rows.people.rina).retry({ runId: run.runId, mode: "RETRY" });
    expect(await runOf(runId)).toMatchObject({
      kind: "APPLY",
      status: "QUEUED",
      digest: "digest",
      attempt: 2,
      retryOfId: run.runId,
      retryMode: "RETRY",
      actorId: rows.people.rina.userId,
    });
    expect(await environmentOf(run.environmentId)).toMatchObject({ status: "PROVISIONING", version: 2 });
    expect(woken.at(-1)).toEqual({ runId, jobId: `${runId}-0` });
    const [first, second] = await Promise.all(
      [run.runId, runId].map((id) => caller(rows.people.rina).get({ runId: id })),
    );
    expect(first).toMatchObject({ retryOf: null, retriedBy: { id: runId, number: second?.number } });
    expect(second).toMatchObject({ retryOf: { id: run.runId, number: first?.number }, retriedBy: null });
    await expect(caller(rows.people.rina).retry({ runId: run.runId, mode: "RETRY" })).rejects.toMatchObject({
      cause: { code: "CONFLICT", says: { key: "runNotRetryable" } },
    });
  });

  it.each([
    ["UPDATING", "APPLY"],
    ["DESTROYING", "DESTROY"],
  ] as const)("goes back to %s for %s", async (status, kind) => {
    const run = await rows.makeRun(kind, status);
    await fail(run);
    await caller(rows.people.marco).retry({ runId: run.runId, mode: "RETRY" });
    expect(await environmentOf(run.environmentId)).toMatchObject({ status });
  });

  it("asks for a clean start when a stack can only be deleted", async () => {
    const run = await rows.makeRun("APPLY");
    await fail(run, "ROLLBACK_COMPLETE");
    expect((await caller(rows.people.rina).get({ runId: run.runId })).allowedActions).toEqual([
      "cleanAndRetry",
    ]);
    await expect(caller(rows.people.rina).retry({ runId: run.runId, mode: "RETRY" })).rejects.toMatchObject({
      cause: { says: { key: "runNeedsClean" } },
    });
    const { runId } = await caller(rows.people.rina).retry({ runId: run.runId, mode: "CLEAN" });
    expect((await runOf(runId)).retryMode).toBe("CLEAN");
    // It never reached the stack, so the stack is still as the first run left it.
    await fail({ ...run, runId });
    expect((await caller(rows.people.rina).get({ runId })).allowedActions).toEqual(["cleanAndRetry"]);
  });

  it("is won by one of many at once, and refused to viewers and strangers", async () => {
    const run = await rows.makeRun("APPLY");
    await fail(run);
    await expect(caller(rows.people.vera).retry({ runId: run.runId, mode: "RETRY" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(caller(rows.people.theo).retry({ runId: run.runId, mode: "RETRY" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => caller(rows.people.rina).retry({ runId: run.runId, mode: "RETRY" })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await test.prisma.run.count({ where: { retryOfId: run.runId } })).toBe(1);
  });
});

describe("reading", () => {
  it("lists the runs of one's teams by filters, page by page", async () => {
    const all = await test.prisma.run.count();
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await caller(rows.people.rina).list({ limit: 4, cursor });
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(all);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect((await caller(rows.people.theo).list({})).items).toEqual([]);
  });

  it("expects what earlier runs of the kind, blueprint and stacks took, in the middle", async () => {
    const stacks = (runId: string, ...keys: string[]) =>
      test.prisma.runStep.createMany({
        data: keys.map((stackKey, position) => ({
          runId,
          position,
          key: stackKey,
          kind: "DELETE_STACK",
          stackKey,
        })),
      });
    const run = await rows.makeRun("DESTROY", "DESTROYING");
    expect((await caller(rows.people.rina).get({ runId: run.runId })).expectedSeconds).toBeNull();
    await stacks(run.runId, "data", "network");
    for (const seconds of [10, 20, 600, 900, 901]) {
      const past = await rows.makeRun("DESTROY", "DESTROYING");
      await stacks(past.runId, ...(seconds < 900 ? ["data", "network"] : ["cluster", "data", "network"]));
      await test.prisma.run.update({
        where: { id: past.runId },
        data: { status: "SUCCEEDED", startedAt: NOW, finishedAt: new Date(NOW.getTime() + seconds * 1_000) },
      });
    }
    expect((await caller(rows.people.rina).get({ runId: run.runId })).expectedSeconds).toBe(20);
  });

  it("gives a planned template for reading, and none of a run that planned nothing", async () => {
    const run = await rows.makeRun("APPLY");
    await expect(
      caller(rows.people.rina).template({ runId: run.runId, stackKey: "network" }),
    ).rejects.toMatchObject({ cause: { code: "NOT_FOUND", says: { key: "templateNotFound" } } });
  });
});
