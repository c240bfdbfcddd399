// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of loops looks like this
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  CreateStackCommand,
  DeleteChangeSetCommand,
  DescribeStackResourceCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  UpdateStackCommand,
  ValidateTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client } = await openSandbox();

const create = async (StackName: string, TemplateBody: string, more: object = {}) => {
  await client.send(new CreateStackCommand({ StackName, TemplateBody, ...more }));
  return settled(client, StackName);
};
const templateOf = async (input: object) => (await client.send(new GetTemplateCommand(input))).TemplateBody;

suite("a template is given back", () => {
  const yaml = "# A comment.\r\nResources:\r\n  Q: { Type: AWS::SQS::Queue } # <&>\r\n";
  it.each([
    ["YAML", yaml],
    ["JSON", '{ "Resources" : { "T":{"Type":"AWS::SNS::Topic"}}\n}'],
  ])("as it was sent, in either stage, of a stack and of a change set: %s", async (format, body) => {
    const StackName = `sent-${format}`;
    const set = { StackName, ChangeSetName: "c" };
    await prepared(client, { ...set, ChangeSetType: "CREATE", TemplateBody: body });
    expect(await templateOf({ StackName })).toBe("");
    expect(await templateOf(set)).toBe(body);
    await client.send(new DeleteChangeSetCommand(set));
    await client.send(new DeleteChangeSetCommand(set));
    const other = `${StackName}-too`;
    await create(other, body);
    for (const TemplateStage of ["Original", "Processed"]) {
      expect(await templateOf({ StackName: other, TemplateStage })).toBe(body);
    }
    await expect(templateOf({ StackName: other, TemplateStage: "Raw" })).rejects.toThrow("'templateStage'");
    await expect(templateOf({ ChangeSetName: "c" })).rejects.toThrow("StackName must be specified");
  });
});

suite("Fn::ForEach", () => {
  const looped = JSON.stringify({
    Transform: "AWS::LanguageExtensions",
    Parameters: { Names: { Type: "CommaDelimitedList", Default: "A,B" } },
    Resources: {
      "Fn::ForEach::Queues": [
        "Name",
        { Ref: "Names" },
        {
          "Queue${Name}": { Type: "AWS::SQS::Queue", Properties: { QueueName: { "Fn::Sub": "q-${Name}" } } },
        },
      ],
    },
  });

  it("is written out with the values of the parameters, and shown so as the processed template", async () => {
    const Parameters = [{ ParameterKey: "Names", ParameterValue: "X,Y" }];
    expect((await create("loop", looped, { Parameters })).StackStatus).toBe("CREATE_COMPLETE");
    expect(await templateOf({ StackName: "loop" })).toBe(looped);
    const processed = JSON.parse((await templateOf({ StackName: "loop", TemplateStage: "Processed" })) ?? "");
    expect(Object.keys(processed)).toEqual(["Parameters", "Resources"]);
    expect(Object.keys(processed.Resources)).toEqual(["QueueX", "QueueY"]);
    const { ResourceTypes } = await client.send(new GetTemplateSummaryCommand({ TemplateBody: looped }));
    expect(ResourceTypes).toEqual(["AWS::SQS::Queue"]);
    await client.send(new ValidateTemplateCommand({ TemplateBody: looped }));
    await client.send(
      new UpdateStackCommand({
        StackName: "loop",
        UsePreviousTemplate: true,
        Parameters: [{ ParameterKey: "Names", ParameterValue: "X,Z" }],
      }),
    );
    expect((await settled(client, "loop")).StackStatus).toBe("UPDATE_COMPLETE");
    const LogicalResourceId = "QueueZ";
    await client.send(new DescribeStackResourceCommand({ StackName: "loop", LogicalResourceId }));
  });

  it("needs its transform", async () => {
    const bare = JSON.stringify({ ...JSON.parse(looped), Transform: undefined });
    await expect(create("bare", bare)).rejects.toThrow("Template format error");
  });

  const file = fileURLToPath(
    new URL("../../../../shared/cases/estimates/foreach-properties.yaml", import.meta.url),
  );
  it.runIf(existsSync(file))("within the properties of a resource", async () => {
    expect((await create("properties", readFileSync(file, "utf8"))).StackStatus).toBe("CREATE_COMPLETE");
  });
});

suite("what a template states is held against its parameters", () => {
  it("by its rules, before anything is made", async () => {
    const body = JSON.stringify({
      Parameters: { Stage: { Type: "String", Default: "dev" } },
      Rules: {
        NoTest: {
          Assertions: [
            {
              Assert: { "Fn::Contains": [["dev", "prod"], { Ref: "Stage" }] },
              AssertDescription: "dev or prod",
            },
          ],
        },
      },
      Resources: { T: { Type: "AWS::SNS::Topic" } },
    });
    const given = (ParameterValue: string) => ({ Parameters: [{ ParameterKey: "Stage", ParameterValue }] });
    await expect(create("ruled", body, given("test"))).rejects.toThrow("dev or prod");
    await expect(settled(client, "ruled")).rejects.toThrow("does not exist");
    expect((await create("ruled", body, given("prod"))).StackStatus).toBe("CREATE_COMPLETE");
  });

  it("by conditions, which compare texts and no lists", async () => {
    const body = JSON.stringify({
      Conditions: { C: { "Fn::Equals": [["a"], ["a"]] } },
      Resources: { T: { Type: "AWS::SNS::Topic" } },
    });
    await expect(create("lists", body)).rejects.toThrow(
      "every Fn::Equals object requires a list of 2 string parameters",
    );
  });

  it("types that there are not are refused, or told as a warning to who asked for it", async () => {
    const TemplateBody = JSON.stringify({ Resources: { A: { Type: "AWS::Made::Up" } } });
    for (const command of [
      new ValidateTemplateCommand({ TemplateBody }),
      new GetTemplateSummaryCommand({ TemplateBody }),
    ]) {
      await expect(client.send(command as ValidateTemplateCommand)).rejects.toThrow("[AWS::Made::Up]");
    }
    const TemplateSummaryConfig = { TreatUnrecognizedResourceTypesAsWarnings: true };
    const summary = await client.send(new GetTemplateSummaryCommand({ TemplateBody, TemplateSummaryConfig }));
    expect(summary.Warnings?.UnrecognizedResourceTypes).toEqual(["AWS::Made::Up"]);
  });
});
