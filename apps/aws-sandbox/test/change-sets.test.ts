import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListChangeSetsCommand,
  UpdateStackCommand,
  ValidateTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { allEvents, deployed, prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { body, queue } from "../testing/small-templates";

const { client, control, ledger } = await openSandbox();

const one = body({ Q: queue() });

suite("client tokens", () => {
  it("do each thing once, and refuse another use", async () => {
    const StackName = "tokens";
    const create = {
      StackName,
      ChangeSetName: "c",
      ChangeSetType: "CREATE" as const,
      TemplateBody: one,
      ClientToken: "t1",
    };
    const first = await client.send(new CreateChangeSetCommand(create));
    expect((await client.send(new CreateChangeSetCommand(create))).Id).toBe(first.Id);
    const byId = { ...create, StackName: first.StackId };
    expect((await client.send(new CreateChangeSetCommand(byId))).Id).toBe(first.Id);
    await expect(
      client.send(new CreateChangeSetCommand({ ...create, ChangeSetName: "d" })),
    ).rejects.toMatchObject({
      name: "TokenAlreadyExistsException",
    });
    await expect(
      client.send(new CreateChangeSetCommand({ ...create, ClientToken: "t2" })),
    ).rejects.toMatchObject({
      name: "AlreadyExistsException",
    });
    const other = { ...create, TemplateBody: body({ Q: queue(), R: queue() }) };
    await expect(client.send(new CreateChangeSetCommand(other))).rejects.toMatchObject({
      name: "AlreadyExistsException",
      message: "ChangeSet c cannot be created due to a mismatch with existing attribute Template",
    });
    const execute = { ChangeSetName: first.Id, ClientRequestToken: "run-1" };
    await prepared(client, { ...create, ClientToken: "t1" });
    await client.send(new ExecuteChangeSetCommand(execute));
    await client.send(new ExecuteChangeSetCommand(execute));
    await settled(client, StackName);
    await client.send(new ExecuteChangeSetCommand(execute));
    await expect(
      client.send(new ExecuteChangeSetCommand({ ...execute, ClientRequestToken: "run-2" })),
    ).rejects.toMatchObject({ name: "InvalidChangeSetStatusException" });
    await expect(
      client.send(new DeleteStackCommand({ StackName, ClientRequestToken: "run-1" })),
    ).rejects.toMatchObject({ name: "TokenAlreadyExistsException" });
    const gone = { StackName: first.StackId, ClientRequestToken: "run-3" };
    await client.send(new DeleteStackCommand(gone));
    await client.send(new DeleteStackCommand(gone));
    await settled(client, first.StackId as string);
    await client.send(new DeleteStackCommand(gone));
    expect(await ledger(StackName)).toMatchObject([
      { action: "CREATE", token: "run-1", changeSetName: "c", stackId: first.StackId },
      { action: "DELETE", token: "run-3" },
    ]);
    const tokens = (await allEvents(client, first.StackId as string)).map(
      (event) => event.ClientRequestToken,
    );
    expect(new Set(tokens)).toEqual(new Set(["run-3", "run-1", undefined]));
  });
});

suite("change sets", () => {
  it("are listed, deleted and removed by the execution of another", async () => {
    const StackName = "sets";
    await deployed(client, { StackName, ChangeSetName: "a", ChangeSetType: "CREATE", TemplateBody: one });
    const TemplateBody = body({ Q: queue({ DelaySeconds: 1 }), R: queue() });
    for (const ChangeSetName of ["x", "y", "z"])
      await prepared(client, { StackName, ChangeSetName, TemplateBody });
    await client.send(new DeleteChangeSetCommand({ StackName, ChangeSetName: "z" }));
    const list = async () => (await client.send(new ListChangeSetsCommand({ StackName }))).Summaries ?? [];
    expect((await list()).map(({ ChangeSetName }) => ChangeSetName)).toEqual(["a", "x", "y"]);
    await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName: "x" }));
    await settled(client, StackName);
    expect((await list()).map(({ ChangeSetName }) => ChangeSetName)).toEqual(["a", "x"]);
    await expect(
      client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName: "y" })),
    ).rejects.toMatchObject({ name: "ChangeSetNotFoundException" });
  });

  it("tell whether they can be, are being or were executed", async () => {
    const StackName = "executed";
    const statusOf = async (ChangeSetName: string) =>
      (await client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName }))).ExecutionStatus;
    const set = { StackName, ChangeSetName: "a", ChangeSetType: "CREATE" as const, TemplateBody: one };
    expect(await prepared(client, set)).toMatchObject({ ExecutionStatus: "AVAILABLE" });
    await control("durations", { resourceType: "AWS::SQS::Queue", milliseconds: 100 });
    await client.send(new ExecuteChangeSetCommand({ StackName, ChangeSetName: "a" }));
    expect(await statusOf("a")).toBe("EXECUTE_IN_PROGRESS");
    await control("durations", undefined, "DELETE");
    await settled(client, StackName);
    expect(await statusOf("a")).toBe("EXECUTE_COMPLETE");
    await control("faults", { stackName: StackName, phase: "update", message: "No" });
    await deployed(client, {
      StackName,
      ChangeSetName: "b",
      TemplateBody: body({ Q: queue({ DelaySeconds: 3 }) }),
    });
    expect(await statusOf("b")).toBe("EXECUTE_FAILED");
  });

  it("carry the tags of the stack to every resource that can have them", async () => {
    const set = { StackName: "tagged", ChangeSetName: "c", TemplateBody: one };
    await deployed(client, { ...set, ChangeSetType: "CREATE", Tags: [{ Key: "owner", Value: "a" }] });
    const { Changes } = await prepared(client, { ...set, Tags: [{ Key: "owner", Value: "b" }] });
    expect(Changes).toMatchObject([
      { ResourceChange: { Action: "Modify", LogicalResourceId: "Q", Replacement: "False", Scope: ["Tags"] } },
    ]);
    const stack = await deployed(client, {
      ...set,
      ChangeSetName: "d",
      Tags: [{ Key: "owner", Value: "b" }],
    });
    expect(stack).toMatchObject({ StackStatus: "UPDATE_COMPLETE", Tags: [{ Key: "owner", Value: "b" }] });
  });

  it("do not foresee that a resource with a fixed name cannot be replaced; the update does fail", async () => {
    const fifo = (FifoQueue: boolean) =>
      body({ Q: queue({ QueueName: "fixed.fifo", ...(FifoQueue && { FifoQueue }) }) });
    const set = { StackName: "fixed", ChangeSetName: "c" };
    await deployed(client, { ...set, ChangeSetType: "CREATE", TemplateBody: fifo(false) });
    const stack = await deployed(client, { ...set, TemplateBody: fifo(true) });
    expect(stack.StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    const reasons = (await allEvents(client, "fixed")).map((event) => event.ResourceStatusReason).join();
    expect(reasons).toContain(
      "CloudFormation cannot update a stack when a custom-named resource requires replacing.",
    );
  });

  it("show values when asked, and page", async () => {
    const Resources = Object.fromEntries(
      Array.from({ length: 130 }, (_, n) => [`Q${n}`, queue({ DelaySeconds: n })]),
    );
    const set = { StackName: "paged", ChangeSetName: "c" };
    await prepared(client, { ...set, ChangeSetType: "CREATE", TemplateBody: body(Resources) });
    const first = await client.send(new DescribeChangeSetCommand({ ...set, IncludePropertyValues: true }));
    expect(first.Changes).toHaveLength(100);
    expect(first.Changes?.[0]?.ResourceChange?.AfterContext).toBe('{"Properties":{"DelaySeconds":0}}');
    const rest = await client.send(new DescribeChangeSetCommand({ ...set, NextToken: first.NextToken }));
    expect(rest.Changes).toHaveLength(30);
    expect(rest.NextToken).toBeUndefined();
  });
});

