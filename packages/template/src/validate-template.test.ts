// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of Fn::Sub looks like this
import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse-template";
import { validateTemplate } from "./validate-template";

const topic = { Type: "AWS::SNS::Topic" };

const numbered = (count: number, value: unknown) =>
  Array.from({ length: count }, (_, index) => [`N${index}`, value]);

describe("validateTemplate", () => {
  it.each([
    [{}, "Template format error: At least one Resources member must be defined."],
    [
      { AWSTemplateFormatVersion: "2010-09-10", Resources: { A: topic } },
      "Template format error: unsupported value for AWSTemplateFormatVersion.",
    ],
    [
      { Description: "é".repeat(513), Resources: { A: topic } },
      "Template format error: 'Description' length is greater than 1024.",
    ],
    [{ Description: ["a"], Resources: { A: topic } }, "Every Description member must be a string."],
    [
      { Resources: { A: topic }, Outputs: { O: { Value: "v", Description: "d".repeat(1025) } } },
      "'Description' length is greater than 1024.",
    ],
    [
      { Mappings: Object.fromEntries(numbered(201, {})), Resources: { A: topic } },
      "Number of mappings, 201, is greater than maximum allowed, 200",
    ],
    [
      { Mappings: { M: Object.fromEntries(numbered(201, { k: "v" })) }, Resources: { A: topic } },
      "Number of attributes of mapping M, 201, is greater than maximum allowed, 200",
    ],
    [{ Mappings: { "m-1": {} }, Resources: { A: topic } }, "Mappings name m-1 is non alphanumeric."],
    [
      { Parameters: Object.fromEntries(numbered(201, { Type: "String" })), Resources: { A: topic } },
      "Number of parameters, 201, is greater than maximum allowed, 200",
    ],
    [
      { Outputs: Object.fromEntries(numbered(201, { Value: "v" })), Resources: { A: topic } },
      "Number of outputs, 201, is greater than maximum allowed, 200",
    ],
    [
      { Resources: Object.fromEntries(numbered(501, topic)) },
      "Number of resources, 501, is greater than maximum allowed, 500",
    ],
    [{ Foo: 1, Resources: { A: topic } }, "Invalid template property or properties [Foo]"],
    [{ Resources: { A: {} } }, "[/Resources/A] Every Resources object must contain a Type member."],
    [{ Resources: { "a-b": topic } }, "Resource name a-b is non alphanumeric."],
    [{ Resources: { A: { ...topic, Foo: 1 } } }, "Invalid template resource property 'Foo'"],
    [
      { Resources: { A: { ...topic, Properties: { X: { Ref: "R" } } } } },
      "Template format error: Unresolved resource dependencies [R] in the Resources block of the template",
    ],
    [
      { Resources: { A: { ...topic, DependsOn: "R" } } },
      "Template format error: Unresolved resource dependencies [R] in the Resources block of the template",
    ],
    [
      { Resources: { A: topic }, Outputs: { O: { Value: { Ref: "R" } } } },
      "Unresolved resource dependencies [R] in the Outputs block of the template",
    ],
    [
      { Resources: { A: { ...topic, DependsOn: "B" }, B: { ...topic, DependsOn: ["A"] } } },
      "Circular dependency between resources: [A, B]",
    ],
    [
      { Mappings: { M: { a: { b: { Ref: "A" } } } }, Resources: { A: topic } },
      "Every Mappings attribute must be",
    ],
    [{ Resources: { A: { ...topic, Condition: "C" } } }, "Unresolved condition dependency C"],
    [
      { Conditions: { C: { "Fn::Equals": [{ Ref: "A" }, "x"] } }, Resources: { A: topic } },
      "Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template",
    ],
  ])("refuses %j", (template, message) => {
    expect(() => validateTemplate(parseTemplate(JSON.stringify(template)))).toThrow(message);
  });

  it("accepts a sound template", () => {
    const body = {
      Resources: { A: topic, B: { ...topic, Properties: { DisplayName: { "Fn::Sub": "${A.TopicName}" } } } },
      Outputs: { O: { Value: { Ref: "A" } } },
    };
    expect(() => validateTemplate(parseTemplate(JSON.stringify(body)))).not.toThrow();
  });
});
