import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackResourcesCommand,
  ExecuteChangeSetCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { deployed, prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { body, queue } from "../testing/small-templates";

const { client, url } = await openSandbox();

const one = body({ Q: queue() });
const withParameter = body({ Q: queue() }, { Parameters: { P: { Type: "String", Default: "x" } } });
const withOutputs = (...outputs: object[]) =>
  body({ Q: queue() }, { Outputs: Object.fromEntries(outputs.map((output, i) => [`O${i}`, output])) });
const ROLE = "arn:aws:iam::111122223333:role/deploy";
const TOPIC = "arn:aws:sns:ap-northeast-2:111122223333:told";
const create = (input: object) =>
  client.send(new CreateStackCommand({ StackName: "new", TemplateBody: one, ...input }));
const tagged = (count: number) => Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: "v" }));

suite("a request is refused in AWS's words", () => {
  const snapshot = { DeletionPolicy: "Snapshot" };
  it.each<[string, object, string | RegExp]>([
    [
      "a reserved tag",
      { Tags: [{ Key: "aws:x", Value: "v" }] },
      "aws: prefixed tag key names are not allowed",
    ],
    ["51 tags", { Tags: tagged(51) }, /'tags'.*less than or equal to 50$/],
    ["a tag twice", { Tags: [...tagged(1), ...tagged(1)] }, "Duplicate tag key k0"],
    ["a long tag", { Tags: [{ Key: "k".repeat(129), Value: "v" }] }, /'tags.1.member.key'.*128$/],
    [
      "an empty tag",
      { Tags: [{ Key: "k", Value: "" }] },
      /'tags.1.member.value'.*greater than or equal to 1$/,
    ],
    [
      "six topics",
      { NotificationARNs: Array(6).fill(TOPIC) },
      /'notificationARNs'.*less than or equal to 5$/,
    ],
    ["a short role", { RoleARN: "role" }, /'roleARN'.*greater than or equal to 20$/],
    ["no minutes", { TimeoutInMinutes: 0 }, /'timeoutInMinutes'.*greater than or equal to 1$/],
    ["a long name", { StackName: "a".repeat(129) }, /'stackName'.*less than or equal to 128$/],
    ["a capability", { Capabilities: ["CAPABILITY_ALL"] }, /'capabilities'.*CAPABILITY_NAMED_IAM/],
    ["a token", { ClientRequestToken: "a b" }, /'clientRequestToken'.*pattern/],
    [
      "both ways to fail",
      { DisableRollback: true, OnFailure: "DELETE" },
      "Either DisableRollback or OnFailure",
    ],
    ["alarms", { RollbackConfiguration: { MonitoringTimeInMinutes: 5 } }, "no alarm ever changes its state"],
    ["a policy", { StackPolicyBody: "{}" }, "stack policies are not simulated"],
    ["a url", { TemplateBody: undefined, TemplateURL: "https://s3" }, "there is no S3"],
    ["express", { DeploymentConfig: { Mode: "EXPRESS" } }, "Mode EXPRESS is not simulated"],
    [
      "a previous value of a new parameter",
      { TemplateBody: withParameter, Parameters: [{ ParameterKey: "P", UsePreviousValue: true }] },
      "Invalid input for parameter key P. Cannot specify usePreviousValue as true for a parameter key not in the previous template",
    ],
    [
      "no value",
      { Parameters: [{ ParameterKey: "P" }] },
      "Need to specify either usePreviousValue as true or",
    ],
    [
      "a value of 4,097 bytes",
      { TemplateBody: withParameter, Parameters: [{ ParameterKey: "P", ParameterValue: "x".repeat(4097) }] },
      "4096 bytes",
    ],
    [
      "a parameter twice",
      { Parameters: Array(2).fill({ ParameterKey: "P", ParameterValue: "1" }) },
      "Parameter key P is specified more than once",
    ],
    [
      "a snapshot of a queue",
      { TemplateBody: body({ Q: queue({}, snapshot) }) },
      "Template error: resource type AWS::SQS::Queue does not support deletion policy Snapshot",
    ],
    [
      "a policy",
      { TemplateBody: body({ Q: queue({}, { DeletionPolicy: "Keep" }) }) },
      "Unrecognized DeletionPolicy",
    ],
    [
      "a policy of replacements",
      { TemplateBody: body({ Q: queue({}, { UpdateReplacePolicy: "RetainExceptOnCreate" }) }) },
      "Unrecognized UpdateReplacePolicy RetainExceptOnCreate",
    ],
    ["a list as output", { TemplateBody: withOutputs({ Value: ["a"] }) }, "must evaluate to a String"],
    [
      "a name of an export",
      { TemplateBody: withOutputs({ Value: "a", Export: { Name: "a b" } }) },
      "Output O0 is malformed. The Name field of every Export member",
    ],
    [
      "two exports of a name",
      { TemplateBody: withOutputs(...Array(2).fill({ Value: "a", Export: { Name: "same" } })) },
      "Export with name same is specified by more than one output",
    ],
    [
      "a format",
      { TemplateBody: body({ Q: queue() }, { AWSTemplateFormatVersion: "2020-01-01" }) },
      "unsupported value for AWSTemplateFormatVersion",
    ],
    [
      "a description",
      { TemplateBody: body({ Q: queue() }, { Description: "d".repeat(1025) }) },
      "Template format error: 'Description' length is greater than 1024.",
    ],
  ])("%s", async (_, input, message) => {
    await expect(create(input)).rejects.toMatchObject({
      name: "ValidationError",
      message:
        typeof message === "string" ? expect.stringContaining(message) : expect.stringMatching(message),
    });
  });

  it("fields that nobody knows", async () => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20260101/eu-west-1/cloudformation/aws4_request",
      },
      body: "Action=CreateStack&Version=2010-05-15&StackName=odd&Colour=red",
    });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining("no input Colour of CreateStack"),
    ]);
  });

  it("what other services are asked, in their own protocol: SSM tells of the parameters that stacks made", async () => {
    const made = {
      Type: "AWS::SSM::Parameter",
      Properties: { Name: "/made/here", Type: "String", Value: "21" },
    };
    await create({ StackName: "parameters", TemplateBody: body({ P: made }) });
    await settled(client, "parameters");
    const ask = async (target: string, input: object) => {
      const headers = {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": target,
        authorization: "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20260101/ap-northeast-2/ssm/aws4_request",
      };
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(input) });
      return [answer.status, await answer.json()];
    };
    const get = "AmazonSSM.GetParameter";
    expect(await ask(get, { Name: "/made/here" })).toMatchObject([200, { Parameter: { Value: "21" } }]);
    expect(await ask(get, { Name: "/cdk-bootstrap/hnb659fds/version" })).toMatchObject([
      400,
      { __type: "ParameterNotFound" },
    ]);
    expect(await ask(get, [])).toMatchObject([400, { __type: "ParameterNotFound" }]);
    expect(await ask("AmazonSSM.PutParameter", {})).toMatchObject([
      400,
      { __type: "UnknownOperationException" },
    ]);
  });

  it("a change set by its name alone, and one that failed", async () => {
    const message = "StackName must be specified if ChangeSetName is not specified as an ARN.";
    const ChangeSetName = "same";
    for (const command of [
      new DescribeChangeSetCommand({ ChangeSetName }),
      new ExecuteChangeSetCommand({ ChangeSetName }),
      new DeleteChangeSetCommand({ ChangeSetName }),
    ]) {
      await expect(client.send(command as DescribeChangeSetCommand)).rejects.toMatchObject({
        name: "ValidationError",
        message,
      });
    }
    const set = { StackName: "unchanged", ChangeSetName, TemplateBody: one };
    await deployed(client, { ...set, ChangeSetType: "CREATE" });
    const { ChangeSetId, Status } = await prepared(client, set);
    expect(Status).toBe("FAILED");
    await expect(
      client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId })),
    ).rejects.toMatchObject({
      name: "InvalidChangeSetStatusException",
      message: `ChangeSet [${ChangeSetId}] cannot be executed in its current status of [FAILED]`,
    });
  });

  it("a change set that says twice how to fail, or how an update cannot", async () => {
    const set = { StackName: "twofold", ChangeSetName: "c", TemplateBody: one };
    const { ChangeSetId } = await prepared(client, {
      ...set,
      ChangeSetType: "CREATE",
      OnStackFailure: "DELETE",
    });
    const execute = new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId, DisableRollback: true });
    await expect(client.send(execute)).rejects.toThrow("Either DisableRollback or OnStackFailure");
    await client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
    await settled(client, "twofold");
    const update = new CreateChangeSetCommand({ ...set, ChangeSetName: "d", OnStackFailure: "DELETE" });
    await expect(client.send(update)).rejects.toThrow("only valid when ChangeSetType is CREATE");
  });

  it("a list of statuses that there are not", async () => {
    const list = new ListStacksCommand({ StackStatusFilter: ["DONE" as "CREATE_COMPLETE"] });
    await expect(client.send(list)).rejects.toThrow("'stackStatusFilter'");
  });

  it("resources by two ways, or by none", async () => {
    for (const input of [{}, { StackName: "x", PhysicalResourceId: "y" }]) {
      await expect(client.send(new DescribeStackResourcesCommand(input))).rejects.toThrow("not both");
    }
    const lost = client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: "i-0" }));
    await expect(lost).rejects.toThrow("Stack for i-0 does not exist");
  });
});

