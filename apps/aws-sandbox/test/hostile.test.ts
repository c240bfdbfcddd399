// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of Fn::Sub looks like this
import {
  CloudFormationServiceException,
  CreateStackCommand,
  DeleteStackCommand,
} from "@aws-sdk/client-cloudformation";
import fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import { prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client, url } = await openSandbox();

const isAlive = async () => (await (await fetch(`${url}/_sandbox/health`)).json()) as { status: string };
const OWN_FAILURE = "The sandbox failed";
const AT_REST = /^(CREATE_COMPLETE|ROLLBACK_COMPLETE|ROLLBACK_FAILED|DELETE_COMPLETE)$/;

/** Any value: functions of the template language put together any way, over the names given. */
function anyValue(names: string[]): fc.Arbitrary<unknown> {
  const functions = [
    ...[
      "Ref",
      "Fn::GetAtt",
      "Fn::Sub",
      "Fn::Join",
      "Fn::Select",
      "Fn::Split",
      "Fn::If",
      "Fn::FindInMap",
      "Fn::Cidr",
    ],
    ...[
      "Fn::ImportValue",
      "Fn::GetStackOutput",
      "Fn::GetAZs",
      "Fn::Base64",
      "Fn::ToJsonString",
      "Fn::Transform",
      "Fn::X",
    ],
  ];
  return fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom(...names, "${A}", "${!x}", "${", "__proto__", "{{resolve:ssm:x}}"),
      fc.integer(),
      fc.constant(null),
      fc.string({ maxLength: 5 }),
    ),
    list: fc.array(tie("value"), { maxLength: 3 }),
    call: fc.tuple(fc.constantFrom(...functions), tie("value")).map(([name, of]) => ({ [name]: of })),
    value: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("list"), tie("call")),
  })).value;
}

/** A value that can be evaluated, from earlier resources, the parameter and the mapping. */
function soundValue(earlier: string[]): fc.Arbitrary<unknown> {
  const references = earlier.flatMap((id) => [
    { Ref: id },
    { "Fn::GetAtt": [id, "Arn"] },
    { "Fn::Sub": `\${${id}}` },
  ]);
  return fc.letrec((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom<unknown>(
        "x",
        "{{resolve:ssm:x}}",
        { Ref: "P" },
        { Ref: "AWS::NoValue" },
        ...references,
      ),
      fc.constant({ "Fn::FindInMap": ["M", "A", "x"] }),
    ),
    value: fc.oneof(
      { maxDepth: 3 },
      tie("leaf"),
      tie("value").map((of) => ({ "Fn::If": ["Yes", of, "no"] })),
      tie("value").map((of) => ({ "Fn::Select": [0, [of, "x"]] })),
      tie("value").map((of) => ({ "Fn::ToJsonString": { of } })),
      tie("value").map((of) => ({
        "Fn::Select": [1, { "Fn::Split": ["-", { "Fn::Sub": ["a-${v}", { v: of }] }] }],
      })),
    ),
  })).value;
}

