import {
  ContinueUpdateRollbackCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { body, queue, topic } from "../testing/small-templates";

const { client, control, eventLines } = await openSandbox();

suite("a failure", () => {
  it("rolls a failed creation back, and then can only be deleted", async () => {
    const StackName = "fails";
    await control("durations", { resourceType: "AWS::SNS::Topic", milliseconds: 60_000 });
    await control("faults", {
      stackName: StackName,
      logicalId: "Bad",
      phase: "create",
      message: "Limit exceeded",
    });
    const { StackId } = await client.send(
      new CreateStackCommand({
        StackName,
        TemplateBody: body({ Good: topic(), Bad: queue(), Later: queue({}, { DependsOn: "Bad" }) }),
      }),
    );
    expect(await settled(client, StackId as string)).toMatchObject({ StackStatus: "ROLLBACK_COMPLETE" });
    await control("durations", undefined, "DELETE");
    const told = await eventLines(StackId as string);
    expect(told).toContain("Bad CREATE_FAILED Limit exceeded");
    expect(told).toContain("Good CREATE_FAILED Resource creation cancelled");
    expect(told.join("\n")).not.toContain("Later");
    expect(told).toContain(
      "fails ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Bad, Good]. Rollback requested by user.",
    );
    await expect(
      client.send(new UpdateStackCommand({ StackName, TemplateBody: body({ Q: queue() }) })),
    ).rejects.toThrow(
      /^Stack:arn:aws:cloudformation:ap-northeast-2:.*:stack\/fails\/.* is in ROLLBACK_COMPLETE state and can not be updated\.$/,
    );
    await client.send(new DeleteStackCommand({ StackName }));
    expect(await settled(client, StackId as string)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
  });

  it("rests where a rollback failed, and goes on with it when asked, to what it was before", async () => {
    const StackName = "half-back";
    const delays = (...seconds: number[]) =>
      body(Object.fromEntries(seconds.map((delay, index) => [`Q${index}`, queue({ DelaySeconds: delay })])));
    const goOn = new ContinueUpdateRollbackCommand({ StackName, ClientRequestToken: "go-on" });
    const { StackId = "" } = await client.send(
      new CreateStackCommand({ StackName, TemplateBody: delays(1, 1, 1) }),
    );
    await settled(client, StackId);
    await expect(client.send(goOn)).rejects.toThrow(
      /CREATE_COMPLETE state and its rollback can not be continued/,
    );
    // Q1 fails to change, then twice to go back.
    await control("faults", {
      stackName: StackName,
      logicalId: "Q1",
      phase: "update",
      times: 3,
      message: "No.",
    });
    await client.send(new UpdateStackCommand({ StackName, TemplateBody: delays(2, 2, 2) }));
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_FAILED" });
    await expect(
      client.send(new UpdateStackCommand({ StackName, TemplateBody: delays(3, 3, 3) })),
    ).rejects.toThrow(/UPDATE_ROLLBACK_FAILED state and can not be updated/);
    await client.send(new ContinueUpdateRollbackCommand({ StackName, ClientRequestToken: "too-early" }));
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_FAILED" });
    await client.send(goOn);
    await client.send(goOn);
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
    const { stacks } = (await (await control("state", undefined, "GET")).json()) as {
      stacks: { stackId: string; resources: { live: { DelaySeconds: number } }[] }[];
    };
    const { resources = [] } = stacks.find(({ stackId }) => stackId === StackId) ?? {};
    expect(resources.map(({ live }) => live.DelaySeconds)).toEqual([1, 1, 1]);
    const { ledger } = (await (await control("ledger", undefined, "GET")).json()) as {
      ledger: { stackName: string; action: string }[];
    };
    expect(ledger.flatMap(({ stackName, action }) => (stackName === StackName ? [action] : []))).toEqual([
      "CREATE",
      "UPDATE",
      "CONTINUE_ROLLBACK",
      "CONTINUE_ROLLBACK",
    ]);
  });

  it("rolls a failed update back to what it was", async () => {
    const StackName = "undone";
    const before = { Kept: topic({ DisplayName: "old" }), Moved: queue({ QueueName: "old" }), Bad: topic() };
    const after = {
      Kept: topic({ DisplayName: "new" }),
      Moved: queue({ QueueName: "new" }),
      Added: queue(),
      Bad: { ...topic({ DisplayName: "x" }), DependsOn: ["Kept", "Moved", "Added"] },
    };
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body(before) }));
    const { StackId = "" } = await settled(client, StackName);
    await control("faults", { stackName: StackName, logicalId: "Bad", phase: "update", message: "No" });
    await client.send(new UpdateStackCommand({ StackName, TemplateBody: body(after) }));
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
    const told = await eventLines(StackId);
    const rollback = told.slice(told.findIndex((line) => line.includes("UPDATE_ROLLBACK_IN_PROGRESS")));
    expect(rollback[0]).toBe(
      "undone UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [Bad].",
    );
    expect(
      rollback
        .slice(
          1,
          rollback.findIndex((line) => line.includes("CLEANUP")),
        )
        .sort(),
    ).toEqual(
      ["Bad", "Kept", "Moved"].flatMap((id) => [`${id} UPDATE_COMPLETE`, `${id} UPDATE_IN_PROGRESS`]),
    );
    expect(rollback).toContain("Added DELETE_COMPLETE");
    expect(rollback).toContain("Moved DELETE_COMPLETE");
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName }));
    expect(StackResources?.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual([
      "Bad",
      "Kept",
      "Moved",
    ]);
    expect(StackResources?.at(2)?.PhysicalResourceId).toMatch(/\/old$/);
    const same = { StackName, TemplateBody: body(before) };
    await expect(client.send(new UpdateStackCommand(same))).rejects.toThrow(
      "No updates are to be performed.",
    );
  });

  it("keeps what succeeded when rollback is off, and goes on from there", async () => {
    const StackName = "preserved";
    await control("faults", { stackName: StackName, logicalId: "Bad", message: "No" });
    const TemplateBody = body({ Good: queue(), Bad: queue({}, { DependsOn: "Good" }) });
    await client.send(new CreateStackCommand({ StackName, TemplateBody, DisableRollback: true }));
    expect(await settled(client, StackName)).toMatchObject({ StackStatus: "CREATE_FAILED" });
    await client.send(new UpdateStackCommand({ StackName, TemplateBody }));
    expect(await settled(client, StackName)).toMatchObject({ StackStatus: "UPDATE_COMPLETE" });
  });

  it("goes altogether with OnFailure DELETE", async () => {
    await control("faults", { stackName: "gone", message: "No" });
    const input = { StackName: "gone", TemplateBody: body({ Q: queue() }), OnFailure: "DELETE" as const };
    const { StackId = "" } = await client.send(new CreateStackCommand(input));
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
  });

  it("fails to delete what fails to delete, and can then let go of it", async () => {
    const StackName = "stuck";
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body({ Q: queue(), T: topic() }) }));
    const { StackId = "" } = await settled(client, StackName);
    await control("faults", { stackName: StackName, logicalId: "Q", phase: "delete", message: "In use" });
    await client.send(new DeleteStackCommand({ StackName }));
    expect(await settled(client, StackId)).toMatchObject({
      StackStatus: "DELETE_FAILED",
      StackStatusReason: "The following resource(s) failed to delete: [Q].",
    });
    await client.send(new DeleteStackCommand({ StackName, RetainResources: ["Q"] }));
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
  });
});
