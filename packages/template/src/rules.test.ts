import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse-template";
import { createScope } from "./resolve-template";
import { checkRules } from "./rules";
import type { Json } from "./template";

const check = (Rules: Json, parameters: Record<string, string>) => {
  const Parameters = {
    Stage: { Type: "String", Default: "dev" },
    Size: { Type: "String", Default: "small" },
    Zones: { Type: "CommaDelimitedList", Default: "a,b" },
  };
  const template = parseTemplate(JSON.stringify({ Parameters, Rules, Resources: {} }));
  return () => checkRules(createScope(template, { region: "eu-west-1", parameters }));
};
const stage = { Ref: "Stage" };
const zones = { Ref: "Zones" };

describe("rules", () => {
  const isProd: Json = { "Fn::Equals": [stage, "prod"] };
  const large: Json = {
    Large: {
      RuleCondition: isProd,
      Assertions: [
        {
          Assert: { "Fn::Contains": [["large", "huge"], { Ref: "Size" }] },
          AssertDescription: "Production is large",
        },
      ],
    },
  };

  it("hold only where their condition does", () => {
    expect(check(large, {})).not.toThrow();
    expect(check(large, { Stage: "prod", Size: "huge" })).not.toThrow();
    expect(check(large, { Stage: "prod" })).toThrow("Rule Large failed: Production is large");
  });

  it.each<[Json, boolean]>([
    [{ "Fn::EachMemberIn": [zones, ["a", "b", "c"]] }, true],
    [{ "Fn::EachMemberIn": [zones, ["a"]] }, false],
    [{ "Fn::EachMemberEquals": [zones, "a"] }, false],
    [{ "Fn::Contains": [zones, "b"] }, true],
    [{ "Fn::Not": [{ "Fn::Contains": [["1", "2"], stage] }] }, true],
    [{ "Fn::And": [{ "Fn::Equals": [stage, "dev"] }, { "Fn::Equals": [stage, "prod"] }] }, false],
    [{ "Fn::Or": [{ "Fn::Equals": [stage, "dev"] }, { "Fn::Equals": [stage, "prod"] }] }, true],
    [{ "Fn::Contains": [{ "Fn::RefAll": "String" }, "small"] }, true],
  ])("read %j as %s", (Assert, isTrue) => {
    const checked = check({ R: { Assertions: [{ Assert }] } }, {});
    if (isTrue) expect(checked).not.toThrow();
    else expect(checked).toThrow("Rule R failed");
  });

  it.each<Json>([
    { R: {} },
    { R: { Assertions: [{ Assert: true }] } },
    { R: { Assertions: [{ Assert: { "Fn::If": ["C", true, false] } }] } },
    { R: { Assertions: [{ Assert: { "Fn::Equals": [stage] } }] } },
  ])("that are malformed are refused: %j", (rules) => {
    expect(check(rules, {})).toThrow("Template format error: Rule R");
  });
});
