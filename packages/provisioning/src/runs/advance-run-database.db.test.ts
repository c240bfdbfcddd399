import { fromUnknown } from "@greenroom/errors";
import { createDatabase, lock } from "@greenroom/prisma";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createWorld, type World } from "../../testing/world";
import { advanceRun } from "./advance-run";

let database: TestDatabase;
let admin: pg.Client;
let world: World;
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
  world = await createWorld(database.prisma);
});

const endSessions = () =>
  admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
const operations = () => world.cloud.ledger.map((line) => line.replace(`greenroom-${world.name}-`, ""));

it("goes on in the same slice when its sessions are ended after each call of the cloud, and repeats nothing", async () => {
  const { requestId, runId: planRunId } = await world.plan("CREATE");
  await world.drive(planRunId);
  const { runId } = await world.approve(requestId);
  let endings = 0;
  world.cloud.onAccepted = async () => {
    endings++;
    await endSessions();
  };
  const run = await world.drive(runId);
  expect(run).toMatchObject({ status: "SUCCEEDED", failure: null, crashes: 0 });
  expect(operations()).toEqual(["change-set base", "execute base", "change-set store", "execute store"]);
  expect(endings).toBe(4);
});

it("lets go, and fails nothing, when its sessions are ended again and again until it must stop", async () => {
  const { requestId, runId: planRunId } = await world.plan("CREATE");
  await world.drive(planRunId);
  const { runId } = await world.approve(requestId);
  const stop = new AbortController();
  world.cloud.onAccepted = async () => {
    await endSessions();
    stop.abort();
  };
  const failure = await advanceRun(world.deps, runId, stop.signal).catch(fromUnknown);
  expect(failure).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  world.cloud.onAccepted = () => {};
  await admin.query(`UPDATE "Run" SET "leaseUntil" = to_timestamp(0) WHERE "id" = $1`, [runId]);
  expect(await world.drive(runId)).toMatchObject({ status: "SUCCEEDED", failure: null });
});

it("no run fails because a portal stopped while it held the audit trail's lock", async () => {
  const { requestId, runId: planRunId } = await world.plan("CREATE");
  await world.drive(planRunId);
  const { runId } = await world.approve(requestId);
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
      await lock(tx, "auditTrail");
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
  expect(await world.drive(runId)).toMatchObject({ status: "SUCCEEDED", failure: null, crashes: 0 });
  wake();
  expect(await outcome).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  await portal.$disconnect();
});
