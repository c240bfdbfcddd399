import { describe, expect, it } from "vitest";
import { expandLoops } from "./expand-loops";
import { parseTemplate } from "./parse-template";

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
    expect(expandLoops(looped).Resources).toEqual({
      QueueIn: {
        Type: "AWS::SQS::Queue",
        Properties: { QueueName: "In", Tag: { "Fn::Sub": "In-${AWS::Region}" } },
      },
      QueueOut: {
        Type: "AWS::SQS::Queue",
        Properties: { QueueName: "Out", Tag: { "Fn::Sub": "Out-${AWS::Region}" } },
      },
    });
    expect(Object.keys(expandLoops(looped, { Names: "A,B,C" }).Resources)).toHaveLength(3);
  });

  it("takes loops within loops, within properties, and values that are no names", () => {
    const { Resources } = expandLoops(
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

  it.each([
    ["{Names: {Type: CommaDelimitedList}}", QUEUES, "loops over Names, which is no list with a value"],
    ["{Names: {Type: String, Default: a}}", QUEUES, "loops over Names"],
    ["{}", "  Fn::ForEach::Bad: [Name, [a]]", "Fn::ForEach::Bad requires"],
    ["{}", "  Fn::ForEach::Bad: [Name, [!GetAtt A.B], {Q: {Type: T}}]", "must be a list of texts"],
  ])("refuses a loop it cannot follow (%#)", (parameters, resources, message) => {
    expect(() => expandLoops(template(resources, parameters))).toThrow(message);
  });

  it("leaves a template without loops as it is", () => {
    const plain = parseTemplate('{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}');
    expect(expandLoops(plain)).toBe(plain);
  });
});
