import { DeleteStackCommand, ExecuteChangeSetCommand, type StackEvent } from "@aws-sdk/client-cloudformation";
import { expect, it, describe as suite } from "vitest";
import { allEvents, clientFor, deployed, describe, prepared, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client: home, url } = await openSandbox();

const far = clientFor(url, "us-east-1");

const read = (StackName: string, OutputName = "Name", Region?: string) => ({
  "Fn::GetStackOutput": { StackName, OutputName, ...(Region && { Region }) },
});
const producer = (QueueName: string) =>
  JSON.stringify({
    Resources: { Q: { Type: "AWS::SQS::Queue", Properties: { QueueName } } },
    Outputs: { Name: { Value: { "Fn::GetAtt": ["Q", "QueueName"] } } },
  });
const consumer = (value: object) =>
  JSON.stringify({
    Resources: { T: { Type: "AWS::SNS::Topic", Properties: { DisplayName: value } } },
    Outputs: { Out: { Value: value } },
  });
const made = (StackName: string, TemplateBody: string) => ({
  StackName,
  TemplateBody,
  ChangeSetName: "made",
  ChangeSetType: "CREATE" as const,
});
const reasonOf = (events: StackEvent[], id: string) =>
  events.find(
    ({ LogicalResourceId, ResourceStatus }) => LogicalResourceId === id && ResourceStatus === "CREATE_FAILED",
  )?.ResourceStatusReason;

suite("outputs read by Fn::GetStackOutput", () => {
  it("lock nothing: the producer can go, and the consumer keeps what it read", async () => {
    await deployed(home, made("weak-a", producer("seen")));
    const stack = await deployed(home, made("weak-b", consumer(read("weak-a"))));
    expect(stack.Outputs).toMatchObject([{ OutputValue: "seen" }]);
    await home.send(new DeleteStackCommand({ StackName: "weak-a" }));
    expect((await describe(home, "weak-b")).Outputs).toMatchObject([{ OutputValue: "seen" }]);
  });

  it("reach across regions, in either direction", async () => {
    await deployed(far, made("cert", producer("from-virginia")));
    const stack = await deployed(home, made("edge", consumer(read("cert", "Name", "us-east-1"))));
    expect(stack.Outputs).toMatchObject([{ OutputValue: "from-virginia" }]);
    const back = await deployed(far, made("back", consumer(read("edge", "Out", "ap-northeast-2"))));
    expect(back.Outputs).toMatchObject([{ OutputValue: "from-virginia" }]);
  });

  it.each([
    ["a stack that is not there", read("nowhere"), "Stack [nowhere] in ap-northeast-2 does not exist"],
    ["a stack of another region", read("cert"), "Stack [cert] in ap-northeast-2 does not exist"],
    [
      "an output that is not there",
      read("cert", "Other", "us-east-1"),
      "Stack [cert] in us-east-1 has no output named Other",
    ],
  ])("of %s fail the change set in the words of the reason", async (_, value, reason) => {
    const changeSet = await prepared(home, made("lost", consumer(value)));
    expect(changeSet).toMatchObject({ Status: "FAILED", StatusReason: reason });
    await home.send(new DeleteStackCommand({ StackName: "lost" }));
  });

  it("fail the resource when the producer goes between the change set and its execution", async () => {
    await deployed(home, made("brief", producer("brief")));
    const { ChangeSetId, StackId = "" } = await prepared(home, made("late", consumer(read("brief"))));
    const { StackId: briefId = "" } = await describe(home, "brief");
    await home.send(new DeleteStackCommand({ StackName: "brief" }));
    await settled(home, briefId);
    await home.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
    expect(await settled(home, StackId)).toMatchObject({ StackStatus: "ROLLBACK_COMPLETE" });
    expect(reasonOf(await allEvents(home, StackId), "T")).toBe(
      "Stack [brief] in ap-northeast-2 does not exist",
    );
  });

  it("that changed are a change of the consumer's next change set, and none before", async () => {
    await deployed(home, made("moving-a", producer("one")));
    const using = { StackName: "moving-b", TemplateBody: consumer(read("moving-a")) };
    await deployed(home, { ...using, ChangeSetName: "made", ChangeSetType: "CREATE" });
    const idle = await prepared(home, { ...using, ChangeSetName: "idle" });
    expect(idle.StatusReason).toMatch(/didn't contain changes/);
    await deployed(home, { StackName: "moving-a", ChangeSetName: "move", TemplateBody: producer("two") });
    const { Changes } = await prepared(home, { ...using, ChangeSetName: "follow" });
    expect(
      Changes?.map(({ ResourceChange }) => [ResourceChange?.LogicalResourceId, ResourceChange?.Action]),
    ).toEqual([["T", "Modify"]]);
  });
});

suite("a parameter with a default and a condition", () => {
  const bound = (Default: string) =>
    JSON.stringify({
      Parameters: { PermissionsBoundary: { Type: "String", Default } },
      Conditions: { IsBound: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "PermissionsBoundary" }, ""] }] } },
      Resources: {
        Role: {
          Type: "AWS::IAM::Role",
          Properties: {
            AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] },
            PermissionsBoundary: {
              "Fn::If": ["IsBound", { Ref: "PermissionsBoundary" }, { Ref: "AWS::NoValue" }],
            },
          },
        },
      },
    });

  it("bounds a role, by its default or by a given value, and says so in a change set", async () => {
    const Capabilities = ["CAPABILITY_NAMED_IAM" as const];
    const arn = "arn:aws:iam::111122223333:policy/boundary";
    await deployed(home, { ...made("roles", bound("")), Capabilities });
    const next = { StackName: "roles", Capabilities };
    const byDefault = await prepared(home, { ...next, ChangeSetName: "default", TemplateBody: bound(arn) });
    expect(byDefault.Changes?.[0]?.ResourceChange).toMatchObject({
      LogicalResourceId: "Role",
      Replacement: "False",
    });
    const given = await prepared(home, {
      ...next,
      ChangeSetName: "given",
      TemplateBody: bound(""),
      Parameters: [{ ParameterKey: "PermissionsBoundary", ParameterValue: arn }],
    });
    expect(given.Changes?.[0]?.ResourceChange?.Details?.[0]).toMatchObject({
      ChangeSource: "ParameterReference",
      CausingEntity: "PermissionsBoundary",
    });
    const same = await prepared(home, { ...next, ChangeSetName: "same", TemplateBody: bound("") });
    expect(same.StatusReason).toMatch(/didn't contain changes/);
  });
});

