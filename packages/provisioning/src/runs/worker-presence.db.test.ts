import { createLogger } from "@greenroom/logger";
import { LOCKS, lockSession, unlockSession } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { eventually } from "../../../../scripts/testing/eventually";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { claimRun, releaseRun } from "../lease/lease";
import { CRASH_LIMIT, GONE_FOR_MS, PRESENCE_TTL_MS } from "../limits";
import { beginWatch, removeDeadWorkers } from "./sweep";
import { isAnyWorkerThere, keepPresence, releaseRuns } from "./worker-presence";

let database: TestDatabase;
let admin: pg.Client;
let fixture: RunFixture;
beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
  await fixture.db.run.updateMany({ data: { status: "CANCELLED", leaseOwner: null, leaseUntil: null } });
  await fixture.db.worker.deleteMany();
});

const log = createLogger("test", "silent");
const someRuns = async (count: number): Promise<string[]> => {
  const { requestId, runId } = await fixture.plan("CREATE");
  const ids = [runId];
  while (ids.length < count) ids.push(await fixture.queue("PLAN", requestId, null, null));
  return ids;
};
const crashesOf = async (runId: string) =>
  (await fixture.db.run.findUniqueOrThrow({ where: { id: runId } })).crashes;

it("a run that kills every worker that takes it is found, and none of those that were only near", async () => {
  const runIds = await someRuns(7);
  await fc.assert(
    fc.asyncProperty(fc.nat(6), fc.infiniteStream(fc.nat(1_000_000)), async (place, chance) => {
      await fixture.db.run.updateMany({
        where: { id: { in: runIds } },
        data: { status: "QUEUED", crashes: 0, leaseOwner: null, leaseUntil: null, wakeAt: new Date(0) },
      });
      await fixture.db.worker.deleteMany();
      const killer = runIds[place]!;
      for (let worker = 0; (await crashesOf(killer)) < CRASH_LIMIT; worker++) {
        expect(worker, "the killer is found").toBeLessThan(60);
        const owner = `worker-${worker}`;
        await fixture.db.worker.create({ data: { id: owner, lockKey: 1 } });
        const order = runIds.map((id) => ({ id, at: chance.next().value })).sort((a, b) => a.at - b.at);
        // As a worker does it: several at once, without knowing what kills.
        const taken = await Promise.all(order.map(({ id }) => claimRun(fixture.db, id, owner)));
        const held = taken.filter((run) => run !== null);
        expect(held.filter(({ crashes }) => crashes > 0).length).toBeLessThanOrEqual(1);
        if (held.some(({ id }) => id === killer)) {
          await releaseRuns(fixture.db, owner, "died");
          for (const id of runIds) if (id !== killer) expect(await crashesOf(id)).toBeLessThan(CRASH_LIMIT);
        } else {
          for (const { id, fence } of held) await releaseRun(fixture.db, { runId: id, fence }, 0);
        }
      }
    }),
    { numRuns: 6 },
  );
});

it("a worker is dead when its lock stays gone, not when it lost a connection, and its runs are free at once", async () => {
  const [runId = ""] = await someRuns(1);
  await fixture.db.worker.create({ data: { id: "mortal", lockKey: 77 } });
  const claimed = await claimRun(fixture.db, runId, "mortal");
  const watch = beginWatch(0);
  await lockSession(admin, "workerPresence", 77);
  expect(await removeDeadWorkers(fixture.deps, watch, 100)).toEqual([]);
  await unlockSession(admin, "workerPresence", 77);
  expect(await removeDeadWorkers(fixture.deps, watch, 200)).toEqual([]);
  await lockSession(admin, "workerPresence", 77);
  expect(await removeDeadWorkers(fixture.deps, watch, 200 + GONE_FOR_MS)).toEqual([]);
  await unlockSession(admin, "workerPresence", 77);
  expect(await removeDeadWorkers(fixture.deps, watch, 2_000)).toEqual([]);
  expect(await removeDeadWorkers(fixture.deps, watch, 2_000 + GONE_FOR_MS)).toEqual(["mortal"]);
  const freed = await fixture.db.run.findUniqueOrThrow({ where: { id: runId } });
  expect(freed).toMatchObject({ leaseOwner: null, leaseUntil: null, crashes: 1, fence: claimed!.fence + 1 });
  expect(await claimRun(fixture.db, runId, "successor")).not.toBeNull();
});

it("a silent worker is dead only for one that could have heard it", async () => {
  const seenAt = new Date(Date.now() - PRESENCE_TTL_MS - 1_000);
  await fixture.db.worker.create({ data: { id: "frozen", lockKey: 78, seenAt } });
  await lockSession(admin, "workerPresence", 78);
  const watch = beginWatch(0);
  const looks = [10_000, 20_000, 30_000];
  for (const at of looks) expect(await removeDeadWorkers(fixture.deps, watch, at)).toEqual([]);
  // The database was away meanwhile: everybody's time begins anew.
  for (const at of looks) expect(await removeDeadWorkers(fixture.deps, watch, 120_000 + at)).toEqual([]);
  expect(await removeDeadWorkers(fixture.deps, watch, 120_000 + PRESENCE_TTL_MS + 12_000)).toEqual([
    "frozen",
  ]);
  await unlockSession(admin, "workerPresence", 78);
});

it("a worker is present, comes back by itself when its connection is ended, and leaves its runs without a mark", async () => {
  const [runId = ""] = await someRuns(1);
  expect(await isAnyWorkerThere(fixture.db)).toBe(false);
  const presence = keepPresence(database.url, { db: fixture.db, workerId: "present", log });
  await eventually(() => expect(presence.isSeen()).toBe(true));
  expect(await isAnyWorkerThere(fixture.db)).toBe(true);
  const claimed = await claimRun(fixture.db, runId, "present");
  const watch = beginWatch(0);
  expect(await removeDeadWorkers(fixture.deps, watch, 1)).toEqual([]);

  const { rowCount } = await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = $1",
    [LOCKS.workerPresence.number],
  );
  expect(rowCount).toBe(1);
  await eventually(() => expect(presence.isSeen()).toBe(false), 1);
  await eventually(() => expect(presence.isSeen()).toBe(true));
  expect(await removeDeadWorkers(fixture.deps, watch, GONE_FOR_MS * 2)).toEqual([]);

  await presence.leave();
  expect(await isAnyWorkerThere(fixture.db)).toBe(false);
  expect(await fixture.db.run.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
    leaseOwner: null,
    crashes: 0,
    fence: claimed!.fence + 1,
  });
});
