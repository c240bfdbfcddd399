import { endSession, loadSessionActor, startSession } from "@greenroom/identity";
import type { Actor } from "@greenroom/identity/schema";
import { createLogger } from "@greenroom/logger";
import { verbatim } from "@greenroom/messages";
import { transaction } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../../../../scripts/testing/eventually";
import { createRunRows } from "../../testing/run-rows";
import { watchRunInputSchema } from "../schema";
import { recordRunTransition } from "../transitions/record-run-transition";
import { createRunEventFeed, type RunEventFeed } from "./run-event-feed";
import { watchRun } from "./watch-run";

let test: TestDatabase;
let rows: Awaited<ReturnType<typeof createRunRows>>;
let feed: ReturnType<typeof createRunEventFeed>;

beforeAll(async () => {
  test = await testDatabase();
  rows = await createRunRows(test.prisma);
  feed = createRunEventFeed(test.url, createLogger("test", "silent"));
});
afterAll(async () => {
  await feed.close();
  await test.close();
});

const watchDeps = () => ({ db: test.prisma, runEvents: feed as RunEventFeed, now: () => new Date() });
const settle = (runId: string) =>
  transaction(test.prisma, (tx) => recordRunTransition(tx, runId, { to: "CANCELLED", now: new Date() }));

/** Reads until the run is settled, or until `count` events: then the connection breaks. */
async function read(runId: string, after: number, count = Number.POSITIVE_INFINITY, pollMs?: number) {
  const seen: number[] = [];
  const connection = new AbortController();
  const deps = { ...watchDeps(), pollMs };
  for await (const event of await watchRun(
    deps,
    rows.people.rina,
    { runId, lastEventId: after },
    connection.signal,
  )) {
    seen.push(event.sequence);
    if (seen.length >= count) break;
  }
  connection.abort();
  return seen;
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("watchRun", () => {
  it("gives each event once and in order, however writing, reading and reconnecting interleave", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 }),
        async (batches, breaks) => {
          const { runId } = await rows.makeRun("PLAN");
          const writing = (async () => {
            // Two writers at once: numbers are given out one transaction at a time.
            await Promise.all(batches.map((size) => rows.log(runId, ...Array(size).fill("line"))));
            await settle(runId);
          })();
          const seen: number[] = [];
          for (const count of [...breaks, Number.POSITIVE_INFINITY])
            seen.push(...(await read(runId, seen.length, count)));
          await writing;
          const total = batches.reduce((sum, size) => sum + size, 1);
          expect(seen).toEqual(upTo(total));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("shows an event without waiting for the poll", async () => {
    const { runId } = await rows.makeRun("PLAN");
    const never = 1_000_000;
    const reading = read(runId, 0, Number.POSITIVE_INFINITY, never);
    await rows.log(runId, "one");
    await rows.log(runId, "two");
    await settle(runId);
    expect(await reading).toEqual([1, 2, 3]);
  });

  const revocations: [string, string, (actor: Actor) => Promise<unknown>][] = [
    [
      "their membership is deleted",
      "NOT_FOUND",
      ({ userId }) => test.prisma.membership.deleteMany({ where: { userId } }),
    ],
    [
      "they are disabled",
      "UNAUTHENTICATED",
      ({ userId: id }) => test.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } }),
    ],
    ["they sign out", "UNAUTHENTICATED", ({ sessionId }) => endSession({ db: test.prisma }, sessionId ?? "")],
  ];
  it.each(revocations)("ends although nothing happens when %s", async (_, code, revoke) => {
    const deps = watchDeps();
    const { runId } = await rows.makeRun("PLAN");
    await rows.log(runId, "one");
    const { id } = await test.prisma.user.create({
      data: {
        issuer: "demo",
        subject: `watcher-${code}-${runId}`,
        name: "Watcher",
        email: "watcher@x.test",
        memberships: { create: { teamId: rows.people.rina.memberships[0]!.teamId, role: "VIEWER" } },
      },
    });
    const session = await startSession(deps, { issuer: "demo", subject: `watcher-${code}-${runId}` });
    const actor = await loadSessionActor(deps, session!.id);
    const stream = await watchRun(deps, actor!, { runId }, new AbortController().signal);
    expect((await stream.next()).value).toMatchObject({ sequence: 1 });
    const waiting = stream.next();
    await revoke(actor!);
    await expect(waiting).rejects.toMatchObject({ code });
    expect(id).toBe(actor?.userId);
  });

  it("holds back what comes after a number that is not there yet", async () => {
    const { runId } = await rows.makeRun("PLAN");
    const event = (sequence: number) => ({
      runId,
      sequence,
      at: new Date(),
      kind: "LOG",
      data: { kind: "LOG", level: "INFO", message: verbatim("x"), stackKey: null },
    });
    await test.prisma.runEvent.createMany({ data: [event(1), event(3)] });
    await test.prisma.run.update({ where: { id: runId }, data: { lastSequence: 3 } });
    const reading = read(runId, 0, 3);
    await test.prisma.runEvent.create({ data: event(2) });
    expect(await reading).toEqual([1, 2, 3]);
  });

  it("ends at once for a settled run that was read to its end, and for somebody who may not see it", async () => {
    const { runId } = await rows.makeRun("PLAN");
    await rows.log(runId, "one");
    await settle(runId);
    expect(await read(runId, 0)).toEqual([1, 2]);
    expect(await read(runId, 2)).toEqual([]);
    const signal = new AbortController().signal;
    const foreign = watchRun(watchDeps(), rows.people.theo, { runId }, signal);
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stops listening when the page goes away", async () => {
    const { runId } = await rows.makeRun("PLAN");
    let listeners = 0;
    const counting: RunEventFeed = {
      subscribe: (id, listener) => {
        listeners++;
        const stop = feed.subscribe(id, listener);
        return () => {
          listeners--;
          stop();
        };
      },
    };
    const page = new AbortController();
    const events = await watchRun(
      { ...watchDeps(), runEvents: counting },
      rows.people.rina,
      { runId },
      page.signal,
    );
    await rows.log(runId, "one");
    await events.next();
    const waiting = events.next();
    expect(listeners).toBe(1);
    page.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(listeners).toBe(0);
  });
});

