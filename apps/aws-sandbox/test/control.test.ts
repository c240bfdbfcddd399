import {
  CreateStackCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { allEvents, callControl, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client, url } = await openSandbox();

const call = async (method: string, path: string, input?: unknown) => {
  const answer = await callControl(url, method, path, input);
  const json = (await answer.json()) as Record<string, unknown>;
  return { ...json, status: json.status ?? answer.status } as Record<string, unknown>;
};
const queues = (...names: string[]) =>
  JSON.stringify({
    Resources: Object.fromEntries(
      names.map((name) => [
        name,
        { Type: "AWS::SQS::Queue", Properties: { QueueName: name, DelaySeconds: 1 } },
      ]),
    ),
  });
const create = async (StackName: string, TemplateBody: string) => {
  await client.send(new CreateStackCommand({ StackName, TemplateBody }));
  return settled(client, StackName);
};

suite("the control API", () => {
  it.each([
    ["faults", { phase: "destroy" }, "phase", "send one of create, update, delete"],
    ["faults", { stack: "x" }, "stack", "use only stackName, logicalId"],
    ["faults", { times: 0 }, "times", "send a whole number of 1 or more"],
    ["faults", { logicalId: 7 }, "logicalId", "send a non-empty string"],
    ["faults", "{", "body", "is not JSON"],
    ["faults", "[]", "body", "is not an object"],
    ["throttle", {}, "calls", "send how many calls to throttle"],
    ["throttle", { calls: 1, action: "Nope" }, "action", "send one of AssumeRole"],
    ["durations", { factor: 1, milliseconds: 1 }, "factor", "send exactly one"],
    ["durations", { factor: -1 }, "factor", "send a number of 0 or more"],
    ["tamper", {}, "stackName", "is missing"],
    ["tamper", { stackName: "none", logicalId: "Q" }, "stackName", "names no stack"],
  ])("refuses %s %j by field and remedy", async (path, input, field, text) => {
    const answer = await call("POST", path, input);
    expect(answer).toMatchObject({ status: 400, field, error: expect.stringContaining(text) });
  });

  it("lists what it has for a path it has not", async () => {
    expect(await call("GET", "nope")).toMatchObject({
      status: 404,
      error: expect.stringContaining("/_sandbox/faults"),
    });
  });

  it("fails as often as asked, then no more", async () => {
    await call("POST", "faults", {
      resourceType: "AWS::SQS::Queue",
      phase: "create",
      message: "Twice",
      times: 2,
    });
    expect(await create("first", queues("A"))).toMatchObject({ StackStatus: "ROLLBACK_COMPLETE" });
    expect(await create("second", queues("B"))).toMatchObject({ StackStatus: "ROLLBACK_COMPLETE" });
    expect(await create("third", queues("C"))).toMatchObject({ StackStatus: "CREATE_COMPLETE" });
    await call("POST", "faults", { message: "Never" });
    await call("DELETE", "faults");
    expect(await create("fourth", queues("D"))).toMatchObject({ StackStatus: "CREATE_COMPLETE" });
  });

  it("throttles the next calls, until that is cleared", async () => {
    await call("POST", "throttle", { calls: 2, action: "DescribeStacks" });
    for (const _attempt of [1, 2]) {
      await expect(client.send(new DescribeStacksCommand({}))).rejects.toMatchObject({
        name: "Throttling",
        message: "Rate exceeded",
      });
    }
    await client.send(new DescribeStacksCommand({}));
    await call("POST", "throttle", { calls: 5 });
    await call("DELETE", "throttle");
    await client.send(new DescribeStacksCommand({}));
  });

  it("slows one type down in one stack only", async () => {
    await call("POST", "durations", {
      stackName: "slow",
      resourceType: "AWS::SQS::Queue",
      milliseconds: 60_000,
    });
    await client.send(new CreateStackCommand({ StackName: "slow", TemplateBody: queues("Slow") }));
    expect(await create("quick", queues("Quick"))).toMatchObject({ StackStatus: "CREATE_COMPLETE" });
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: "slow" }));
    expect(Stacks?.[0]?.StackStatus).toBe("CREATE_IN_PROGRESS");
    await call("DELETE", "durations");
  });

  it("tampers with live resources behind the stack's back", async () => {
    const StackName = "tampered";
    await create(StackName, queues("Q"));
    const input = { stackName: StackName, logicalId: "Q" };
    const changed = await call("POST", "tamper", { ...input, path: "/DelaySeconds", value: 9 });
    expect(changed.live).toMatchObject({ DelaySeconds: 9 });
    await call("POST", "tamper", { ...input, path: "/Tags", value: [{ Key: "a", Value: "b" }] });
    const nested = await call("POST", "tamper", { ...input, path: "/Tags/0/Value", value: "c" });
    expect(nested.live).toMatchObject({ Tags: [{ Key: "a", Value: "c" }] });
    expect(await call("POST", "tamper", { ...input, path: "/No/Such", value: 1 })).toMatchObject({
      status: 400,
      field: "path",
      error: expect.stringContaining("at that level there are: "),
    });
    const same = new UpdateStackCommand({ StackName, TemplateBody: queues("Q") });
    await expect(client.send(same)).rejects.toThrow("No updates are to be performed.");

    await call("POST", "tamper", { ...input, delete: true });
    const TemplateBody = queues("Q").replace('"DelaySeconds":1', '"DelaySeconds":2');
    await client.send(new UpdateStackCommand({ StackName, TemplateBody }));
    await settled(client, StackName);
    const reasons = (await allEvents(client, StackName)).map((event) => event.ResourceStatusReason).join();
    expect(reasons).toContain("was not found");
  });

  it("shows state, health and the ledger, and forgets all on reset", async () => {
    await create("shown", queues("Shown"));
    const state = (await call("GET", "state")) as unknown as {
      stacks: { stackName: string; resources: object[] }[];
      calls: object;
    };
    const shown = state.stacks.find(({ stackName }) => stackName === "shown");
    expect(shown?.resources).toMatchObject([{ logicalId: "Shown", live: { QueueName: "Shown" } }]);
    expect(state.calls).toMatchObject({ CreateStack: expect.any(Number) });
    expect((await call("GET", "ledger")).ledger).toContainEqual(
      expect.objectContaining({ action: "CREATE", stackName: "shown" }),
    );
    await call("POST", "reset");
    expect(await call("GET", "health")).toMatchObject({ status: "ok", stacks: 0 });
    expect((await call("GET", "ledger")).ledger).toEqual([]);
    await create("shown", queues("Shown"));
  });
});
