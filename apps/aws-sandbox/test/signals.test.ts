import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CloudFormationClient,
  CreateStackCommand,
  DescribeStackResourceCommand,
  SignalResourceCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, expect, it, describe as suite, vi } from "vitest";
import { type RunningSandbox, startSandbox } from "../src/index";
import { allEvents, callControl, clientFor, settled, until } from "../testing/client";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const body = (Resources: object) => JSON.stringify({ Resources });
const handle = { Type: "AWS::CloudFormation::WaitConditionHandle" };
const instance = (Count: number, Timeout: string) => ({
  Type: "AWS::EC2::Instance",
  CreationPolicy: { ResourceSignal: { Count, Timeout } },
});
const custom = {
  Type: "Custom::Thing",
  Properties: { ServiceToken: "arn:aws:lambda:ap-northeast-2:111122223333:function:f" },
};

/** Why the resource failed, once its stack is at rest. */
async function failureOf(client: CloudFormationClient, StackName: string, logicalId: string) {
  const { StackId = "", StackStatus } = await settled(client, StackName);
  const events = await allEvents(client, StackId);
  const failure = events.find(
    (event) => event.LogicalResourceId === logicalId && event.ResourceStatus?.endsWith("_FAILED"),
  );
  return { status: StackStatus, reason: failure?.ResourceStatusReason, events };
}

suite("where everything happens at once, what nobody does", () => {
  let sandbox: RunningSandbox;
  let client: CloudFormationClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, durations: 0 });
    client = clientFor(sandbox.url);
  });
  afterAll(() => sandbox.close());

  it.each([
    [
      "a wait condition",
      {
        H: handle,
        R: {
          Type: "AWS::CloudFormation::WaitCondition",
          Properties: { Handle: { Ref: "H" }, Timeout: "600" },
        },
      },
      "WaitCondition timed out. Received 0 conditions when expecting 1",
    ],
    [
      "a wait condition with a creation policy",
      { R: { Type: "AWS::CloudFormation::WaitCondition", CreationPolicy: { ResourceSignal: { Count: 3 } } } },
      "Failed to receive 3 resource signal(s) within the specified duration",
    ],
    [
      "an instance",
      { R: instance(1, "PT15M") },
      "Failed to receive 1 resource signal(s) within the specified duration",
    ],
    [
      "a group of instances",
      {
        R: {
          Type: "AWS::AutoScaling::AutoScalingGroup",
          Properties: { MinSize: "4", MaxSize: "4" },
          CreationPolicy: {
            ResourceSignal: { Count: 4 },
            AutoScalingCreationPolicy: { MinSuccessfulInstancesPercent: 50 },
          },
        },
      },
      "Received 0 SUCCESS signal(s) out of 4. Unable to satisfy 50% MinSuccessfulInstancesPercent requirement",
    ],
    [
      "a custom resource",
      { R: custom },
      "CloudFormation did not receive a response from your Custom Resource.",
    ],
  ])("for %s fails its creation", async (_, resources, reason) => {
    const StackName = "unanswered";
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body(resources) }));
    const failure = await failureOf(client, StackName, "R");
    expect(failure).toMatchObject({ status: "ROLLBACK_COMPLETE", reason: expect.stringContaining(reason) });
    await callControl(sandbox.url, "POST", "reset");
  });

  it("is not needed where nothing is waited for", async () => {
    const none = {
      Type: "AWS::CloudFormation::WaitCondition",
      Properties: { Count: 0, Handle: { Ref: "H" }, Timeout: "9" },
    };
    await client.send(
      new CreateStackCommand({ StackName: "none", TemplateBody: body({ H: handle, R: none }) }),
    );
    expect((await settled(client, "none")).StackStatus).toBe("CREATE_COMPLETE");
  });
});

