import {
  type CloudFormationClient,
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  ListExportsCommand,
  ListImportsCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
} from "@aws-sdk/client-cloudformation";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { expect, it, describe as suite } from "vitest";
import { allEvents, clientFor, describe, prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";
import { body, queue } from "../testing/small-templates";

const { client, control, url } = await openSandbox();

const one = body({ Q: queue() });

suite("refusals", () => {
  it("come with AWS's codes and texts", async () => {
    const StackName = "guarded";
    await client.send(
      new CreateStackCommand({ StackName, TemplateBody: one, EnableTerminationProtection: true }),
    );
    await settled(client, StackName);
    const create = (input: object) =>
      client.send(new CreateStackCommand({ StackName: "new", TemplateBody: one, ...input }));
    const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: {} } };
    const named = { ...role, Properties: { ...role.Properties, RoleName: "x" } };
    const cases: [Promise<unknown>, object][] = [
      [create({ StackName }), { name: "AlreadyExistsException", message: "Stack [guarded] already exists" }],
      [
        create({ StackName: "1bad" }),
        { name: "ValidationError", message: expect.stringContaining("'stackName'") },
      ],
      [
        create({ TemplateBody: " ".repeat(51_201) }),
        { message: expect.stringMatching(/'templateBody'.*51200$/) },
      ],
      [create({ TemplateBody: "{" }), { message: expect.stringContaining("JSON not well-formed") }],
      [
        create({ TemplateBody: undefined }),
        { message: "Either Template URL or Template Body must be specified." },
      ],
      [
        create({ TemplateBody: body({ A: { Type: "AWS::Made::Up" } }) }),
        { message: "Template format error: Unrecognized resource types: [AWS::Made::Up]" },
      ],
      [
        create({
          TemplateBody: body({ Q: queue({ QueueName: { "Fn::GetAtt": ["R", "Nope"] } }), R: queue() }),
        }),
        { message: "Template error: resource R does not support attribute type Nope in Fn::GetAtt" },
      ],
      [
        create({ TemplateBody: body({ A: role }) }),
        { name: "InsufficientCapabilitiesException", message: "Requires capabilities : [CAPABILITY_IAM]" },
      ],
      [
        create({ TemplateBody: body({ A: named }), Capabilities: ["CAPABILITY_IAM"] }),
        { message: "Requires capabilities : [CAPABILITY_NAMED_IAM]" },
      ],
      [
        create({ TemplateBody: body({ Q: queue() }, { Transform: "AWS::Serverless-2016-10-31" }) }),
        { message: expect.stringContaining("No transform named AWS::Serverless-2016-10-31 found") },
      ],
      [
        create({ TemplateBody: body({ Q: queue() }, { Parameters: { P: { Type: "String" } } }) }),
        { message: "Parameters: [P] must have values" },
      ],
      [
        client.send(new DeleteStackCommand({ StackName })),
        { message: expect.stringContaining("TerminationProtection") },
      ],
      [
        client.send(new UpdateStackCommand({ StackName: "none", TemplateBody: one })),
        { name: "ValidationError", message: "Stack [none] does not exist" },
      ],
      [
        client.send(
          new UpdateStackCommand({ StackName, TemplateBody: body({ Q: { Type: "AWS::SNS::Topic" } }) }),
        ),
        { message: expect.stringContaining("modifies resource type of the following resources: [Q]") },
      ],
      [
        client.send(
          new CreateChangeSetCommand({
            StackName,
            ChangeSetName: "c",
            ChangeSetType: "CREATE",
            TemplateBody: one,
          }),
        ),
        { message: "Stack [guarded] already exists and cannot be created again with the changeSet [c]." },
      ],
      [
        client.send(new DescribeStackResourceCommand({ StackName, LogicalResourceId: "Nope" })),
        { message: "Resource Nope does not exist for stack guarded" },
      ],
      [
        client.send(new ListImportsCommand({ ExportName: "none" })),
        { message: "No export named none found" },
      ],
    ];
    for (const [call, expected] of cases) await expect(call).rejects.toMatchObject(expected);
    await client.send(
      new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
    );
    await client.send(new DeleteStackCommand({ StackName }));
  });

  it("of a second operation while one is under way", async () => {
    const StackName = "busy";
    await control("durations", { resourceType: "AWS::SQS::Queue", milliseconds: 60_000 });
    await client.send(new CreateStackCommand({ StackName, TemplateBody: one }));
    const text = /^Stack:arn:.* is in CREATE_IN_PROGRESS state and can not be updated\.$/;
    await expect(client.send(new UpdateStackCommand({ StackName, TemplateBody: one }))).rejects.toThrow(text);
    const set = { StackName, ChangeSetName: "c", TemplateBody: one };
    await expect(client.send(new CreateChangeSetCommand(set))).rejects.toThrow(text);
    await control("durations", undefined, "DELETE");
  });

  it("of what a resource's type does not know, as a failed creation", async () => {
    await client.send(
      new CreateStackCommand({ StackName: "odd", TemplateBody: body({ Q: queue({ Colour: "red" }) }) }),
    );
    const { StackId = "", StackStatus } = await settled(client, "odd");
    expect(StackStatus).toBe("ROLLBACK_COMPLETE");
    const reasons = (await allEvents(client, StackId)).map((event) => event.ResourceStatusReason).join();
    expect(reasons).toContain("#: extraneous key [Colour] is not permitted");
  });
});

