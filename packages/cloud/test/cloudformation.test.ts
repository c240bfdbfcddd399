import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createCloudStacks } from "../src/cloudformation";
import type { StackTarget } from "../src/contract";
import { apply, approved, prepare, settle, until } from "../testing/drive-stack";
import { startSandbox, type TestSandbox } from "../testing/start-sandbox";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: TestSandbox;
let stacks: ReturnType<typeof createCloudStacks>;
beforeAll(async () => {
  sandbox = await startSandbox();
  stacks = createCloudStacks({ mode: "sandbox", endpoint: sandbox.url });
});
afterAll(async () => {
  stacks.close();
  await sandbox.stop();
});
beforeEach(() => sandbox.control("POST", "reset"));

const target: StackTarget = {
  accountId: "111122223333",
  region: "ap-northeast-2",
  access: { roleArn: "arn:aws:iam::111122223333:role/greenroom-access", externalId: "known-to-both" },
  stackName: "greenroom-a-data",
};
const queues = (names: Record<string, string>) => ({
  Resources: Object.fromEntries(
    Object.entries(names).map(([id, QueueName]) => [
      id,
      { Type: "AWS::SQS::Queue", Properties: { QueueName } },
    ]),
  ),
  Outputs: { First: { Value: { Ref: Object.keys(names)[0] } } },
});

describe("what is not there", () => {
  it("is null, empty or done, never an error", async () => {
    expect(await stacks.findStack(target)).toBeNull();
    expect(await stacks.findChangeSet(target, "none")).toBeNull();
    expect(await stacks.listEvents(target, null)).toEqual([]);
    await stacks.deleteStack(target, { token: "t", executionRoleArn: null });
    await stacks.deleteChangeSet(target, "none");
  });

  it("is only what this account and region have", async () => {
    await apply(stacks, target, "one", queues({ A: "a" }));
    expect(await stacks.findStack({ ...target, region: "us-east-1" })).toBeNull();
    const access = { ...target.access, roleArn: "arn:aws:iam::444455556666:role/greenroom-access" };
    expect(await stacks.findStack({ ...target, accountId: "444455556666", access })).toBeNull();
    expect(await stacks.findStack(target)).toMatchObject({ phase: "SUCCEEDED" });
  });
});

describe("a stack's life", () => {
  it("goes from nothing to complete, changes, and to nothing", async () => {
    const created = await apply(stacks, target, "one", queues({ A: "a", B: "b" }));
    expect(created.changeSet.changes.map((c) => [c.logicalId, c.action])).toEqual([
      ["A", "CREATE"],
      ["B", "CREATE"],
    ]);
    expect(created.stack).toMatchObject({ status: "CREATE_COMPLETE", phase: "SUCCEEDED" });
    expect(created.stack.outputs.First).toContain("/111122223333/a");

    const updated = await apply(stacks, target, "two", queues({ A: "a", B: "other" }), "UPDATE");
    expect(updated.changeSet.changes).toEqual([
      { logicalId: "B", resourceType: "AWS::SQS::Queue", action: "REPLACE" },
    ]);
    expect(updated.stack.status).toBe("UPDATE_COMPLETE");

    const same = await prepare(stacks, target, "three", queues({ A: "a", B: "other" }), "UPDATE");
    expect(same.status).toBe("NO_CHANGES");

    const byId = { ...target, stackId: created.stack.stackId };
    await stacks.deleteStack(byId, { token: "delete", executionRoleArn: null });
    expect(await settle(stacks, byId)).toMatchObject({ phase: "DELETED", stackId: byId.stackId });
    expect(await stacks.findStack(target)).toBeNull();
  });

  it("repeats of the same name and token find the first", async () => {
    const input = {
      name: "one",
      token: "one",
      kind: "CREATE" as const,
      ...approved(stacks, target, JSON.stringify(queues({ A: "a" }))),
    };
    const first = await stacks.createChangeSet(target, input);
    expect(await stacks.createChangeSet(target, input)).toEqual(first);
    await until(
      () => stacks.findChangeSet(target, "one"),
      (found) => found?.status === "READY",
    );
    expect(await stacks.createChangeSet(target, { ...input, token: "another" })).toEqual(first);

    await stacks.executeChangeSet(target, "one", "execute");
    const stack = await settle(stacks, target);
    const events = await stacks.listEvents(target, null);
    // A worker that crashed here does it all again: the outcome is looked at, and nothing happens twice.
    await stacks.executeChangeSet(target, "one", "execute").catch((error: unknown) => {
      expect(error).toMatchObject({ code: "CLOUD_REFUSED" });
    });
    expect(await stacks.listEvents(target, null)).toEqual(events);

    await stacks.deleteStack(
      { ...target, stackId: stack.stackId },
      { token: "delete", executionRoleArn: null },
    );
    await stacks.deleteStack(
      { ...target, stackId: stack.stackId },
      { token: "delete", executionRoleArn: null },
    );
    expect(await settle(stacks, { ...target, stackId: stack.stackId })).toMatchObject({ phase: "DELETED" });
  });

  it("tells its events once, oldest first, also over pages", async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`Q${i}`, `q${i}`]));
    await apply(stacks, target, "one", queues(many));
    const all = await stacks.listEvents(target, null);
    expect(all.length).toBeGreaterThan(100);
    expect(all[0]).toMatchObject({ isStack: true, status: "REVIEW_IN_PROGRESS" });
    expect(all.at(-1)).toMatchObject({ isStack: true, status: "CREATE_COMPLETE", token: "one-execute" });
    const times = all.map((event) => event.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(await stacks.listEvents(target, all[20]!.eventId)).toEqual(all.slice(21));
    expect(await stacks.listEvents(target, all.at(-1)!.eventId)).toEqual([]);
  });

  it("rolls back with the reason, and can then only be deleted", async () => {
    await sandbox.control("POST", "faults", { logicalId: "B", phase: "create", message: "Quota exceeded" });
    const { stack } = await apply(stacks, target, "one", queues({ A: "a", B: "b" }));
    expect(stack).toMatchObject({ status: "ROLLBACK_COMPLETE", phase: "ONLY_DELETABLE" });
    const failed = (await stacks.listEvents(target, null)).find((event) => event.status === "CREATE_FAILED");
    expect(failed).toMatchObject({ logicalId: "B", reason: expect.stringContaining("Quota exceeded") });
    await stacks.deleteStack(target, { token: "clean", executionRoleArn: null });
    await until(
      () => stacks.findStack(target),
      (found) => found === null,
    );
  });

  it("an update that is cancelled rolls back", async () => {
    await apply(stacks, target, "one", queues({ A: "a" }));
    await sandbox.control("POST", "durations", { resourceType: "AWS::SQS::Queue", milliseconds: 60_000 });
    await prepare(stacks, target, "two", queues({ A: "b" }), "UPDATE");
    await stacks.executeChangeSet(target, "two", "execute");
    await until(
      () => stacks.findStack(target),
      (found) => found?.status === "UPDATE_IN_PROGRESS",
    );
    await sandbox.control("DELETE", "durations");
    await stacks.cancelUpdate(target, "cancel");
    expect(await settle(stacks, target)).toMatchObject({ phase: "ROLLED_BACK" });
    await expect(stacks.cancelUpdate(target, "cancel-2")).rejects.toMatchObject({ code: "CLOUD_REFUSED" });
  });

  it("refuses to be deleted while protected", async () => {
    await apply(stacks, target, "one", queues({ A: "a" }));
    await stacks.setTerminationProtection(target, true);
    await expect(stacks.deleteStack(target, { token: "t1", executionRoleArn: null })).rejects.toMatchObject({
      code: "CLOUD_REFUSED",
      message: expect.stringMatching(/TerminationProtection/i),
    });
    await stacks.setTerminationProtection(target, false);
    await stacks.deleteStack(target, { token: "t2", executionRoleArn: null });
    await until(
      () => stacks.findStack(target),
      (found) => found === null,
    );
  });
});

