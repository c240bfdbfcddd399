import { createCallerFactory } from "@greenroom/identity";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRunRows } from "../../testing/run-rows";
import { createRunsRouter } from "../router";

let test: TestDatabase;
let rows: Awaited<ReturnType<typeof createRunRows>>;

beforeAll(async () => {
  test = await testDatabase();
  rows = await createRunRows(test.prisma);
});
afterAll(() => test.close());

const listNeeding = (person: keyof (typeof rows)["people"]) => {
  const router = createRunsRouter({
    db: test.prisma,
    now: () => new Date(),
    enqueue: async () => {},
    runEvents: { subscribe: () => () => {} },
  });
  const log = { info() {}, error() {} } as never;
  return createCallerFactory(router)({ loadActor: async () => rows.people[person], log }).list({
    needsMe: true,
  });
};

describe("what needs me", () => {
  it("brings a failed environment's last run to its owner and to who asked for it, until it is mended", async () => {
    const run = await rows.makeRun("APPLY", "UPDATING");
    const { environmentId, requestId } = await test.prisma.run.update({
      where: { id: run.runId },
      // Marco pressed approve, which makes it none of his to mend.
      data: { status: "FAILED", actorId: rows.people.marco.userId },
    });
    const environment = (data: { status?: "FAILED" | "UPDATING" | "READY"; ownerId?: string }) =>
      test.prisma.environment.update({ where: { id: environmentId! }, data });
    const isShownTo = async (person: "rina" | "marco" | "vera" | "theo") => {
      const { items } = await listNeeding(person);
      return items.some(({ id }) => id === run.runId);
    };
    const shownTo = async () => {
      const people = ["rina", "marco", "vera", "theo"] as const;
      const shown = await Promise.all(people.map(isShownTo));
      return people.filter((_, index) => shown[index]);
    };
    expect(await shownTo()).toEqual([]);
    await environment({ status: "FAILED", ownerId: rows.people.vera.userId });
    expect(await shownTo()).toEqual(["rina", "vera"]);
    await environment({ ownerId: rows.people.theo.userId });
    expect(await shownTo()).toEqual(["rina"]);
    await test.prisma.request.update({
      where: { id: requestId },
      data: { requesterId: rows.people.marco.userId },
    });
    expect(await shownTo()).toEqual(["marco"]);
    await environment({ status: "UPDATING" });
    expect(await shownTo()).toEqual([]);
    await environment({ status: "READY" });
    expect(await shownTo()).toEqual([]);
  });
});
