import { notGiven, parseTemplate, unknown } from "@greenroom/template";
import { describe, expect, it } from "vitest";
import { resolveStack, resolveStacks } from "./resolve-stacks";

const region = "ap-northeast-2";
const stack = (key: string, template: string, parameters?: Record<string, string>) => ({
  key,
  region,
  template,
  ...(parameters && { parameters }),
});

const PRODUCER = `
Parameters: {Class: {Type: String, Default: db.t4g.micro}}
Resources: {Topic: {Type: AWS::SNS::Topic}}
Outputs:
  Class: {Value: !Ref Class, Export: {Name: !Sub "\${AWS::StackName}-class"}}
  Topic: {Value: !Ref Topic, Export: {Name: Topic}}
  Broken: {Value: !GetAtt Gone.Arn, Export: {Name: broken}}
`;

describe("resolveStacks", () => {
  it("tells a stack what another one exports, in any order", () => {
    const consumer = `
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceClass: !ImportValue base-class
      Engine: {"Fn::GetStackOutput": {StackName: base, OutputName: Class}}
      Topic: !ImportValue Topic
      Broken: !ImportValue broken
      Nobody: !ImportValue nobody
`;
    const [first] = resolveStacks([
      stack("app", consumer),
      stack("base", PRODUCER, { Class: "db.m7g.large" }),
    ]);
    expect(first?.Db?.properties).toEqual({
      DBInstanceClass: "db.m7g.large",
      Engine: "db.m7g.large",
      Topic: unknown("base/Topic"),
      Broken: unknown("broken"),
      Nobody: unknown("nobody"),
    });
  });

  it("is not led in a circle by two stacks that import of each other", () => {
    const one = (of: string, as: string) =>
      `{"Resources": {}, "Outputs": {"O": {"Value": {"Fn::ImportValue": "${of}"}, "Export": {"Name": "${as}"}}}}`;
    const reader =
      '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"N": {"Fn::ImportValue": "a"}}}}}';
    const [, , third] = resolveStacks([
      stack("x", one("b", "a")),
      stack("y", one("a", "b")),
      stack("z", reader),
    ]);
    expect(third?.Q?.properties).toEqual({ N: unknown("x/b") });
  });

  it("reads a template that a macro has still to expand: what it will add is unknown", () => {
    const resources = resolveStack(
      stack(
        "sam",
        `
Transform: [AWS::Serverless-2016-10-31]
Resources:
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Period: 60, Api: !Ref ServerlessRestApi, Role: !GetAtt FunctionRole.Arn}}
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: x}}}}}
`,
      ),
    );
    expect(resources.Alarm?.properties).toEqual({
      Period: 60,
      Api: unknown("ServerlessRestApi"),
      Role: unknown("FunctionRole.Arn"),
    });
    expect(resources.Api?.properties).toEqual({ Body: unknown("Fn::Transform") });
  });

  it("takes a default that breaks its own rules for none", () => {
    const resources = resolveStack(
      stack(
        "form",
        `
Parameters: {Type: {Type: String, Default: "", AllowedValues: [t3.micro]}}
Resources: {I: {Type: AWS::EC2::Instance, Properties: {InstanceType: !Ref Type}}}
`,
      ),
    );
    expect(resources.I?.properties).toEqual({ InstanceType: notGiven("Type") });
  });

  it.each([
    ["Resources: {Q: }", "[/Resources/Q] resource definition is malformed"],
    ["Resources: {Q: {Properties: {}}}", "[/Resources/Q] Every Resources object must contain a Type member"],
    ["Resources: {Q: {Type: 12}}", "must contain a Type member"],
    ["Parameters: {P: }\nResources: {Q: {Type: T}}", "Every Parameters object must contain a Type member"],
    ["Resources: {Q: {Type: T, Properties: {A: !Ref B}}}", "Unresolved resource dependencies [B]"],
  ])("refuses %s", (template, reason) => {
    expect(() => resolveStack(stack("bad", template))).toThrow(
      expect.objectContaining({
        code: "TEMPLATE_INVALID",
        message: expect.stringContaining(reason),
      }),
    );
    expect(() => resolveStack({ key: "bad", region, template: parseTemplate(template) })).toThrow();
  });
});