describe("trouble", () => {
  it("a template that AWS refuses is told in its words", async () => {
    const broken = {
      Resources: { A: { Type: "AWS::SQS::Queue", Properties: { QueueName: { Ref: "Gone" } } } },
    };
    await expect(prepare(stacks, target, "one", broken)).rejects.toMatchObject({
      code: "CLOUD_REFUSED",
      message: expect.stringContaining("Gone"),
    });
  });

  it("a throttled call is tried again, and when that does not help, is to be tried later", async () => {
    await sandbox.control("POST", "throttle", { calls: 1, action: "DescribeStacks" });
    expect(await stacks.findStack(target)).toBeNull();
    await sandbox.control("POST", "throttle", { calls: 2, action: "DescribeStacks" });
    await expect(stacks.findStack(target)).rejects.toMatchObject({
      code: "CLOUD_UNAVAILABLE",
      says: { key: "cloud.throttled", values: { awsMessage: "Rate exceeded" } },
    });
  });

  it("an AWS that is away, or answers nonsense, is to be tried later", async () => {
    const server = createServer((_, response) => response.writeHead(503).end("<html>busy</html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const away = { code: "CLOUD_UNAVAILABLE", says: { key: "cloud.away" } };
    const elsewhere = createCloudStacks({ mode: "endpoint", endpoint });
    await expect(elsewhere.findStack(target)).rejects.toMatchObject(away);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(elsewhere.findStack(target)).rejects.toMatchObject(away);
    elsewhere.close();
  });

  it("an AWS that hangs is told, and is asked again when it answers", async () => {
    const template = JSON.stringify(queues({ A: "a" }));
    const input = {
      name: "hung",
      token: "hung",
      kind: "CREATE" as const,
      ...approved(stacks, target, template),
    };
    const away = { code: "CLOUD_UNAVAILABLE", says: { key: "cloud.away" }, cause: { name: "TimeoutError" } };
    sandbox.freeze();
    try {
      await Promise.all([
        expect(stacks.findStack(target)).rejects.toMatchObject(away),
        expect(stacks.createChangeSet(target, input)).rejects.toMatchObject(away),
      ]);
    } finally {
      sandbox.thaw();
    }
    const { changeSetId } = await stacks.createChangeSet(target, input);
    expect(await stacks.findChangeSet(target, "hung")).toMatchObject({ changeSetId });
  });

  it("says at once when the endpoint is not set", () => {
    expect(() => createCloudStacks({ mode: "endpoint" })).toThrow(/AWS_ENDPOINT_URL/);
  });
});