suite("where time passes", () => {
  let sandbox: RunningSandbox;
  let client: CloudFormationClient;
  beforeAll(async () => {
    // Twelve hours take 86 s here, and a minute 120 ms.
    sandbox = await startSandbox({ port: 0, durations: 0.002 });
    client = clientFor(sandbox.url);
    await callControl(sandbox.url, "POST", "durations", { milliseconds: 0 });
  });
  afterAll(() => sandbox.close());

  const statusOf = async (StackName: string) =>
    (await client.send(new DescribeStackResourceCommand({ StackName, LogicalResourceId: "R" })))
      .StackResourceDetail;
  const waiting = (StackName: string, status = "CREATE_IN_PROGRESS") =>
    until(
      () => statusOf(StackName).catch(() => undefined),
      (resource) => resource?.ResourceStatus === status && resource.PhysicalResourceId !== undefined,
    );
  const signal = (StackName: string, UniqueId: string, Status: "SUCCESS" | "FAILURE" = "SUCCESS") =>
    client.send(new SignalResourceCommand({ StackName, LogicalResourceId: "R", UniqueId, Status }));

  it("signals let a creation go on once there are enough from different senders", async () => {
    const StackName = "signalled";
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body({ R: instance(2, "PT12H") }) }));
    await waiting(StackName);
    await signal(StackName, "i-1");
    await expect(signal(StackName, "i-1")).rejects.toThrow(
      "Signal with ID i-1 for resource R already exists",
    );
    expect((await statusOf(StackName))?.ResourceStatus).toBe("CREATE_IN_PROGRESS");
    await signal(StackName, "i-2");
    expect((await settled(client, StackName)).StackStatus).toBe("CREATE_COMPLETE");
    await expect(signal(StackName, "i-3")).rejects.toThrow(
      "is in CREATE_COMPLETE state and cannot be signaled",
    );
    await client.send(
      new UpdateStackCommand({
        StackName,
        TemplateBody: body({ R: { ...instance(1, "PT12H"), Properties: { ImageId: "ami-2" } } }),
      }),
    );
    await waiting(StackName, "UPDATE_IN_PROGRESS");
    await until(
      () =>
        signal(StackName, "i-4").then(
          () => true,
          () => false,
        ),
      (isTaken) => isTaken,
    );
    expect((await settled(client, StackName)).StackStatus).toBe("UPDATE_COMPLETE");
  });

  it("are remembered over a restart, and so is the wait", async () => {
    const StackName = "restarted";
    const dataDir = mkdtempSync(join(tmpdir(), "signals-"));
    const [kept, there] = [sandbox, client];
    const restart = async () => {
      sandbox = await startSandbox({ port: 0, durations: 0.002, dataDir });
      client = clientFor(sandbox.url);
      await callControl(sandbox.url, "POST", "durations", { milliseconds: 0 });
    };
    await restart();
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body({ R: instance(2, "PT12H") }) }));
    await waiting(StackName);
    await signal(StackName, "i-1");
    await sandbox.close();
    await restart();
    await signal(StackName, "i-2");
    expect((await settled(client, StackName)).StackStatus).toBe("CREATE_COMPLETE");
    await sandbox.close();
    rmSync(dataDir, { recursive: true });
    [sandbox, client] = [kept, there];
  });

  it("a signal of failure ends it", async () => {
    const StackName = "refused";
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body({ R: instance(1, "PT12H") }) }));
    await waiting(StackName);
    await signal(StackName, "i-1", "FAILURE");
    const failure = await failureOf(client, StackName, "R");
    expect(failure).toMatchObject({
      status: "ROLLBACK_COMPLETE",
      reason: "Received FAILURE signal with UniqueId i-1",
    });
  });

  it("a creation that takes longer than its limit is rolled back", async () => {
    const StackName = "late";
    const TemplateBody = body({ R: instance(1, "PT12H"), Q: { Type: "AWS::SQS::Queue" } });
    await client.send(new CreateStackCommand({ StackName, TemplateBody, TimeoutInMinutes: 1 }));
    const { status, events } = await failureOf(client, StackName, "R");
    expect(status).toBe("ROLLBACK_COMPLETE");
    const reasons = events.map((event) => event.ResourceStatusReason);
    expect(reasons).toContain(
      "Stack creation time exceeded the specified timeout. Rollback requested by user.",
    );
  });
});
