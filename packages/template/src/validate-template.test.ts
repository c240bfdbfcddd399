// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of Fn::Sub looks like this
import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse-template";
import { validateTemplate } from "./validate-template";

const topic = { Type: "AWS::SNS::Topic" };

describe("validateTemplate", () => {
  it.each([
    [{}, "Template format error: At least one Resources member must be defined."],
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
