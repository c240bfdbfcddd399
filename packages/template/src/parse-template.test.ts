import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse-template";

describe("parseTemplate", () => {
  it("reads YAML short forms", () => {
    const template = parseTemplate(`
AWSTemplateFormatVersion: 2010-09-09
Conditions:
  Both: !And [!Equals [a, a], !Condition Other]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !Sub "\${AWS::StackName}-x"
      DisplayName: !Join ["-", [!Ref Other, !GetAtt Other.Nested.Arn]]
      Zone: !Select
        - 0
        - !GetAZs ""
      Policy: {Version: 2012-10-17, Id: !Sub ["\${a}", {a: !ImportValue net}]}
`);
    expect(template.AWSTemplateFormatVersion).toBe("2010-09-09");
    expect(template.Conditions.Both).toEqual({
      "Fn::And": [{ "Fn::Equals": ["a", "a"] }, { Condition: "Other" }],
    });
    expect(template.Resources.Topic?.Properties).toEqual({
      TopicName: { "Fn::Sub": "${AWS::StackName}-x" },
      DisplayName: { "Fn::Join": ["-", [{ Ref: "Other" }, { "Fn::GetAtt": ["Other", "Nested.Arn"] }]] },
      Zone: { "Fn::Select": [0, { "Fn::GetAZs": "" }] },
      Policy: { Version: "2012-10-17", Id: { "Fn::Sub": ["${a}", { a: { "Fn::ImportValue": "net" } }] } },
    });
  });

  it.each(['{"Resources": {}}', "Resources: {}"])("reads %s after a byte order mark", (body) => {
    expect(parseTemplate(`\uFEFF${body}`).Resources).toEqual({});
  });

  it.each([
    ['{"Resources": ', "JSON not well-formed"],
    ["a: b: c: [", "YAML not well-formed. (line 1, column"],
    ["just text", "unsupported structure"],
    ["", "unsupported structure"],
    ["Resources: {}\n---\nResources: {}", "YAML not well-formed. (line 2"],
    ["Resources: {Q: 1, Q: 2}", "YAML not well-formed. (line 1"],
    ['{"Resources": []}', "[/Resources] Expected an object."],
    ["a: &x 1\nb: *x", "YAML aliases are not allowed"],
    ['{"__proto__": {"a": 1}}', "Invalid key name"],
    [`{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`, "nesting exceeds"],
    [`a: ${"[".repeat(20000)}`, "Template format error"],
  ])("refuses %.30s", (body, message) => {
    expect(() => parseTemplate(body)).toThrow(message);
  });
});
