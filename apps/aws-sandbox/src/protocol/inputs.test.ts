import { setImmediate as turn } from "node:timers/promises";
import * as cloudFormation from "@aws-sdk/client-cloudformation";
import * as sts from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions } from "../actions";
import { createSandbox } from "../create-sandbox";
import type { Sandbox } from "../sandbox";
import { INPUTS, refuseInputs, type Treatment } from "./inputs";
import { parseQuery, type Query } from "./query";

type Schema = [kind: number, namespace: string, name: string, traits: unknown, ...rest: unknown[]];
const table = INPUTS as Record<string, Record<string, Treatment>>;
const names = Object.keys(table);
const model = { ...cloudFormation, ...sts } as unknown as Record<string, Schema>;

/** The members of a structure in the SDK's model, those of its lists and structures after a dot. */
function membersOf(lazy: unknown): string[] {
  const schema = (typeof lazy === "function" ? lazy() : lazy) as Schema;
  if (!Array.isArray(schema)) return [];
  const [first] = schema;
  if (Array.isArray(first) || typeof first === "function") return membersOf(first);
  const [LIST, STRUCTURE] = [1, 3];
  if (first === LIST) return membersOf(schema[4]);
  if (first !== STRUCTURE) return [];
  const [members, types] = schema.slice(4) as [string[], unknown[]];
  return members.flatMap((member, index) => [
    member,
    ...membersOf(types[index]).map((inner) => `${member}.${inner}`),
  ]);
}

describe("every input of every action", () => {
  it("belongs to an action that is answered, and every answered action is in the table", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(actions).sort());
  });

  it.each(names)(
    "of %s in the SDK's model is handled, refused or ignored, and there are no others",
    (name) => {
      const operation = (model as unknown as Record<string, Schema>)[`${name}$`];
      expect(Object.keys(table[name] ?? {}).sort()).toEqual(membersOf(operation?.[4]).sort());
    },
  );

  it("that is refused is refused with its reason, and so is one that nobody knows", () => {
    for (const name of names) {
      for (const [input, treatment] of Object.entries(table[name] ?? {})) {
        const act = () => refuseInputs(name, { Action: name, [input]: "x" });
        if (typeof treatment === "object" && "refused" in treatment) expect(act).toThrow(treatment.refused);
        else expect(act).not.toThrow();
      }
      expect(() => refuseInputs(name, { Colour: "red" })).toThrow(`no input Colour of ${name}`);
    }
  });
});

/** A request that notes what is read of it. */
function watched(query: Query, read: Set<string>, path = ""): Query {
  return new Proxy(query, {
    get(target, key) {
      const value = target[String(key)];
      const isPlace = key === "member" || /^\d+$/.test(String(key));
      const name = isPlace ? path : `${path}${path && "."}${String(key)}`;
      if (!isPlace) read.add(name);
      return typeof value === "object" ? watched(value, read, name) : value;
    },
  });
}

