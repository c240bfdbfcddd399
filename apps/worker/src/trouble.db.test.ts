import { verbatim } from "@greenroom/messages";
import { testDatabase } from "@greenroom/prisma/testing";
import { createQueueConnection } from "@greenroom/queue";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually } from "../../../scripts/testing/eventually";
import { type CloudProxy, startCloudProxy } from "../testing/cloud-proxy";
import { createFixture, type Fixture, startSandbox, type TestSandbox } from "../testing/fixture";
import type { TestProcess } from "../testing/processes";

let database: Awaited<ReturnType<typeof testDatabase>>;
let sandbox: TestSandbox;
let proxy: CloudProxy;
let fixture: Fixture;
let worker: TestProcess;

beforeAll(async () => {
  database = await testDatabase();
  sandbox = await startSandbox();
  proxy = await startCloudProxy(sandbox.url);
  fixture = await createFixture({ databaseUrl: database.url, sandboxUrl: proxy.url });
  worker = fixture.startWorker();
  await worker.printed(/The worker is ready/);
});
afterEach(async () => {
  proxy.isAway = false;
  await sandbox.control("DELETE", "durations");
});
afterAll(async () => {
  await worker?.stop();
  await proxy?.close();
  await fixture?.close();
  await sandbox?.kill();
  await database?.close();
});

it("shows the cloud's own words for a failed creation, and builds after CLEAN", async () => {
  const { id, name } = await fixture.request();
  const stackName = `greenroom-${name}-network`;
  await sandbox.control("POST", "faults", {
    stackName,
    resourceType: "AWS::EC2::VPC",
    phase: "create",
    message: "The maximum number of VPCs has been reached.",
  });
  const failed = await fixture.ended(await fixture.approve(id));
  expect(failed.failure).toMatchObject({ stackKey: "network", resourceType: "AWS::EC2::VPC" });
  expect(failed.failure?.message).toEqual(verbatim("The maximum number of VPCs has been reached."));
  expect(failed.allowedActions).toEqual(["cleanAndRetry"]);
  expect((await fixture.environment(name)).status).toBe("FAILED");

  const { runId } = await fixture.as("rina").runs.retry({ runId: failed.id, mode: "CLEAN" });
  expect((await fixture.ended(runId)).failure).toBeNull();
  expect((await fixture.environment(name)).status).toBe("READY");
});

it("plans a change against what is deployed, and applies only that", async () => {
  const { id, name } = await fixture.request();
  await fixture.ended(await fixture.approve(id));
  const { id: changeId, plan } = await fixture.change(name, (spec) => {
    spec.events!.archiveDays = Number(spec.events!.archiveDays) + 1;
  });
  expect(plan?.changes.length).toBeGreaterThan(0);
  expect(new Set(plan?.changes.map(({ stackKey }) => stackKey))).toEqual(new Set(["events"]));
  const before = (await sandbox.ledger()).length;
  const run = await fixture.ended(await fixture.approve(changeId));
  expect(run.failure).toBeNull();
  const operations = (await sandbox.ledger()).slice(before);
  expect(operations).toMatchObject([{ action: "UPDATE", stackName: `greenroom-${name}-events` }]);
  const skipped = run.steps.filter(({ status }) => status === "SKIPPED").map(({ stackKey }) => stackKey);
  const others = (await fixture.environment(name)).stacks
    .map(({ key }) => key)
    .filter((key) => key !== "events");
  expect(others.length).toBeGreaterThan(1);
  expect(new Set(skipped)).toEqual(new Set(others));
});

it.each(["CLOUD_UNAVAILABLE", "CLOUD_THROTTLED"] as const)(
  "waits and says %s, then goes on by itself",
  async (cause) => {
    const { id } = await fixture.request();
    // The SDK tries a read again by itself before the run hears of it.
    if (cause === "CLOUD_UNAVAILABLE") proxy.isAway = true;
    else await sandbox.control("POST", "throttle", { calls: 8 });
    const runId = await fixture.approve(id);
    await eventually(async () => {
      const { events } = await fixture.as("rina").runs.get({ runId });
      const causes = events.map(({ data }) => (data.kind === "RUN" ? data.waiting?.cause : null));
      expect(causes).toContain(cause);
    });
    proxy.isAway = false;
    const run = await fixture.ended(runId);
    expect(run).toMatchObject({ status: "SUCCEEDED", waiting: null, failure: null });
  },
);

it("deletes what was being created when somebody cancels", async () => {
  const { id, name } = await fixture.request();
  await sandbox.control("POST", "durations", {
    stackName: `greenroom-${name}-network`,
    milliseconds: 60_000,
  });
  const runId = await fixture.approve(id);
  await eventually(async () => {
    const { events } = await fixture.as("rina").runs.get({ runId });
    const isBuilding = events.some(({ data }) => data.kind === "RESOURCE" && data.stackKey === "network");
    expect(isBuilding).toBe(true);
  });
  await fixture.as("rina").runs.cancel({ runId, reason: "Wrong region." });
  await sandbox.control("DELETE", "durations");
  const run = await fixture.ended(runId);
  expect(run.status).toBe("CANCELLED");
  const network = (await sandbox.ledger()).filter(
    ({ stackName }) => stackName === `greenroom-${name}-network`,
  );
  expect(network.map(({ action }) => action)).toEqual(["CREATE", "DELETE"]);
});

it("finds a run whose wake-up the queue has lost", async () => {
  const { id } = await fixture.request();
  await worker.stop();
  const runId = await fixture.approve(id);
  const queue = createQueueConnection({ databaseUrl: database.url }).openQueue("runs");
  await queue.obliterate({ force: true });
  await queue.close();
  worker = fixture.startWorker();
  expect((await fixture.ended(runId)).status).toBe("SUCCEEDED");
});
