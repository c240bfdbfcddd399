import { testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFixture, type Fixture, startSandbox, type TestSandbox } from "../testing/fixture";
import type { TestProcess } from "../testing/processes";

describe("undoing drift", () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let sandbox: TestSandbox;
  let fixture: Fixture;
  let worker: TestProcess;
  let name: string;

  beforeAll(async () => {
    database = await testDatabase();
    sandbox = await startSandbox();
    fixture = await createFixture({ databaseUrl: database.url, sandboxUrl: sandbox.url });
    worker = fixture.startWorker();
    await worker.printed(/The worker is ready/);
    const request = await fixture.request();
    name = request.name;
    expect((await fixture.ended(await fixture.approve(request.id))).status).toBe("SUCCEEDED");
  });
  afterAll(async () => {
    await worker?.stop();
    await fixture?.close();
    await sandbox?.kill();
    await database?.close();
  });

  const tamper = (stackName: string, logicalId: string, change: object) =>
    sandbox.control("POST", "tamper", { stackName, logicalId, ...change });

  it("is refused while there is nothing to undo", async () => {
    expect((await fixture.checkDrift(name)).state).toBe("IN_SYNC");
    await expect(fixture.planned(await fixture.revert(name))).rejects.toThrow("found no difference");
  });

  it("plans what differs, is approved, brings it back by change sets, and leaves everything else", async () => {
    const before = await fixture.environment(name);
    const events = `greenroom-${name}-events`;
    await tamper(events, "PaymentQueue", { path: "/VisibilityTimeout", value: 99 });
    expect(await fixture.checkDrift(name)).toMatchObject({ state: "DRIFTED", driftedCount: 1 });
    const requestId = await fixture.revert(name);
    const { plan } = await fixture.planned(requestId);
    expect(plan?.changes).toMatchObject([
      {
        stackKey: "events",
        logicalId: "PaymentQueue",
        action: "UPDATE",
        properties: [{ path: "VisibilityTimeout", before: "99" }],
      },
    ]);
    expect(plan?.estimate.monthlyUsd).toEqual(plan?.estimateBefore?.monthlyUsd);
    const actedBefore = (await sandbox.ledger()).length;
    const run = await fixture.ended(await fixture.approve(requestId));
    expect(run.failure).toBeNull();
    const acts = (await sandbox.ledger()).slice(actedBefore);
    expect(acts.map(({ action, stackName }) => ({ action, stackName }))).toEqual([
      { action: "UPDATE", stackName: events },
    ]);
    const after = await fixture.environment(name);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after).toMatchObject({
      status: "READY",
      spec: before.spec,
      expiresAt: before.expiresAt,
      cidrs: before.cidrs,
      monthlyCostUsd: before.monthlyCostUsd,
    });
    expect(await fixture.checkDrift(name)).toMatchObject({ state: "IN_SYNC", driftedCount: 0 });
    const { plan: next } = await fixture.change(name, (spec) => {
      Object.assign(spec.events ?? {}, { archiveDays: 21 });
    });
    expect(new Set(next?.changes.map(({ stackKey }) => stackKey))).toEqual(new Set(["events"]));
  });
});