describe("every handled input", () => {
  const stop = new AbortController();
  const read = new Map<string, Set<string>>();
  let sandbox: Sandbox;

  const send = (name: string, body: string) => {
    const seen = read.get(name) ?? new Set<string>();
    read.set(name, seen);
    const query = watched(parseQuery(body), seen);
    actions[name]?.({ sandbox, query, accountId: "111122223333", callerArn: "", region: "eu-west-1" });
  };
  /** Until nothing changes any more: what waits for a signal waits on. */
  const settle = async () => {
    for (let turns = 0; turns < 100; turns++) await turn();
  };
  const template = (Resources: object, more: object = {}) =>
    `TemplateBody=${encodeURIComponent(JSON.stringify({ Parameters: { P: { Type: "String" } }, Resources, ...more }))}`;
  const topic = { T: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "P" } } } };
  const exported = { Outputs: { O: { Value: "v", Export: { Name: "shared" } } } };
  const lists = (value: string) =>
    `Parameters.member.1.ParameterKey=P&Parameters.member.1.ParameterValue=${value}&Tags.member.1.Key=k&Tags.member.1.Value=v&DeploymentConfig.Mode=STANDARD`;

  beforeAll(async () => {
    sandbox = await createSandbox({ durations: 0.01, shutdown: stop.signal });
    sandbox.durations.rules.push({ milliseconds: 0 });
    const policy = { ResourceSignal: { Timeout: "PT12H" } };
    const waiting = { T: { ...topic.T, Type: "AWS::EC2::Instance", Properties: {}, CreationPolicy: policy } };
    send("GetCallerIdentity", "");
    send("AssumeRole", "RoleArn=arn:aws:iam::111122223333:role/r&RoleSessionName=s");
    send("CreateStack", `StackName=a&${template(topic, exported)}&${lists("1")}`);
    send("CreateStack", `StackName=waiting&${template(waiting)}&${lists("1")}`);
    await settle();
    send("SignalResource", "StackName=waiting&LogicalResourceId=T&UniqueId=i-1&Status=SUCCESS");
    const importing = { T: { ...topic.T, Properties: { DisplayName: { "Fn::ImportValue": "shared" } } } };
    send("CreateStack", `StackName=b&${template(importing)}&${lists("1")}`);
    await settle();
    for (const name of ["DescribeStacks", "DescribeStackEvents", "ListStackResources", "ListChangeSets"]) {
      send(name, "StackName=a");
    }
    send("DescribeStacks", "");
    send("DescribeStackResource", "StackName=a&LogicalResourceId=T");
    send("DescribeStackResources", "StackName=a");
    send("ListStacks", "");
    send("ListExports", "");
    send("ListImports", "ExportName=shared");
    send("GetTemplate", "StackName=a");
    send("GetTemplateSummary", "StackName=a");
    const lenient = "TemplateSummaryConfig.TreatUnrecognizedResourceTypesAsWarnings=true";
    send("GetTemplateSummary", `${template(topic)}&${lenient}`);
    send("ValidateTemplate", template(topic));
    send("UpdateStack", `StackName=a&${template(topic, exported)}&${lists("2")}`);
    send("CancelUpdateStack", "StackName=a");
    await settle();
    send("CreateChangeSet", `StackName=a&ChangeSetName=c&${template(topic, exported)}&${lists("3")}`);
    while ([...sandbox.store.changeSets.values()].at(-1)?.status === "CREATE_PENDING") await turn();
    send("DescribeChangeSet", "StackName=a&ChangeSetName=c");
    send("ExecuteChangeSet", "StackName=a&ChangeSetName=c");
    await settle();
    sandbox.faults.add({ phase: "update", message: "No.", times: 2 });
    send("UpdateStack", `StackName=a&${template(topic, exported)}&${lists("4")}`);
    await settle();
    send("ContinueUpdateRollback", "StackName=a");
    await settle();
    send("DeleteChangeSet", "StackName=a&ChangeSetName=none");
    send("DetectStackResourceDrift", "StackName=a&LogicalResourceId=T");
    send("DetectStackDrift", "StackName=a");
    const [detection] = sandbox.store.detections.keys();
    send("DescribeStackDriftDetectionStatus", `StackDriftDetectionId=${detection}`);
    send("DescribeStackResourceDrifts", "StackName=a");
    send("UpdateTerminationProtection", "StackName=b&EnableTerminationProtection=false");
    send("DeleteStack", "StackName=b&DeploymentConfig.Mode=STANDARD");
    await settle();
  }, 60_000);
  afterAll(() => stop.abort());

  it.each(names)("of %s, and no other, is read by it", (name) => {
    const handled = Object.entries(table[name] ?? {}).flatMap(([input, how]) =>
      how === "handled" ? [input] : [],
    );
    const others = Object.keys(table[name] ?? {}).filter((input) => !handled.includes(input));
    expect(handled.filter((input) => !read.get(name)?.has(input))).toEqual([]);
    expect(others.filter((input) => read.get(name)?.has(input))).toEqual([]);
  });
});
