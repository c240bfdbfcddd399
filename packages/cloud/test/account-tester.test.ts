import { readdirSync, readFileSync } from "node:fs";
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { parseTemplate } from "@greenroom/template";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createAccountTester } from "../src/account-access";
import { PROBES } from "../src/account-access/create-account-tester";
import { until } from "../testing/drive-stack";
import { startSandbox, type TestSandbox } from "../testing/start-sandbox";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ACCOUNT = {
  accountId: "111122223333",
  roleArn: "arn:aws:iam::111122223333:role/greenroom-access",
  externalId: "known-to-both",
  regions: ["ap-northeast-2", "us-east-1"],
};
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.control("POST", "reset"));

const own = async () => ({ accessKeyId: "AKIA999999999999TEST", secretAccessKey: "x" });
const test = (account: Partial<typeof ACCOUNT> | { roleArn: null } = {}) =>
  createAccountTester({
    mode: "sandbox",
    endpoint: sandbox.url,
    ownKeys: own,
    executionRoleArn: "arn:aws:iam::{accountId}:role/cfn",
  }).test({ ...ACCOUNT, ...account });
const refused = async (...args: Parameters<typeof test>) =>
  (await test(...args)).calls.filter(({ outcome }) => outcome !== "OK");
const callsMade = async () => {
  const state = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as {
    calls: Record<string, number>;
    stacks: unknown[];
  };
  return state;
};

describe("a test of an account", () => {
  it("makes every call in every region, changes nothing, and says who the worker is", async () => {
    const { workerArn, calls } = await test();
    expect(workerArn).toBe("arn:aws:iam::999999999999:user/sandbox");
    expect(calls.filter(({ outcome }) => outcome !== "OK")).toEqual([]);
    const made = ["AssumeRole", "GetCallerIdentity", ...Object.keys(PROBES), ...Object.keys(PROBES)];
    expect(calls.map(({ call }) => call)).toEqual(made);
    const { stacks, calls: counted } = await callsMade();
    expect(stacks).toEqual([]);
    expect(counted).toMatchObject({ AssumeRole: 1, DeleteStack: 2 });
  });

  it("says that the role does not trust the worker, and asks nothing more", async () => {
    await sandbox.control("POST", "roles", { roleArn: ACCOUNT.roleArn, externalId: "another" });
    expect(await refused()).toMatchObject([
      {
        call: "AssumeRole",
        outcome: "REFUSED",
        remedy: "TRUST",
        says: expect.stringContaining("sts:AssumeRole"),
      },
    ]);
    expect((await callsMade()).calls).not.toHaveProperty("DescribeStacks");
  });

  it("says whose the credentials are when they are of another account", async () => {
    expect(await refused({ roleArn: null })).toMatchObject([
      {
        call: "GetCallerIdentity",
        outcome: "REFUSED",
        remedy: "OTHER_ACCOUNT",
        says: expect.stringMatching(/111122223333.*999999999999/),
      },
    ]);
  });

  it.each(Object.keys(PROBES))("says that %s is refused, where it is", async (action) => {
    await sandbox.control("POST", "denials", { action, region: "us-east-1" });
    expect(await refused()).toMatchObject([
      {
        call: action,
        region: "us-east-1",
        remedy: "POLICY",
        says: expect.stringContaining(`cloudformation:${action}`),
      },
    ]);
  });

  it("says that AWS is away, without blaming the account", async () => {
    const away = createAccountTester({ mode: "endpoint", endpoint: "http://127.0.0.1:9", ownKeys: own });
    const { calls } = await away.test(ACCOUNT);
    expect(calls).toMatchObject([{ outcome: "AWAY", remedy: "LATER" }]);
  });
});

describe("the role to deploy", () => {
  const text = readFileSync(new URL("../../../docs/greenroom-access.yaml", import.meta.url), "utf8");
  const folder = new URL("../src/cloudformation/", import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const sent = sources.flatMap((source) =>
    [...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name as string),
  );

  it("may make every call that is made, which the test of a connection makes too, and no other", () => {
    const allowed = [...text.matchAll(/cloudformation:(\w+)\n/g)].map(([, name]) => name as string);
    expect([...new Set(sent)].sort()).toEqual(Object.keys(PROBES).sort());
    // AWS asks for these two beside the calls that need them: tags of a new stack, and each resource of a
    // detection.
    const beside = ["TagResource", "DetectStackResourceDrift"];
    expect(allowed.filter((name) => !beside.includes(name)).sort()).toEqual([...new Set(sent)].sort());
  });

  it("is accepted, and asks for the external id", async () => {
    expect(() => parseTemplate(text)).not.toThrow();
    const client = new CloudFormationClient({
      endpoint: sandbox.url,
      region: "ap-northeast-2",
      credentials: { accessKeyId: "AKIA111122223333TEST", secretAccessKey: "x" },
    });
    const parameters = { WorkerArn: "arn:aws:iam::999999999999:role/worker", ExternalId: "f".repeat(64) };
    await client.send(
      new CreateStackCommand({
        StackName: "access-for-greenroom",
        TemplateBody: text,
        Capabilities: ["CAPABILITY_NAMED_IAM"],
        Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
      }),
    );
    const describe = () => client.send(new DescribeStacksCommand({ StackName: "access-for-greenroom" }));
    const { Stacks } = await until(
      describe,
      (answer) => !answer.Stacks?.[0]?.StackStatus?.endsWith("_IN_PROGRESS"),
    );
    expect(Stacks?.[0]?.StackStatus).toBe("CREATE_COMPLETE");
    expect(Stacks?.[0]?.Outputs).toContainEqual(
      expect.objectContaining({ OutputValue: "arn:aws:iam::111122223333:role/greenroom-access" }),
    );
    const state = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as {
      stacks: { resources: { logicalId: string; live: { AssumeRolePolicyDocument: unknown } }[] }[];
    };
    const role = state.stacks[0]?.resources.find(({ logicalId }) => logicalId === "AccessRole");
    expect(role?.live.AssumeRolePolicyDocument).toMatchObject({
      Statement: [
        {
          Principal: { AWS: parameters.WorkerArn },
          Condition: { StringEquals: { "sts:ExternalId": parameters.ExternalId } },
        },
      ],
    });
    client.destroy();
  });
});