describe("a stream turns only when there is something to give, or it has waited", () => {
  /** A run with events of these numbers, which has reached the last of them. */
  async function runWith(sequences: readonly number[]) {
    const { runId } = await rows.makeRun("PLAN");
    const data = { kind: "LOG", level: "INFO", message: verbatim("x"), stackKey: null };
    await test.prisma.runEvent.createMany({
      data: sequences.map((sequence) => ({ runId, sequence, at: new Date(), kind: "LOG", data })),
    });
    await test.prisma.run.update({ where: { id: runId }, data: { lastSequence: sequences.at(-1) ?? 0 } });
    return runId;
  }
  const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

  it("whatever number it begins after, whatever is missing, and however often it is notified", async () => {
    const gaps: [what: string, sequences: number[]][] = [
      ["nothing", []],
      ["600 events", from(1, 600)],
      ["600 events, and the first is missing", from(2, 600)],
      ["600 events behind a gap", [...from(1, 10), ...from(12, 600)]],
    ];
    const runs = await Promise.all(
      gaps.map(async ([what, numbers]) => ({ what, numbers, runId: await runWith(numbers) })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...runs),
        fc.oneof(fc.integer({ min: -5, max: 700 }), fc.constantFrom(2_147_483_647, -2_147_483_648)),
        fc.integer({ min: 0, max: 4 }),
        async ({ numbers, runId }, lastEventId, rings) => {
          let reads = 0;
          const counted = new Proxy(test.prisma.runEvent, {
            get: (events, name) => {
              if (name === "findMany") reads++;
              return Reflect.get(events, name);
            },
          });
          const db = new Proxy(test.prisma, {
            get: (prisma, name) => (name === "runEvent" ? counted : Reflect.get(prisma, name)),
          });
          let ring = () => {};
          const runEvents: RunEventFeed = {
            subscribe: (_, listener) => {
              ring = listener;
              return () => {};
            },
          };
          const page = new AbortController();
          const deps = { db, runEvents, now: () => new Date(), pollMs: 60_000 };
          const events = await watchRun(deps, rows.people.rina, { runId, lastEventId }, page.signal);
          const given: number[] = [];
          const reading = (async () => {
            for await (const { sequence } of events) given.push(sequence);
          })();
          for (let count = 0; count <= rings; count++) {
            // A slow reader's turn of the loop ends somewhere in these; an unpaused one would read on and on.
            for (let turn = 0; turn < 12; turn++) await test.prisma.$queryRaw`SELECT 1`;
            ring();
          }
          const expected: number[] = [];
          for (let next = lastEventId + 1; numbers.includes(next); next++) expected.push(next);
          await eventually(() => expect(given.length).toBeGreaterThanOrEqual(expected.length));
          page.abort();
          await reading;
          expect(given).toEqual(expected);
          // One for each ring, one at first and one at the end, and one for each 500 events that were given.
          expect(reads).toBeLessThanOrEqual(rings + 3 + Math.ceil(given.length / 500));
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([-1, -10_000, 1.5, 2_147_483_648, 1e300, "-1", "1e3", "", " 1", "99999999999", true, [], {}])(
    "and never begins after %j",
    (lastEventId) => {
      expect(watchRunInputSchema.safeParse({ runId: "x", lastEventId }).success).toBe(false);
    },
  );
  it.each([0, 17, 2_147_483_647, "0", "17", null, undefined])("but may after %j", (lastEventId) => {
    const { data } = watchRunInputSchema.safeParse({ runId: "x", lastEventId });
    expect(data?.lastEventId ?? 0).toBe(Number(lastEventId ?? 0));
  });
});

describe("the feed", () => {
  it("hears again after its connection was cut, and tells everybody to look", async () => {
    const { runId } = await rows.makeRun("PLAN");
    let rings = 0;
    let wake = () => {};
    const stop = feed.subscribe(runId, () => {
      rings++;
      wake();
    });
    const nextRing = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      });
    let ring = nextRing();
    await rows.log(runId, "before");
    await ring;
    const told = rings;
    ring = nextRing();
    await test.prisma.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query = 'LISTEN run_events'`;
    await ring;
    expect(rings).toBeGreaterThan(told);
    ring = nextRing();
    await rows.log(runId, "after");
    await ring;
    stop();
  });
});