suite("templates", () => {
  it("may be YAML with short forms, and come back as they were sent", async () => {
    const yaml = `
Parameters:
  Stage: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Condition: IsDev
    Properties:
      QueueName: !Sub "\${Stage}-queue"
Outputs:
  Arn:
    Value: !GetAtt Queue.Arn
`;
    const set = {
      StackName: "yaml",
      ChangeSetName: "c",
      ChangeSetType: "CREATE" as const,
      TemplateBody: yaml,
    };
    const stack = await deployed(client, set);
    expect(stack.Outputs?.[0]?.OutputValue).toBe("arn:aws:sqs:ap-northeast-2:000000000000:dev-queue");
    expect(stack.Parameters).toEqual([{ ParameterKey: "Stage", ParameterValue: "dev" }]);
    expect((await client.send(new GetTemplateCommand({ StackName: "yaml" }))).TemplateBody?.trim()).toBe(
      yaml.trim(),
    );
    const summary = await client.send(new GetTemplateSummaryCommand({ StackName: "yaml" }));
    expect(summary).toMatchObject({
      ResourceTypes: ["AWS::SQS::Queue"],
      Parameters: [{ ParameterType: "String" }],
    });
    const valid = await client.send(new ValidateTemplateCommand({ TemplateBody: yaml }));
    expect(valid.Parameters).toMatchObject([{ ParameterKey: "Stage", DefaultValue: "dev", NoEcho: false }]);
  });

  it("never show the value of a NoEcho parameter", async () => {
    const secret = "hunter2-secret";
    const Parameters = { Secret: { Type: "String", NoEcho: true } };
    const set = {
      StackName: "quiet",
      ChangeSetName: "c",
      ChangeSetType: "CREATE" as const,
      TemplateBody: body({ Q: queue({ QueueName: { Ref: "Secret" } }) }, { Parameters }),
      Parameters: [{ ParameterKey: "Secret", ParameterValue: secret }],
    };
    const { ChangeSetId, StackId } = await prepared(client, set);
    const values = { ChangeSetName: ChangeSetId, IncludePropertyValues: true };
    const seen: unknown[] = [await client.send(new DescribeChangeSetCommand(values))];
    await client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
    const stack = await settled(client, StackId as string);
    expect(stack.Parameters).toEqual([{ ParameterKey: "Secret", ParameterValue: "****" }]);
    const events = await allEvents(client, StackId as string);
    seen.push(
      stack,
      events.map(({ ResourceProperties }) => ResourceProperties),
    );
    expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it("keep parameters with UsePreviousValue and the template with UsePreviousTemplate", async () => {
    const Parameters = { Delay: { Type: "Number" }, Name: { Type: "String", Default: "kept" } };
    const TemplateBody = body(
      { Q: queue({ DelaySeconds: { Ref: "Delay" }, QueueName: { Ref: "Name" } }) },
      { Parameters },
    );
    const given = (values: object[]) => ({
      StackName: "previous",
      Parameters: values as { ParameterKey: string }[],
    });
    await client.send(
      new CreateStackCommand({ ...given([{ ParameterKey: "Delay", ParameterValue: "1" }]), TemplateBody }),
    );
    await settled(client, "previous");
    const next = given([
      { ParameterKey: "Delay", ParameterValue: "2" },
      { ParameterKey: "Name", UsePreviousValue: true },
    ]);
    await client.send(new UpdateStackCommand({ ...next, UsePreviousTemplate: true }));
    const stack = await settled(client, "previous");
    expect(stack.StackStatus).toBe("UPDATE_COMPLETE");
    expect(stack.Parameters?.map(({ ParameterValue }) => ParameterValue)).toEqual(["2", "kept"]);
  });
});
