import { describe, expect, it } from "vitest";
import { parseTemplate, resolveTemplate } from "./index";

function resolve(body: string, parameters: Record<string, string> = {}, region = "us-east-1") {
  return resolveTemplate(parseTemplate(body), { region, parameters });
}

describe("what CloudFormation takes", () => {
  it.each([
    ["us-east-1", ["a", "b", "c", "d", "e", "f"]],
    ["ap-northeast-2", ["a", "b", "c", "d"]],
    ["ap-northeast-1", ["a", "c", "d"]],
    ["eu-west-1", ["a", "b", "c"]],
  ])("%s has its own zones", (region, letters) => {
    const { outputs } = resolve('Outputs: {Z: {Value: !Join [",", !GetAZs ""]}}', {}, region);
    expect(outputs.Z?.value).toBe(letters.map((letter) => `${region}${letter}`).join(","));
  });

  it.each([
    ["CommaDelimitedList", ""],
    ["List<String>", ""],
  ])("an empty %s has one empty item", (Type, text) => {
    const body = `Parameters: {P: {Type: "${Type}", Default: "${text}"}}
Conditions: {Any: !Not [!Equals [!Select [0, !Ref P], ""]]}`;
    expect(resolve(body)).toMatchObject({ parameters: { P: [""] }, conditions: { Any: false } });
    expect(resolve(body, { P: "x, y" })).toMatchObject({
      parameters: { P: ["x", "y"] },
      conditions: { Any: true },
    });
  });

  it.each([
    ['{Type: CommaDelimitedList, Default: "a,b"}', "!Ref P"],
    ["{Type: String, Default: a}", "[a]"],
    ["{Type: String, Default: a}", "{a: b}"],
    ["{Type: String, Default: a}", '!Split [",", "a,b"]'],
  ])("no lists are compared (%s, %s)", (parameter, right) => {
    expect(() =>
      resolve(`Parameters: {P: ${parameter}}\nConditions: {C: !Equals [!Ref P, ${right}]}`),
    ).toThrow("Template error: every Fn::Equals object requires a list of 2 string parameters.");
  });

  it("7.0 is the text 7.0, as a default, a mapping and a property", () => {
    const { resources } = resolve(`
Parameters: {V: {Type: String, Default: 7.0}}
Mappings: {M: {a: {v: 5.10}}}
Conditions: {Is: !Equals [!Ref V, 7.0]}
Resources:
  R: {Type: T, Condition: Is, Properties: {A: !Ref V, B: !FindInMap [M, a, v], C: 8.0}}`);
    expect(resources.R?.properties).toEqual({ A: "7.0", B: "5.10", C: "8.0" });
  });
});
