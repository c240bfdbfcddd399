import { randomUUID } from "node:crypto";
import { testDatabase } from "@greenroom/prisma/testing";
import { type TestBackend, testBackends } from "@greenroom/queue/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../../../scripts/testing/eventually";
import { createFixture, type Fixture, startSandbox, type TestSandbox } from "../testing/fixture";
import type { TestProcess } from "../testing/processes";

describe.each(testBackends)("from a request to a READY environment, queue on $name", ({ name, open }) => {
  let backend: TestBackend;
  let database: Awaited<ReturnType<typeof testDatabase>> | undefined;
  let sandbox: TestSandbox;
  let fixture: Fixture;
  let worker: TestProcess;

  beforeAll(async () => {
    backend = await open();
    if (name === "redis") database = await testDatabase();
    sandbox = await startSandbox();
    const { redisUrl } = backend;
    const databaseUrl = database?.url ?? backend.databaseUrl;
    fixture = await createFixture({ databaseUrl, redisUrl, sandboxUrl: sandbox.url });
    worker = fixture.startWorker();
    await worker.printed(/The worker is ready/);
  });
  afterAll(async () => {
    await worker?.stop();
    await fixture?.close();
    await sandbox?.kill();
    await database?.close();
    await backend?.close();
  });

  it("plans, waits for another person, builds, and records what was built", async () => {
    const request = await fixture.request();
    const runId = await fixture.approve(request.id);
    const run = await fixture.ended(runId);
    expect(run.failure).toBeNull();
    expect(run.status).toBe("SUCCEEDED");
    expect(run.events.map(({ sequence }) => sequence)).toEqual(run.events.map((_, index) => index + 1));

    const environment = await fixture.environment(request.name);
    expect(environment.status).toBe("READY");
    expect(Number(environment.monthlyCostUsd)).toBeGreaterThan(0);
    const { plan } = await fixture.as("rina").requests.get({ requestId: request.id });
    expect(environment.stacks.map(({ key, templateHash }) => [key, templateHash])).toEqual(
      plan?.stacks.map(({ key, templateHash }) => [key, templateHash]),
    );
    const mine = (await sandbox.ledger()).filter(({ stackName }) => stackName.includes(`-${request.name}-`));
    expect(mine.map(({ action }) => action)).toEqual(plan?.stacks.map(() => "CREATE"));
  });

  it("meters it when a worker starts, destroys it in reverse order and keeps its row", async () => {
    const request = await fixture.request();
    await fixture.ended(await fixture.approve(request.id));
    const { id: environmentId, version } = await fixture.environment(request.name);
    await worker.stop();
    worker = fixture.startWorker();
    const metered = { environmentId, component: "NAT gateway", source: "METERED", usd: { gt: 0 } } as const;
    await eventually(async () => expect(await fixture.db.dailyCost.count({ where: metered })).toBe(1));

    const destroy = await fixture.as("rina").requests.submit({
      kind: "DESTROY",
      idempotencyKey: randomUUID(),
      environmentId,
      baseEnvironmentVersion: version,
      typedName: request.name,
      reason: "The season is over.",
    });
    await fixture.planned(destroy.id);
    const run = await fixture.ended(await fixture.approve(destroy.id));
    expect(run.failure).toBeNull();
    expect((await fixture.environment(request.name)).status).toBe("DESTROYED");
  });
});