suite("a stack shows and keeps", () => {
  it("its role, topics, tags and time limit, until an update says otherwise", async () => {
    const StackName = "kept";
    const Tags = tagged(1);
    await create({ StackName, RoleARN: ROLE, NotificationARNs: [TOPIC], TimeoutInMinutes: 7, Tags });
    const kept = { RoleARN: ROLE, NotificationARNs: [TOPIC], TimeoutInMinutes: 7, Tags };
    expect(await settled(client, StackName)).toMatchObject(kept);
    const update = (input: object, delay: number) =>
      client.send(
        new UpdateStackCommand({
          StackName,
          TemplateBody: body({ Q: queue({ DelaySeconds: delay }) }),
          ...input,
        }),
      );
    await update({}, 1);
    expect(await settled(client, StackName)).toMatchObject(kept);
    await update({ RoleARN: `${ROLE}-2`, NotificationARNs: [], Tags: [] }, 2);
    const { RoleARN, NotificationARNs, Tags: tags } = await settled(client, StackName);
    expect({ RoleARN, NotificationARNs: NotificationARNs ?? [], tags: tags ?? [] }).toEqual({
      RoleARN: `${ROLE}-2`,
      NotificationARNs: [],
      tags: [],
    });
  });

  it("that it does not roll back, however that was said", async () => {
    await create({ StackName: "stays", OnFailure: "DO_NOTHING" });
    expect((await settled(client, "stays")).DisableRollback).toBe(true);
    await create({ StackName: "stays-too", DeploymentConfig: { Mode: "STANDARD", DisableRollback: true } });
    expect((await settled(client, "stays-too")).DisableRollback).toBe(true);
  });

  it("a hundred of its resources at once, and pages through all", async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`Q${i}`, queue()]));
    await create({ StackName: "many", TemplateBody: body(many) });
    await settled(client, "many");
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName: "many" }));
    expect(StackResources).toHaveLength(100);
    const first = await client.send(new ListStackResourcesCommand({ StackName: "many" }));
    const { NextToken } = first;
    const rest = await client.send(new ListStackResourcesCommand({ StackName: "many", NextToken }));
    expect([first.StackResourceSummaries?.length, rest.StackResourceSummaries?.length]).toEqual([100, 20]);
  });
});