suite("deletion protection", () => {
  const balancer = (isOn: boolean) => [
    { Key: "idle_timeout.timeout_seconds", Value: "60" },
    { Key: "deletion_protection.enabled", Value: String(isOn) },
  ];
  const KEYS = [{ AttributeName: "id", KeyType: "HASH" }];
  it.each([
    [
      "AWS::DynamoDB::Table",
      (isOn: boolean): object => ({ KeySchema: KEYS, DeletionProtectionEnabled: isOn }),
      "Disable deletion protection first",
    ],
    [
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      (isOn: boolean): object => ({ LoadBalancerAttributes: balancer(isOn) }),
      "deletion protection is enabled",
    ],
  ])("keeps an %s, and with it the stack, until it is switched off", async (type, properties, refusal) => {
    const template = (isOn: boolean) =>
      JSON.stringify({ Resources: { Kept: { Type: type, Properties: properties(isOn) } } });
    const name = `kept-${type.split("::").at(-1)}`;
    const { StackId: kept = "" } = await deployed(home, made(name, template(true)));
    const { StackId: freed = "" } = await deployed(home, made(`${name}-freed`, template(true)));
    await deployed(home, { ...made(`${name}-freed`, template(false)), ChangeSetType: "UPDATE" });
    for (const StackName of [kept, freed]) await home.send(new DeleteStackCommand({ StackName }));
    expect(await settled(home, freed)).toMatchObject({ StackStatus: "DELETE_COMPLETE" });
    expect(await settled(home, kept)).toMatchObject({ StackStatus: "DELETE_FAILED" });
    const told = (await allEvents(home, kept)).map((event) => event.ResourceStatusReason ?? "").join();
    expect(told).toContain(refusal);
  });
});
