// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of Fn::Sub looks like this
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnknown, parseTemplate, resolveTemplate, TemplateError } from "./index";

const region = "ap-northeast-2";

/** Resolves one property value in a template with a parameter, a mapping, conditions and a VPC. */
function resolveProperty(value: unknown, environment = {}): unknown {
  const template = parseTemplate(
    JSON.stringify({
      Parameters: {
        Stage: { Type: "String", Default: "dev" },
        Zones: { Type: "CommaDelimitedList", Default: "a, b ,c" },
      },
      Mappings: { Sizes: { dev: { nodes: 2 } } },
      Conditions: {
        IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] },
        IsDev: { "Fn::Not": [{ Condition: "IsProd" }] },
      },
      Resources: {
        Vpc: { Type: "AWS::EC2::VPC" },
        Subject: { Type: "AWS::SNS::Topic", Properties: { Value: value } },
      },
    }),
  );
  return resolveTemplate(template, { region, ...environment }).resources.Subject?.properties.Value;
}

describe("resolveTemplate", () => {
  it.each([
    ["parameter", { Ref: "Stage" }, "dev"],
    ["list parameter", { Ref: "Zones" }, ["a", "b", "c"]],
    ["pseudo parameter", { Ref: "AWS::Region" }, region],
    ["join", { "Fn::Join": ["-", ["a", { Ref: "Stage" }, 3]] }, "a-dev-3"],
    ["join of a list parameter", { "Fn::Join": ["+", { Ref: "Zones" }] }, "a+b+c"],
    ["select", { "Fn::Select": ["1", { Ref: "Zones" }] }, "b"],
    ["split", { "Fn::Split": ["-", "a-b"] }, ["a", "b"]],
    ["sub", { "Fn::Sub": "${Stage} in ${AWS::Region} ${!Kept}" }, `dev in ${region} \${Kept}`],
    ["sub with map", { "Fn::Sub": ["${x}/${Stage}", { x: { Ref: "AWS::AccountId" } }] }, "000000000000/dev"],
    ["if", { "Fn::If": ["IsProd", "big", "small"] }, "small"],
    ["find in map", { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "nodes"] }, 2],
    ["find in map, default", { "Fn::FindInMap": ["Sizes", "x", "nodes", { DefaultValue: 7 }] }, 7],
    ["zones", { "Fn::Select": [0, { "Fn::GetAZs": "" }] }, `${region}a`],
    ["zones of no region", { "Fn::Select": [0, { "Fn::GetAZs": "__proto__" }] }, "__proto__a"],
    ["base64", { "Fn::Base64": "HelloWorld" }, "SGVsbG9Xb3JsZA=="],
    ["cidr", { "Fn::Cidr": ["10.0.0.0/16", 2, 8] }, ["10.0.0.0/24", "10.0.1.0/24"]],
    ["cidr v6", { "Fn::Cidr": ["2001:db8::/56", 2, 64] }, ["2001:db8::/64", "2001:db8:0:1::/64"]],
    ["to json", { "Fn::ToJsonString": { a: { Ref: "Stage" } } }, '{"a":"dev"}'],
    ["length", { "Fn::Length": { Ref: "Zones" } }, 3],
    ["dynamic reference", "{{resolve:ssm:/x:1}}", "{{resolve:ssm:/x:1}}"],
    ["no value in a list", ["a", { Ref: "AWS::NoValue" }], ["a"]],
    ["no value in a map", { a: 1, b: { "Fn::If": ["IsProd", 2, { Ref: "AWS::NoValue" }] } }, { a: 1 }],
  ])("resolves %s", (_name, value, expected) => {
    expect(resolveProperty(value)).toEqual(expected);
  });

  it("asks the environment for resources, exports and stack outputs", () => {
    const environment = {
      ref: (id: string) => `ref-${id}`,
      getAtt: (id: string, attribute: string) => `${id}/${attribute}`,
      importValue: (name: string) => `import-${name}`,
      stackOutput: (at: { stackName: string; outputName: string; region: string }) =>
        Object.values(at).join(" "),
    };
    const value = [
      { Ref: "Vpc" },
      { "Fn::GetAtt": ["Vpc", "CidrBlock"] },
      { "Fn::Sub": "${Vpc}:${Vpc.VpcId}" },
      { "Fn::ImportValue": { "Fn::Sub": "${Stage}-net" } },
      { "Fn::GetStackOutput": { StackName: "net", OutputName: "VpcId" } },
    ];
    expect(resolveProperty(value, environment)).toEqual([
      "ref-Vpc",
      "Vpc/CidrBlock",
      "ref-Vpc:Vpc/VpcId",
      "import-dev-net",
      `net VpcId ${region}`,
    ]);
  });

  it("propagates what only the deployment knows, with its causes", () => {
    const value = resolveProperty({
      "Fn::Join": ["-", ["x", { "Fn::GetAtt": "Vpc.CidrBlock" }, { Ref: "Vpc" }]],
    });
    expect(isUnknown(value) && value.causes).toEqual(["Vpc.CidrBlock", "Vpc"]);
    expect(resolveProperty({ "Fn::Select": [0, ["known", { Ref: "Vpc" }]] })).toBe("known");
  });

  it.each([
    [{ Ref: "Nope" }, "Unresolved resource dependencies [Nope] in the Resources block of the template"],
    [{ "Fn::GetAtt": ["Nope", "Arn"] }, "instance of Fn::GetAtt references undefined resource Nope"],
    [{ "Fn::Select": [9, ["a"]] }, "Fn::Select cannot select nonexistent value at index 9"],
    [{ "Fn::FindInMap": ["Sizes", "x", "y"] }, "Unable to get mapping for Sizes::x::y"],
    [{ "Fn::FindInMap": ["constructor", "x", "y"] }, "Mapping named 'constructor' is not present"],
    [{ "Fn::Bogus": 1 }, "Encountered unsupported function: Fn::Bogus"],
    [{ "Fn::If": ["Nope", 1, 2] }, "Unresolved condition dependency Nope"],
    [{ "Fn::Cidr": ["10.0.0.0/24", 9, 8] }, "do not fit"],
    [{ "Fn::Sub": 3 }, "Fn::Sub intrinsic functions don't specify expected arguments"],
  ])("refuses %j as CloudFormation does", (value, message) => {
    expect(() => resolveProperty(value)).toThrow(message);
  });

  it("leaves out what a false condition excludes", () => {
    const template = parseTemplate(
      JSON.stringify({
        Conditions: { No: { "Fn::Equals": ["a", "b"] } },
        Resources: { A: { Type: "T::A::A" }, B: { Type: "T::B::B", Condition: "No" } },
        Outputs: { B: { Value: { Ref: "B" }, Condition: "No" }, A: { Value: "x", Export: { Name: "e" } } },
      }),
    );
    const { resources, outputs } = resolveTemplate(template, { region });
    expect(Object.keys(resources)).toEqual(["A"]);
    expect(outputs).toEqual({ A: { value: "x", exportName: "e" } });
  });

  it("gives plain JSON back unchanged", () => {
    const plain = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/"(Ref|Fn::|__proto__)/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) => {
        expect(resolveProperty({ value })).toEqual({ value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it.each([
    ["Fn::Sub", (inner: unknown) => ({ "Fn::Sub": ["${v}${v}${v}", { v: inner }] })],
    ["Fn::Join", (inner: unknown) => ({ "Fn::Join": ["x", [inner, "y".repeat(500)]] })],
    ["Fn::Base64", (inner: unknown) => ({ "Fn::Base64": inner })],
    ["Fn::ToJsonString", (inner: unknown) => ({ "Fn::ToJsonString": [inner] })],
  ])("does not let nested %s grow without end", (_name, wrap) => {
    const nested = (depth: number): unknown => (depth === 0 ? "a".repeat(100) : wrap(nested(depth - 1)));
    let text = "";
    try {
      text = JSON.stringify(resolveProperty(nested(22)));
    } catch (error) {
      expect(String(error)).toContain("makes a text of more than 200000 characters");
    }
    expect(text.length).toBeLessThan(201_000);
  });

  it("answers any expression with a value or a TemplateError", () => {
    const names = [
      "Ref",
      "Fn::Sub",
      "Fn::Join",
      "Fn::Select",
      "Fn::If",
      "Fn::GetAtt",
      "Fn::Cidr",
      "Fn::GetAZs",
    ];
    const { expression } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        fc.constantFrom("Vpc", "Stage", "IsProd", "a", "${Vpc.Arn}"),
        fc.integer(),
        fc.constant(null),
      ),
      call: fc.tuple(fc.constantFrom(...names), tie("expression")).map(([name, of]) => ({ [name]: of })),
      expression: fc.oneof(
        { maxDepth: 5 },
        tie("leaf"),
        tie("call"),
        fc.array(tie("expression"), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(expression, (value) => {
        try {
          resolveProperty(value);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("parameters", () => {
  const template = (parameter: object) =>
    parseTemplate(JSON.stringify({ Parameters: { P: parameter }, Resources: { A: { Type: "A::B::C" } } }));
  it.each([
    [{ Type: "String" }, {}, "Parameters: [P] must have values"],
    [{ Type: "String" }, { P: "x", Q: "y" }, "Parameters: [Q] do not exist in the template"],
    [{ Type: "Number" }, { P: "x" }, "Parameter 'P' must be a number"],
    [{ Type: "String", AllowedValues: ["a"] }, { P: "x" }, "Parameter 'P' must be one of AllowedValues"],
    [{ Type: "String", AllowedPattern: "[0-9]+" }, { P: "x" }, "Parameter 'P' must match pattern [0-9]+"],
    [{ Type: "String", MinLength: 2 }, { P: "x" }, "Parameter 'P' must contain at least 2 characters"],
    [{ Type: "Number", MaxValue: 2 }, { P: "3" }, "Parameter 'P' must be a number not greater than 2"],
  ])("refuses %j given %j", (parameter, parameters, message) => {
    expect(() => resolveTemplate(template(parameter), { region, parameters })).toThrow(message);
  });

  it("can leave a missing one unknown, and looks SSM parameters up", () => {
    const estimate = { region, allowMissingParameters: true };
    expect(isUnknown(resolveTemplate(template({ Type: "String" }), estimate).parameters.P)).toBe(true);
    const ssm = template({ Type: "AWS::SSM::Parameter::Value<List<String>>", Default: "/ami" });
    const environment = {
      region,
      ssmParameter: (name: string) => (name === "/ami" ? "ami-1,ami-2" : undefined),
    };
    expect(resolveTemplate(ssm, environment).parameters.P).toEqual(["ami-1", "ami-2"]);
  });
});
