import { say } from "@greenroom/messages";
import { testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFixture, type Fixture, startSandbox, type TestSandbox } from "../testing/fixture";
import type { TestProcess } from "../testing/processes";

const PLANNED = "111122223333";
const OWN = "999999999999";
const ROLE = `arn:aws:iam::${PLANNED}:role/greenroom-access`;

let database: Awaited<ReturnType<typeof testDatabase>>;
let sandbox: TestSandbox;
let fixture: Fixture;
let worker: TestProcess;

beforeAll(async () => {
  database = await testDatabase();
  sandbox = await startSandbox();
  fixture = await createFixture({ databaseUrl: database.url, sandboxUrl: sandbox.url });
  // As in production: the SDK finds the worker's own keys by itself, and they are of another account than the
  // environments'.
  worker = fixture.startWorker({
    AWS_MODE: "aws",
    AWS_ACCESS_KEY_ID: `AKIA${OWN}TEST`,
    AWS_SECRET_ACCESS_KEY: "simulated",
  });
  await worker.printed(/The worker is ready/);
});
afterAll(async () => {
  await worker?.stop();
  await fixture?.close();
  await sandbox?.kill();
  await database?.close();
});

const letIn = (roleArn: string | null) =>
  fixture.db.cloudAccount.update({ where: { accountId: PLANNED }, data: { roleArn } });

it("builds nothing with keys of another account, says both numbers, and goes on once it is let in", async () => {
  await letIn(null);
  const { id, name } = await fixture.request();
  const failed = await fixture.ended(await fixture.approve(id));
  expect(failed.failure).toMatchObject({ code: "CLOUD_REFUSED", message: { key: "cloud.wrongAccount" } });
  const text = failed.failure ? say("en", failed.failure.message) : "";
  expect(text).toContain(PLANNED);
  expect(text).toContain(OWN);
  expect(failed.steps.find(({ status }) => status === "FAILED")?.kind).toBe("VERIFY");
  expect(await sandbox.ledger()).toEqual([]);

  await letIn(ROLE);
  const { runId } = await fixture.as("rina").runs.retry({ runId: failed.id, mode: "RETRY" });
  expect((await fixture.ended(runId)).failure).toBeNull();
  const { stacks } = await fixture.environment(name);
  expect(stacks.length).toBeGreaterThan(1);
  for (const { stackId } of stacks) expect(stackId).toContain(`:${PLANNED}:`);
});

it("refuses a run whose account was given another number after it was planned", async () => {
  await letIn(ROLE);
  const { id } = await fixture.request();
  const before = await sandbox.ledger();
  await fixture.db.cloudAccount.update({
    where: { accountId: PLANNED },
    data: { accountId: "777788889999", roleArn: ROLE.replace(PLANNED, "777788889999") },
  });
  const failed = await fixture.ended(await fixture.approve(id));
  expect(failed.failure?.code).toBe("DIGEST_MISMATCH");
  expect(await sandbox.ledger()).toEqual(before);
});
