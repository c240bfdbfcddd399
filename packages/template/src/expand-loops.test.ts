import { describe, expect, it } from "vitest";
import { expandLoops } from "./expand-loops";
import { parseTemplate } from "./parse-template";
import { resolveTemplate } from "./resolve-template";
import type { Template } from "./template";
import { notGiven } from "./unknown";

const expand = (template: Template, parameters: Record<string, string> = {}) =>
  expandLoops(template, { region: "us-east-1", parameters, allowMissingParameters: true });

const template = (resources: string, parameters = "{}") =>
  parseTemplate(`Transform: AWS::LanguageExtensions\nParameters: ${parameters}\nResources:\n${resources}\n`);

const QUEUES = `
  Fn::ForEach::Queues:
    - Name
    - !Ref Names
    - Queue\${Name}:
        Type: AWS::SQS::Queue
        Properties: {QueueName: !Ref Name, Tag: !Sub "\${Name}-\${AWS::Region}"}`;

describe("expandLoops", () => {
  it("writes a resource out for each value of a list, given or by default", () => {
    const looped = template(QUEUES, "{Names: {Type: CommaDelimitedList, Default: 'In, Out'}}");
    expect(expand(looped).Resources).toEqual({
      QueueIn: {
        Type: "AWS::SQS::Queue",
        Properties: { QueueName: "In", Tag: { "Fn::Sub": "In-${AWS::Region}" } },
      },
      QueueOut: {
        Type: "AWS::SQS::Queue",
        Properties: { QueueName: "Out", Tag: { "Fn::Sub": "Out-${AWS::Region}" } },
      },
    });
    expect(Object.keys(expand(looped, { Names: "A,B,C" }).Resources)).toHaveLength(3);
  });

  it("takes loops within loops, within properties, and values that are no names", () => {
    const { Resources } = expand(
      template(`
  Fn::ForEach::Outer:
    - A
    - [x, y]
    - Fn::ForEach::Inner:
        - B
        - ["10.0", "2"]
        - T\${A}&{B}:
            Type: AWS::SNS::Topic
            Properties:
              Fn::ForEach::Fields: [F, [P, Q], {"\${F}Name": "\${A}"}]`),
    );
    expect(Object.keys(Resources)).toEqual(["Tx100", "Tx2", "Ty100", "Ty2"]);
    expect(Resources.Ty2?.Properties).toEqual({ PName: "y", QName: "y" });
  });

  it("runs over what a mapping holds, which may be nothing", () => {
    const mapped = parseTemplate(`
Transform: AWS::LanguageExtensions
Mappings: {M: {us-east-1: {Zones: [a, b]}, none: {Zones: []}}}
Resources:
  Fn::ForEach::There: [Z, !FindInMap [M, !Ref AWS::Region, Zones], {"Q\${Z}": {Type: AWS::SQS::Queue}}]
  Fn::ForEach::Nothing: [Z, !FindInMap [M, none, Zones], {"N\${Z}": {Type: AWS::SQS::Queue}}]
`);
    expect(Object.keys(expand(mapped).Resources)).toEqual(["Qa", "Qb"]);
  });

  it.each([
    [
      "{Names: {Type: String, Default: a}}",
      QUEUES,
      "values that Fn::ForEach::Queues runs over are not known",
    ],
    ["{}", "  Fn::ForEach::Bad: [Name, [a]]", "Fn::ForEach::Bad requires"],
  ])("refuses a loop it cannot follow (%#)", (parameters, resources, message) => {
    expect(() => expand(template(resources, parameters))).toThrow(message);
  });

  it("refuses what only a deployment knows, where parameters must be given", () => {
    const looped = template(QUEUES, "{Names: {Type: CommaDelimitedList}}");
    expect(() => expandLoops(looped, { region: "us-east-1" })).toThrow("must have values");
    const made = template("  A: {Type: T}\n  Fn::ForEach::Bad: [Name, [!Ref A], {Q: {Type: T}}]");
    expect(() => expandLoops(made, { region: "us-east-1" })).toThrow("are not known");
  });

  it("makes one resource of values that are not known, and it is not known whether it is there", () => {
    const looped = template(
      `${QUEUES}
  Fn::ForEach::Some: [Id, [a, !Ref One], {"Some\${Id}": {Type: T, Condition: Given, DependsOn: "Queue\${Id}", Properties: {N: !Ref Id, If: !If ["Is\${Id}", 1, 2]}}}]
  Whole: {Type: T, Properties: {Fn::ForEach::Fields: [F, !Ref Names, {"\${F}": 1}]}}
Conditions:
  Given: !Equals [a, a]
  Isa: !Equals [a, b]
  Fn::ForEach::Is: [Id, !Ref Names, {"Is\${Id}": !Equals [!Ref Id, b]}]`,
      "{Names: {Type: CommaDelimitedList}, One: {Type: String}}",
    );
    const environment = { region: "us-east-1", allowMissingParameters: true };
    const expanded = expandLoops(looped, environment);
    expect(expandLoops(expanded, environment)).toEqual(expanded);
    const { resources, conditions } = resolveTemplate(expanded, environment);
    expect(Object.keys(resources)).toEqual(["QueueUnknown", "Somea", "SomeUnknown", "Whole"]);
    expect(resources.Somea).toMatchObject({ condition: "Given", properties: { N: "a", If: 2 } });
    const [queue, some] = [resources.QueueUnknown, resources.SomeUnknown];
    expect(conditions[queue?.condition ?? ""]).toEqual(notGiven("Names"));
    expect(conditions[some?.condition ?? ""]).toEqual(notGiven("One"));
    expect(queue?.properties).toEqual({ QueueName: notGiven("Names"), Tag: notGiven("Names") });
    expect(some).toMatchObject({ properties: { N: notGiven("One"), If: notGiven("One") }, dependsOn: [] });
    expect(resources.Whole?.properties).toEqual(notGiven("Names"));
  });

  it("puts names in the place of the functions that make them", () => {
    const { Resources, Outputs } = expand(
      template(
        `
  Fn::ForEach::Servers:
    - Id
    - [A, B]
    - "Server\${Id}": {Type: T, Properties: {Size: {Ref: {"Fn::Sub": "Size\${Id}"}}}}
  Last: {Type: T, Properties: {Arn: {"Fn::GetAtt": [!If [Big, ServerA, ServerB], {Ref: Attribute}]}}}
Conditions: {Big: !Equals [!Ref SizeA, big]}
Outputs: {Server: {Value: {Ref: !Join ["", [Server, A]]}}}`,
        "{SizeA: {Type: String, Default: small}, SizeB: {Type: String}, Attribute: {Type: String, Default: Arn}}",
      ),
    );
    expect(Resources).toMatchObject({
      ServerA: { Properties: { Size: { Ref: "SizeA" } } },
      ServerB: { Properties: { Size: { Ref: "SizeB" } } },
      Last: { Properties: { Arn: { "Fn::GetAtt": ["ServerB", "Arn"] } } },
    });
    expect(Outputs.Server?.Value).toEqual({ Ref: "ServerA" });
    const plain = parseTemplate("Resources: {R: {Type: T, Properties: {A: {Ref: !Sub R}}}}");
    expect(() => resolveTemplate(plain, { region: "us-east-1" })).toThrow("single String value");
  });

  it("leaves a template without loops as it is", () => {
    const plain = parseTemplate('{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}');
    expect(expand(plain)).toBe(plain);
  });
});
