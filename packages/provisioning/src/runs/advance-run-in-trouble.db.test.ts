import { AppError } from "@greenroom/errors";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { sayFailure } from "../../testing/run-rows";
import { claimRun } from "../lease/lease";
import { advanceRun } from "./advance-run";

let database: TestDatabase;
let fixture: RunFixture;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
});

const operations = () => fixture.cloud.ledger.map((line) => line.replace(`greenroom-${fixture.name}-`, ""));

describe("trouble", () => {
  it.each([
    ["away", "CLOUD_UNAVAILABLE", "cloud.away"],
    ["throttling", "CLOUD_THROTTLED", "cloud.throttled"],
  ] as const)("waits and says so while the cloud is %s, and goes on after", async (_, cause, key) => {
    const { requestId, runId: planRunId } = await fixture.plan("CREATE");
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    fixture.cloud.refusals = [1, 2].map(
      () => new AppError(key, { operation: "DescribeStacks", awsMessage: "The cloud does not answer." }),
    );
    await advanceRun(fixture.deps, runId, new AbortController().signal);
    const waiting = await fixture.db.run.findUniqueOrThrow({ where: { id: runId } });
    expect(waiting).toMatchObject({ status: "RUNNING", retries: 1, waiting: { cause } });
    const done = await fixture.drive(runId);
    expect(done).toMatchObject({ status: "SUCCEEDED", retries: 0, waiting: null });
  });

  it("sets a run aside after three workers died on it", async () => {
    const { environmentId } = await fixture.build();
    const { requestId, runId: planRunId } = await fixture.plan("DESTROY", environmentId);
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    for (const worker of ["a", "b", "c"]) {
      expect(await claimRun(fixture.db, runId, worker)).not.toBeNull();
      await fixture.db.run.update({ where: { id: runId }, data: { leaseUntil: new Date(0) } });
    }
    const run = await fixture.drive(runId);
    expect(run.status).toBe("FAILED");
    expect(sayFailure(run.failure)).toContain("set aside");
  });

  it.each(["change-set base", "execute base", "change-set store", "execute store"])(
    "repeats nothing after a worker died right after: %s",
    async (fatal) => {
      const { requestId, runId: planRunId } = await fixture.plan("CREATE");
      await fixture.drive(planRunId);
      const { runId } = await fixture.approve(requestId);
      let hasDied = false;
      fixture.cloud.onAccepted = async (operation) => {
        if (hasDied || operation.replace(`greenroom-${fixture.name}-`, "") !== fatal) return;
        hasDied = true;
        // The lease passes on: nothing that this worker still wants to write is taken.
        await fixture.db.run.update({
          where: { id: runId },
          data: { fence: { increment: 1 }, leaseUntil: new Date(0) },
        });
      };
      expect((await fixture.drive(runId)).status).toBe("SUCCEEDED");
      expect(operations()).toEqual(["change-set base", "execute base", "change-set store", "execute store"]);
    },
  );

  it("a stack in review that a set-aside run left is known, found by its change set, and deleted with the environment", async () => {
    const { requestId, runId: planRunId } = await fixture.plan("CREATE");
    await fixture.drive(planRunId);
    const { runId, environmentId } = await fixture.approve(requestId);
    // The worker dies when the cloud has taken the change set, and the others before they do anything.
    fixture.cloud.onAccepted = async () => {
      await fixture.db.run.update({
        where: { id: runId },
        data: { fence: { increment: 1 }, leaseUntil: new Date(0), crashes: 3 },
      });
    };
    expect((await fixture.drive(runId)).status).toBe("FAILED");
    fixture.cloud.onAccepted = () => {};
    const tracked = await fixture.db.environmentStack.findMany({ where: { environmentId } });
    expect(tracked).toMatchObject([
      { key: "base", stackId: null, stackName: `greenroom-${fixture.name}-base` },
    ]);
    const { requestId: destroyId, runId: destroyPlan } = await fixture.plan("DESTROY", environmentId);
    await fixture.drive(destroyPlan);
    const { runId: destroyRun } = await fixture.approve(destroyId);
    expect((await fixture.drive(destroyRun)).failure).toBeNull();
    expect(operations()).toEqual(["change-set base", "delete base"]);
  });

  it("a stranger's stack in review is left alone", async () => {
    const { requestId, runId: planRunId } = await fixture.plan("CREATE");
    await fixture.drive(planRunId);
    const { runId } = await fixture.approve(requestId);
    const target = { stackName: `greenroom-${fixture.name}-base` };
    const theirs = { name: "theirs", kind: "CREATE", template: `{"Resources":{}}`, settings: { tags: {} } };
    await fixture.cloud.createChangeSet(target as never, theirs as never);
    expect(sayFailure((await fixture.drive(runId)).failure)).toContain("did not make it");
  });
});
