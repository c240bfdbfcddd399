import { fromUnknown } from "@greenroom/errors";
import { createDatabase, takeLocks } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { advanceRun } from "./advance-run";

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
});

const endSessions = () =>
  admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
const operations = () => fixture.cloud.ledger.map((line) => line.replace(`greenroom-${fixture.name}-`, ""));

it("goes on in the same slice when its sessions are ended after each call of the cloud, and repeats nothing", async () => {
  const { requestId, runId: planRunId } = await fixture.plan("CREATE");
  await fixture.drive(planRunId);
  const { runId } = await fixture.approve(requestId);
  let endings = 0;
  fixture.cloud.onAccepted = async () => {
    endings++;
    await endSessions();
  };
  const run = await fixture.drive(runId);
  expect(run).toMatchObject({ status: "SUCCEEDED", failure: null, crashes: 0 });
  expect(operations()).toEqual(["change-set base", "execute base", "change-set store", "execute store"]);
  expect(endings).toBe(4);
});

it("lets go, and fails nothing, when its sessions are ended again and again until it must stop", async () => {
  const { requestId, runId: planRunId } = await fixture.plan("CREATE");
  await fixture.drive(planRunId);
  const { runId } = await fixture.approve(requestId);
  const stop = new AbortController();
  fixture.cloud.onAccepted = async () => {
    await endSessions();
    stop.abort();
  };
  const failure = await advanceRun(fixture.deps, runId, stop.signal).catch(fromUnknown);
  expect(failure).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  fixture.cloud.onAccepted = () => {};
  await admin.query(`UPDATE "Run" SET "leaseUntil" = to_timestamp(0) WHERE "id" = $1`, [runId]);
  expect(await fixture.drive(runId)).toMatchObject({ status: "SUCCEEDED", failure: null });
});

it("no run fails because a portal stopped while it held the audit trail's lock", async () => {
  const { requestId, runId: planRunId } = await fixture.plan("CREATE");
  await fixture.drive(planRunId);
  const { runId } = await fixture.approve(requestId);
  // Connected as the portal is; it takes the lock of the trail and says nothing more.
  const portal = createDatabase(database.url, 1);
  let hasLock = () => {};
  const locked = new Promise<void>((resolve) => {
    hasLock = resolve;
  });
  let wake = () => {};
  const stopped = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const act = portal.$transaction(
    async (tx) => {
      await takeLocks(tx, ["auditTrail"]);
      hasLock();
      await stopped;
      await tx.$queryRaw`SELECT 1`;
    },
    { timeout: 60_000 },
  );
  const outcome = act.then(
    () => null,
    (error: unknown) => fromUnknown(error),
  );
  await locked;
  expect(await fixture.drive(runId)).toMatchObject({ status: "SUCCEEDED", failure: null, crashes: 0 });
  wake();
  expect(await outcome).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  await portal.$disconnect();
});