suite("exports", () => {
  const exporting = (name: string) =>
    body(
      { Q: queue({ QueueName: name }) },
      {
        Outputs: { Out: { Value: { "Fn::GetAtt": ["Q", "Arn"] }, Export: { Name: "shared-queue" } } },
      },
    );

  it("are listed, and guarded while another stack imports them", async () => {
    await client.send(new CreateStackCommand({ StackName: "exporter", TemplateBody: exporting("first") }));
    await settled(client, "exporter");
    const importing = body({
      T: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::ImportValue": "shared-queue" } } },
    });
    await client.send(new CreateStackCommand({ StackName: "importer", TemplateBody: importing }));
    await settled(client, "importer");
    expect((await client.send(new ListExportsCommand({}))).Exports).toMatchObject([{ Name: "shared-queue" }]);
    const { Imports } = await client.send(new ListImportsCommand({ ExportName: "shared-queue" }));
    expect(Imports).toEqual(["importer"]);
    await expect(client.send(new DeleteStackCommand({ StackName: "exporter" }))).rejects.toThrow(
      "Delete canceled. Cannot delete export shared-queue as it is in use by importer.",
    );
    await client.send(new UpdateStackCommand({ StackName: "exporter", TemplateBody: exporting("second") }));
    expect(await settled(client, "exporter")).toMatchObject({ StackStatus: "UPDATE_ROLLBACK_COMPLETE" });
    await client.send(new DeleteStackCommand({ StackName: "importer" }));
    await client.send(new DeleteStackCommand({ StackName: "exporter" }));
    await expect(settled(client, "exporter")).rejects.toThrow("does not exist");
  });

  it("of no stack fail a change set, not the sandbox", async () => {
    const TemplateBody = body({ Q: queue({ QueueName: { "Fn::ImportValue": "nowhere" } }) });
    const set = await prepared(client, {
      StackName: "lost",
      ChangeSetName: "c",
      ChangeSetType: "CREATE",
      TemplateBody,
    });
    expect(set).toMatchObject({ Status: "FAILED", StatusReason: "No export named nowhere found" });
  });
});

suite("places", () => {
  it("keep regions and accounts apart", async () => {
    await client.send(new CreateStackCommand({ StackName: "here", TemplateBody: one }));
    await settled(client, "here");
    const elsewhere = [clientFor(url, "us-east-1"), clientFor(url, "ap-northeast-2", "111122223333")];
    for (const other of elsewhere) {
      await expect(other.send(new DescribeStacksCommand({ StackName: "here" }))).rejects.toThrow(
        "does not exist",
      );
      await other.send(new CreateStackCommand({ StackName: "here", TemplateBody: one }));
    }
    expect((await describe(elsewhere[1] as CloudFormationClient, "here")).StackId).toContain(
      ":111122223333:",
    );
  });

  it("follow a role that is assumed", async () => {
    const sts = new STSClient({
      endpoint: url,
      region: "ap-northeast-2",
      credentials: { accessKeyId: "AKIASANDBOX", secretAccessKey: "none" },
    });
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe("000000000000");
    const RoleArn = "arn:aws:iam::444455556666:role/deploy";
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "run" }));
    const there = clientFor(url, "ap-northeast-2", Credentials?.AccessKeyId);
    await there.send(new CreateStackCommand({ StackName: "there", TemplateBody: one }));
    expect((await describe(there, "there")).StackId).toContain(":444455556666:");
  });
});
