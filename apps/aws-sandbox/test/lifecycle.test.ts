import {
  CancelUpdateStackCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourceCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  UpdateStackCommand,
  waitUntilChangeSetCreateComplete,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
  waitUntilStackUpdateComplete,
} from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { allEvents, deployed, describe, prepared, settled, until } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { body, queue, topic } from "../testing/small-templates";

const { client, control, eventLines } = await openSandbox();

suite("a stack", () => {
  it("is created, updated and deleted, and the SDK's waiters see it", async () => {
    const StackName = "life";
    const waiter = { client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 };
    const network = {
      Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
      Subnet: {
        Type: "AWS::EC2::Subnet",
        Properties: { VpcId: { Ref: "Vpc" }, CidrBlock: "10.0.0.0/24", AvailabilityZone: "ap-northeast-2a" },
      },
    };
    const Outputs = {
      Subnet: { Value: { Ref: "Subnet" } },
      Group: { Value: { "Fn::GetAtt": "Vpc.DefaultSecurityGroup" } },
    };
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body(network, { Outputs }) }));
    await waitUntilStackCreateComplete(waiter, { StackName });
    const created = await describe(client, StackName);
    const outputs = Object.fromEntries(
      created.Outputs?.map((output) => [output.OutputKey, output.OutputValue]) ?? [],
    );
    expect(outputs.Subnet).toMatch(/^subnet-0[0-9a-f]{16}$/);
    expect(outputs.Group).toMatch(/^sg-0[0-9a-f]{16}$/);

    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName }));
    expect(StackResources?.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(["Subnet", "Vpc"]);
    const one = { StackName, LogicalResourceId: "Vpc" };
    const { StackResourceDetail } = await client.send(new DescribeStackResourceCommand(one));
    expect(StackResourceDetail?.PhysicalResourceId).toMatch(/^vpc-0[0-9a-f]{16}$/);

    const bigger = { ...network, Queue: queue() };
    await client.send(new UpdateStackCommand({ StackName, TemplateBody: body(bigger) }));
    await waitUntilStackUpdateComplete(waiter, { StackName });
    const { StackResourceSummaries } = await client.send(new ListStackResourcesCommand({ StackName }));
    expect(StackResourceSummaries).toHaveLength(3);
    expect((await client.send(new GetTemplateCommand({ StackName }))).TemplateBody).toBe(body(bigger));

    await client.send(new DeleteStackCommand({ StackName }));
    await waitUntilStackDeleteComplete(waiter, { StackName });
    await expect(client.send(new DescribeStacksCommand({ StackName }))).rejects.toThrow(
      "Stack with id life does not exist",
    );
    expect((await describe(client, created.StackId as string)).StackStatus).toBe("DELETE_COMPLETE");
    await client.send(new DeleteStackCommand({ StackName }));
    const { StackSummaries } = await client.send(
      new ListStacksCommand({ StackStatusFilter: ["DELETE_COMPLETE"] }),
    );
    expect(StackSummaries?.map((summary) => summary.StackName)).toContain("life");
  });

  it("tells of a creation in AWS's order, users after what they use", async () => {
    const Resources = {
      First: queue(),
      Second: topic({ DisplayName: { "Fn::GetAtt": ["First", "QueueName"] } }),
    };
    const { StackId } = await deployed(client, {
      StackName: "story",
      ChangeSetName: "c",
      ChangeSetType: "CREATE",
      TemplateBody: body(Resources),
    });
    expect(await eventLines(StackId as string)).toEqual([
      "story REVIEW_IN_PROGRESS User Initiated",
      "story CREATE_IN_PROGRESS User Initiated",
      "First CREATE_IN_PROGRESS",
      "First CREATE_IN_PROGRESS Resource creation Initiated",
      "First CREATE_COMPLETE",
      "Second CREATE_IN_PROGRESS",
      "Second CREATE_IN_PROGRESS Resource creation Initiated",
      "Second CREATE_COMPLETE",
      "story CREATE_COMPLETE",
    ]);
    const events = await allEvents(client, StackId as string);
    expect(new Set(events.map(({ EventId }) => EventId)).size).toBe(events.length);
  });

  it("replaces a resource, and deletes the old one in the cleanup", async () => {
    const StackName = "replace";
    const input = (QueueName: string) => ({
      StackName,
      ChangeSetName: "c",
      TemplateBody: body({ Queue: queue({ QueueName }) }),
    });
    await deployed(client, { ...input("one"), ChangeSetType: "CREATE" });
    const { Changes } = await prepared(client, { ...input("two"), ChangeSetName: "look" });
    expect(Changes?.[0]?.ResourceChange).toMatchObject({
      Action: "Modify",
      Replacement: "True",
      PolicyAction: "ReplaceAndDelete",
    });
    const { StackId } = await deployed(client, input("two"));
    const told = await eventLines(StackId as string);
    expect(told.slice(told.indexOf("replace UPDATE_IN_PROGRESS User Initiated"))).toEqual([
      "replace UPDATE_IN_PROGRESS User Initiated",
      "Queue UPDATE_IN_PROGRESS Requested update requires the creation of a new physical resource; hence creating one.",
      "Queue UPDATE_IN_PROGRESS Resource creation Initiated",
      "Queue UPDATE_COMPLETE",
      "replace UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
      "Queue DELETE_IN_PROGRESS",
      "Queue DELETE_COMPLETE",
      "replace UPDATE_COMPLETE",
    ]);
  });

  it("can be cancelled during an update, and deleted during its creation", async () => {
    const StackName = "slow";
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body({ Q: queue() }) }));
    await settled(client, StackName);
    await expect(client.send(new CancelUpdateStackCommand({ StackName }))).rejects.toThrow(
      "CancelUpdateStack cannot be called from current stack status",
    );
    await control("durations", { resourceType: "AWS::SNS::Topic", milliseconds: 60_000 });
    await client.send(new UpdateStackCommand({ StackName, TemplateBody: body({ Q: queue(), T: topic() }) }));
    await expect(client.send(new DeleteStackCommand({ StackName }))).rejects.toThrow(
      /cannot be deleted while in status UPDATE_IN_PROGRESS/,
    );
    await client.send(new CancelUpdateStackCommand({ StackName }));
    await control("durations", { resourceType: "AWS::SNS::Topic", milliseconds: 0 });
    expect(await settled(client, StackName)).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });

    await control("durations", { resourceType: "AWS::SNS::Topic", milliseconds: 60_000 });
    const { StackId = "" } = await client.send(
      new CreateStackCommand({ StackName: "early", TemplateBody: body({ T: topic() }) }),
    );
    await control("durations", undefined, "DELETE");
    await client.send(new DeleteStackCommand({ StackName: "early" }));
    expect(await settled(client, StackId)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
  });

  it("leaves behind what its policies retain", async () => {
    const StackName = "retain";
    const kept = queue({ QueueName: "kept" }, { DeletionPolicy: "Retain" });
    await client.send(
      new CreateStackCommand({ StackName, TemplateBody: body({ Kept: kept, Gone: queue() }) }),
    );
    const { StackId = "" } = await settled(client, StackName);
    await client.send(new DeleteStackCommand({ StackName }));
    await settled(client, StackId);
    expect(await eventLines(StackId)).toContain("Kept DELETE_SKIPPED");
    const again = await client.send(
      new CreateStackCommand({ StackName: "again", TemplateBody: body({ Kept: kept }) }),
    );
    await settled(client, again.StackId as string);
    expect((await eventLines(again.StackId as string)).join()).toContain("already exists");
  });

  it("pages its events by 100, each once", async () => {
    const Resources = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`Q${n}`, queue()]));
    const StackName = "many";
    await client.send(new CreateStackCommand({ StackName, TemplateBody: body(Resources) }));
    await settled(client, StackName);
    const events = await allEvents(client, StackName);
    expect(events).toHaveLength(120 * 3 + 2);
    expect(new Set(events.map(({ EventId }) => EventId)).size).toBe(events.length);
    const times = events.map(({ Timestamp }) => Timestamp?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((left, right) => right - left));
  });

  it("says when a change set has nothing to do, and the waiter for it works", async () => {
    const input = { StackName: "idle", ChangeSetName: "c", TemplateBody: body({ Q: queue() }) };
    await deployed(client, { ...input, ChangeSetType: "CREATE" });
    const changeSet = await prepared(client, { ...input, ChangeSetName: "same" });
    expect(changeSet).toMatchObject({ Status: "FAILED", ExecutionStatus: "UNAVAILABLE" });
    expect(changeSet.StatusReason).toMatch(/^The submitted information didn't contain changes\./);
    const { ChangeSetId: ChangeSetName } = await prepared(client, {
      ...input,
      ChangeSetName: "other",
      TemplateBody: body({ Q: queue({ DelaySeconds: 5 }) }),
    });
    const { state } = await waitUntilChangeSetCreateComplete(
      { client, maxWaitTime: 5, minDelay: 1, maxDelay: 1 },
      { ChangeSetName },
    );
    expect(state).toBe("SUCCESS");
  });

  it("is slowed down by the factor of its sandbox", async () => {
    await control("durations", { resourceType: "AWS::SNS::Topic", milliseconds: 150 });
    await client.send(new CreateStackCommand({ StackName: "timed", TemplateBody: body({ T: topic() }) }));
    expect((await describe(client, "timed")).StackStatus).toBe("CREATE_IN_PROGRESS");
    await until(
      () => describe(client, "timed"),
      ({ StackStatus }) => StackStatus === "CREATE_COMPLETE",
    );
    await control("durations", undefined, "DELETE");
    const events = await allEvents(client, "timed");
    const [end, start] = [events[0]?.Timestamp?.getTime() ?? 0, events.at(-1)?.Timestamp?.getTime() ?? 0];
    expect(end - start).toBeGreaterThanOrEqual(140);
  });
});
