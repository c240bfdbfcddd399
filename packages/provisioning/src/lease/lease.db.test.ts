import { verbatim } from "@greenroom/messages";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { eventually } from "../../../../scripts/testing/eventually";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { appendRunEvents } from "../events/run-events";
import { sweepRuns } from "../runs/sweep";
import { claimRun, holdLease, LeaseLost, releaseRun, withFence } from "./lease";

let database: TestDatabase;
let fixture: RunFixture;
let runId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
  await fixture.db.run.updateMany({ data: { status: "CANCELLED" } });
  runId = (await fixture.plan("CREATE")).runId;
});

const row = () => fixture.db.run.findUniqueOrThrow({ where: { id: runId } });
const log = (message: string) => ({
  at: new Date(),
  data: { kind: "LOG" as const, level: "INFO" as const, message: verbatim(message), stackKey: null },
});

it("is given to one of many who ask at once", async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, (_, i) => claimRun(fixture.db, runId, `w${i}`)));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

it("is not given before the run is due, and again right after a release", async () => {
  const first = await claimRun(fixture.db, runId, "a");
  await releaseRun(fixture.db, { runId, fence: first!.fence }, 60_000);
  expect(await claimRun(fixture.db, runId, "b")).toBeNull();
  await fixture.db.run.update({ where: { id: runId }, data: { wakeAt: new Date(0) } });
  const second = await claimRun(fixture.db, runId, "b");
  expect(second).toMatchObject({ fence: first!.fence + 1, crashes: 0 });
});

it("lets a worker whose lease passed on write nothing", async () => {
  const zombie = await claimRun(fixture.db, runId, "zombie");
  await fixture.db.run.update({ where: { id: runId }, data: { leaseUntil: new Date(0) } });
  const successor = await claimRun(fixture.db, runId, "successor");
  expect(successor?.fence).toBe(zombie!.fence + 1);
  const write = withFence(fixture.db, { runId, fence: zombie!.fence }, (tx) =>
    appendRunEvents(tx, runId, [log("from the grave")]),
  );
  await expect(write).rejects.toBeInstanceOf(LeaseLost);
  expect(await releaseRun(fixture.db, { runId, fence: zombie!.fence }, 0)).toBeNull();
  expect((await row()).leaseOwner).toBe("successor");
});

it("is kept by the heartbeat, and its loss is noticed before the next effect", async () => {
  const claimed = await claimRun(fixture.db, runId, "a");
  const lease = holdLease(fixture.db, claimed!, () => true, 10);
  const before = (await row()).leaseUntil!;
  await eventually(async () => expect((await row()).leaseUntil!.getTime()).toBeGreaterThan(before.getTime()));
  lease.assertHeld();
  await fixture.db.run.update({ where: { id: runId }, data: { fence: { increment: 1 } } });
  await eventually(() => expect(() => lease.assertHeld()).toThrow(LeaseLost));
  lease.stop();
});

it("wakes sooner when somebody cancelled meanwhile", async () => {
  const claimed = await claimRun(fixture.db, runId, "a");
  await fixture.db.run.update({ where: { id: runId }, data: { cancelRequestedAt: new Date() } });
  expect(await releaseRun(fixture.db, { runId, fence: claimed!.fence }, 30_000)).toBeLessThanOrEqual(2_000);
});

it("numbers events without gap or repeat, whoever writes at once", async () => {
  await Promise.all(
    Array.from({ length: 10 }, (_, writer) =>
      fixture.db.$transaction((tx) =>
        appendRunEvents(tx, runId, [
          { ...log(`own ${writer}`), sourceEventId: `own-${writer}` },
          { ...log("the same"), sourceEventId: "same" },
        ]),
      ),
    ),
  );
  const events = await fixture.db.runEvent.findMany({ where: { runId }, orderBy: { sequence: "asc" } });
  expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
  expect((await row()).lastSequence).toBe(11);
});

it("is swept up when the queue lost the wake-up or the worker died, and only then", async () => {
  const woken: string[] = [];
  const deps = {
    ...fixture.deps,
    enqueue: async (_: unknown, payload: object) => void woken.push((payload as { runId: string }).runId),
  };
  expect(await sweepRuns(deps)).toBe(0);
  await fixture.db.run.update({ where: { id: runId }, data: { wakeAt: new Date(Date.now() - 3_000) } });
  expect(await sweepRuns(deps)).toBe(1);
  await claimRun(fixture.db, runId, "a");
  expect(await sweepRuns(deps)).toBe(0);
  await fixture.db.run.update({ where: { id: runId }, data: { leaseUntil: new Date(Date.now() - 1) } });
  expect(await sweepRuns(deps)).toBe(1);
  expect(woken).toEqual([runId, runId]);
});

it("says on the page of a run that no worker is free for it", async () => {
  const longAgo = new Date(Date.now() - 60_000);
  await fixture.db.run.update({ where: { id: runId }, data: { wakeAt: longAgo, queuedAt: longAgo } });
  await sweepRuns(fixture.deps);
  expect((await row()).waiting).toMatchObject({ cause: "WORKER" });
  expect((await fixture.drive(runId)).waiting).toBeNull();
});
