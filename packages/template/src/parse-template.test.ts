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
    ["7.0", "7.0"],
    ["1.10", "1.10"],
    ["012345678901", "012345678901"],
    ["0x1f", "0x1f"],
    ["1e3", "1e3"],
    ["2010-09-09", "2010-09-09"],
    ["8.0.39", "8.0.39"],
    ["22:22", "22:22"],
    ["7", 7],
    ["-1.5", -1.5],
    ["yes", true],
    ["OFF", false],
    ["N", "N"],
    ['"yes"', "yes"],
    ["!Sub 7.0", { "Fn::Sub": "7.0" }],
  ])("reads the YAML scalar %s as %j", (source, value) => {
    expect(parseTemplate(`Metadata:\n  A: ${source}\n  B: [${source}]\n`).Metadata).toEqual({
      A: value,
      B: [value],
    });
  });

  it("keeps numbers of JSON as they are written", () => {
    const text =
      '{"Metadata": {"A": 7.0, "B": [1.10, 2, -3.5], "C": "7.0 \\" 8.0", "D": 12345678901234567890}}';
    expect(parseTemplate(text).Metadata).toEqual({
      A: "7.0",
      B: ["1.10", 2, -3.5],
      C: '7.0 " 8.0',
      D: "12345678901234567890",
    });
  });

  it.each([
    ['A:\n  B: "one\n  two"\n  C: 1', { B: "one two", C: 1 }],
    ["A:\n  B: 'one\n\n  it''s'\n  C: 1", { B: "one\nit's", C: 1 }],
    ['A:\r\n  B: "one\r\ntwo"\r\n  C: 1', { B: "one two", C: 1 }],
    ['A:\n  - "one\n  two"\n  - 1', ["one two", 1]],
    ["A:\n  B: [1,\n  2\n  ]\n  C: 1", { B: [1, 2], C: 1 }],
    ['A: {B: "one\ntwo",\nC: 1}', { B: "one two", C: 1 }],
    ["A: {B: 1, B: 2}", { B: 2 }],
    ["A:\n  B: {C: 1}\n  B: {D: 2}", { B: { D: 2 } }],
    ["A: &anchor {B: 1}", { B: 1 }],
  ])("is as lenient as CloudFormation with %j", (body, value) => {
    expect(parseTemplate(body)).toMatchObject({ A: value });
  });

  it.each([
    ['{"Resources": ', "JSON not well-formed"],
    ["a: b: c: [", "YAML not well-formed. (line 1, column"],
    ["just text", "unsupported structure"],
    ["", "unsupported structure"],
    ["Resources: {}\n---\nResources: {}", "YAML not well-formed. (line 2"],
    ['a: "never closed', "YAML not well-formed. (line 1"],
    ["a: 1\n\tb: 2", "YAML not well-formed. (line 2"],
    ['{"Resources": []}', "[/Resources] Expected an object."],
    ["a: &x 1\nb: *x", "YAML aliases are not allowed"],
    ['{"__proto__": {"a": 1}}', "Invalid key name"],
    [`{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`, "nesting exceeds"],
    [`a: ${"[".repeat(20000)}`, "Template format error"],
  ])("refuses %.30s", (body, message) => {
    expect(() => parseTemplate(body)).toThrow(message);
  });
});
