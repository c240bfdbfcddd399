import { describe, expect, it } from "vitest";
import { expandLoops } from "./expand-loops";
import { parseTemplate } from "./parse-template";
import type { Template } from "./template";

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
      "{Names: {Type: CommaDelimitedList}}",
      QUEUES,
      "values that Fn::ForEach::Queues runs over are not known",
    ],
    [
      "{Names: {Type: String, Default: a}}",
      QUEUES,
      "values that Fn::ForEach::Queues runs over are not known",
    ],
    ["{}", "  Fn::ForEach::Bad: [Name, [a]]", "Fn::ForEach::Bad requires"],
    ["{}", "  A: {Type: T}\n  Fn::ForEach::Bad: [Name, [!Ref A], {Q: {Type: T}}]", "are not known"],
  ])("refuses a loop it cannot follow (%#)", (parameters, resources, message) => {
    expect(() => expand(template(resources, parameters))).toThrow(message);
  });

  it("leaves a template without loops as it is", () => {
    const plain = parseTemplate('{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}');
    expect(expand(plain)).toBe(plain);
  });
});
