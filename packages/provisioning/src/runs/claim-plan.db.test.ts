import { createLogger } from "@greenroom/logger";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { createEnqueue, createQueueConnection, startQueueRuntime } from "@greenroom/queue";
import { testBackends } from "@greenroom/queue/testing";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../../../../scripts/testing/eventually";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { createProvisioningHandlers } from "../handlers";
import { PROVISIONING_JOBS, wakeRun } from "../jobs";
import { claimPlan } from "./claim-plan";

let test: TestDatabase;
let fixture: RunFixture;
let counter = 0;
beforeAll(async () => {
  test = await testDatabase();
  fixture = await createRunFixture(test.prisma);
});
afterAll(() => test.close());
beforeEach(() => test.prisma.run.updateMany({ data: { status: "CANCELLED", finishedAt: new Date() } }));

/** Plans of these people, queued in this order. Nobody of an earlier test is among them. */
async function queuePlans(people: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const person of people) {
    const { runId } = await fixture.plan("CREATE", null, `show-${++counter}`);
    await test.prisma.run.update({ where: { id: runId }, data: { actorId: person } });
    ids.push(runId);
  }
  return ids;
}
const newcomers = (count: number) => Array.from({ length: count }, () => `person-${++counter}`);

describe("plans take turns", () => {
  it("by person: between two plans of one, everybody who waits has had one begun", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 10 }), async (picks) => {
        await test.prisma.run.updateMany({ data: { status: "CANCELLED" } });
        const people = newcomers(4);
        const queued = picks.map((pick) => people[pick]!);
        await queuePlans(queued);
        const begun: string[] = [];
        for (;;) {
          const run = await claimPlan(test.prisma, "worker");
          if (!run) break;
          begun.push(run.actorId!);
        }
        expect([...begun].sort()).toEqual([...queued].sort());
        for (const [index, person] of begun.entries()) {
          const again = begun.indexOf(person, index + 1);
          if (again === -1) continue;
          const waiting = new Set(begun.slice(again).filter((other) => other !== person));
          for (const other of waiting) expect(begun.slice(index, again), `${begun}`).toContain(other);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("also when all workers choose at once", async () => {
    const [many, one, another] = newcomers(3) as [string, string, string];
    await queuePlans([...Array(10).fill(many), one, another]);
    const claimed = await Promise.all(Array.from({ length: 6 }, () => claimPlan(test.prisma, "worker")));
    const begun = claimed.map((run) => run?.actorId);
    expect(begun.filter((person) => person === one)).toHaveLength(1);
    expect(begun.filter((person) => person === another)).toHaveLength(1);
    expect(new Set(claimed.map((run) => run?.id)).size).toBe(6);
  });

  it("after what was begun already, and after what is to be cancelled", async () => {
    const [first, second] = newcomers(2) as [string, string];
    const [a, b, c] = (await queuePlans([first, second, second])) as [string, string, string];
    await test.prisma.run.update({ where: { id: b }, data: { status: "RUNNING" } });
    await test.prisma.run.update({ where: { id: c }, data: { cancelRequestedAt: new Date() } });
    const order = [];
    for (let count = 0; count < 4; count++) order.push((await claimPlan(test.prisma, "worker"))?.id);
    expect(order).toEqual([c, b, a, undefined]);
  });
});

describe.each(testBackends)("with the queue on $name", ({ open }) => {
  it("somebody with one plan waits a round behind somebody with forty, not for all of them", async () => {
    const backend = await open();
    const log = createLogger("test", "silent");
    const connection = createQueueConnection(backend);
    const { enqueue, close } = createEnqueue(connection, log);
    const [many, one, another] = newcomers(3) as [string, string, string];
    const ids = await queuePlans([...Array(40).fill(many), one, another]);
    for (const id of ids) await wakeRun(enqueue, { id, kind: "PLAN" });
    const concurrency = 2;
    const runtime = await startQueueRuntime({
      connection,
      jobs: PROVISIONING_JOBS,
      handlers: createProvisioningHandlers({ ...fixture.deps, enqueue }),
      concurrency,
      log,
    });
    try {
      const ofFew = { id: { in: ids }, actorId: { in: [one, another] } };
      await eventually(async () =>
        expect(await test.prisma.run.count({ where: { ...ofFew, finishedAt: { not: null } } })).toBe(2),
      );
      const begun = await test.prisma.run.findMany({
        where: { id: { in: ids }, startedAt: { not: null } },
        orderBy: { startedAt: "asc" },
      });
      // One round of three people, and what the other hands began meanwhile.
      for (const person of [one, another])
        expect(begun.findIndex(({ actorId }) => actorId === person)).toBeLessThan(3 + concurrency);
      // Nothing is left lying: each job began or went on with one plan.
      await eventually(async () =>
        expect(await test.prisma.run.count({ where: { id: { in: ids }, status: "SUCCEEDED" } })).toBe(42),
      );
    } finally {
      await runtime.close(5_000);
      await close();
      await backend.close();
    }
  });
});