/** Once in so many, else nothing. */
function sometimes<T>(times: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** Templates of real types, mostly sound, with something odd in every third or so. */
function templates(): fc.Arbitrary<object> {
  const ids = ["A", "B", "C", "D"];
  const types = ["AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::SSM::Parameter", "Custom::Thing"];
  const nameOf: Record<string, string> = { "AWS::SQS::Queue": "QueueName", "AWS::SNS::Topic": "TopicName" };
  const resource = (index: number) =>
    fc
      .record({
        type: fc.constantFrom(...types),
        value: fc.option(soundValue(ids.slice(0, index)), { nil: undefined }),
        odd: sometimes(10, anyValue([...ids, "P", "M", "Yes"])),
        policy: fc.constantFrom("Delete", "Retain", undefined),
      })
      .map(({ type, value, odd, policy }) => ({
        Type: type,
        Properties: {
          ...(value !== undefined && { [nameOf[type] ?? "Value"]: value }),
          ...(type === "AWS::SSM::Parameter" && { Type: "String" }),
          ...(odd !== undefined && { Odd: odd }),
        },
        ...(policy && { DeletionPolicy: policy }),
      }));
  const resources = fc.tuple(...ids.map((_, index) => resource(index)));
  const odd = fc.constantFrom("Resources", "Outputs", "Parameters", "Conditions", "Mappings", "Nonsense");
  return fc.tuple(resources, sometimes(4, fc.tuple(odd, anyValue(ids)))).map(([made, strange]) => ({
    Resources: Object.fromEntries(ids.map((id, index) => [id, made[index]])),
    Conditions: { Yes: { "Fn::Equals": ["a", "a"] } },
    Parameters: { P: { Type: "String", Default: "p" } },
    Mappings: { M: { A: { x: "m" } } },
    Outputs: { Out: { Value: { Ref: "D" } } },
    ...(strange && { [strange[0]]: strange[1] }),
  }));
}

suite("whatever is sent", () => {
  it("a stack comes to rest or is refused, and the sandbox lives on", async () => {
    let number = 0;
    const outcomes = new Map<string, number>();
    const rests = fc.asyncProperty(templates(), async (template) => {
      const StackName = `weird-${number++}`;
      const TemplateBody = JSON.stringify(template);
      try {
        const { StatusReason } = await prepared(client, {
          StackName,
          ChangeSetName: "c",
          ChangeSetType: "CREATE",
          TemplateBody,
        });
        expect(StatusReason ?? "").not.toContain(OWN_FAILURE);
        await client.send(new DeleteStackCommand({ StackName }));
        const { StackId } = await client.send(new CreateStackCommand({ StackName, TemplateBody }));
        const { StackStatus = "", StackStatusReason = "" } = await settled(client, StackId as string);
        expect(StackStatus).toMatch(AT_REST);
        expect(StackStatusReason).not.toContain(OWN_FAILURE);
        outcomes.set(StackStatus, (outcomes.get(StackStatus) ?? 0) + 1);
        await client.send(new DeleteStackCommand({ StackName }));
        await settled(client, StackId as string);
      } catch (error) {
        expect(error).toBeInstanceOf(CloudFormationServiceException);
        expect((error as CloudFormationServiceException).name).not.toBe("InternalFailure");
      }
    });
    await fc.assert(rests, { numRuns: 100 });
    expect([...outcomes.keys()].sort()).toEqual(["CREATE_COMPLETE", "ROLLBACK_COMPLETE"]);
    expect(await isAlive()).toMatchObject({ status: "ok" });
  });

  it("a pattern that never ends is refused, and one that is none is passed over", async () => {
    const create = (StackName: string, parameter: object) => {
      const Parameters = { P: { Type: "String", ...parameter } };
      const TemplateBody = JSON.stringify({ Parameters, Resources: { Q: { Type: "AWS::SQS::Queue" } } });
      return client.send(new CreateStackCommand({ StackName, TemplateBody }));
    };
    const endless = { Default: `${"a".repeat(40)}!`, AllowedPattern: "(a+)+$" };
    await expect(create("endless", endless)).rejects.toThrow("takes too long");
    await create("javas", { Default: "x", AllowedPattern: "[" });
    expect(await isAlive()).toMatchObject({ status: "ok" });
  });

  it("a deep, a huge, a binary or an empty body is refused", async () => {
    const bodies = [
      "[".repeat(20_000),
      `{"a":${"[".repeat(9_000)}${"]".repeat(9_000)}}`,
      "a: ".repeat(5_000),
      "\u0000\u0001",
      "- ",
      "&a [*a]",
    ];
    for (const [index, TemplateBody] of bodies.entries()) {
      const call = client.send(new CreateStackCommand({ StackName: `body-${index}`, TemplateBody }));
      await expect(call).rejects.toMatchObject({ name: "ValidationError" });
    }
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      authorization: "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20260101/us-east-1/cloudformation/aws4_request",
    };
    const raw = async (body: string) => (await fetch(url, { method: "POST", headers, body })).status;
    expect(await raw("")).toBe(400);
    expect(await raw("Action=constructor")).toBe(400);
    expect(await raw(`Action=CreateStack&${"a.".repeat(9_000)}b=1`)).toBe(400);
    expect(await raw("Action=CreateStack&StackName.member.1=x&__proto__.x=1")).toBe(400);
    expect(await raw("x".repeat(3_000_000))).toBe(413);
    expect(await isAlive()).toMatchObject({ status: "ok" });
  });
});
