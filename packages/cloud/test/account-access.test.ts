import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createCloudStacks } from "../src/cloudformation";
import type { CloudStacksOptions } from "../src/cloudformation/options";
import type { CloudStacks, StackTarget } from "../src/contract";
import { apply, approved } from "../testing/drive-stack";
import { startSandbox, type TestSandbox } from "../testing/start-sandbox";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.control("POST", "reset"));

const state = async () => (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as SandboxState;
interface SandboxState {
  stacks: { stackName: string; accountId: string }[];
  calls: Record<string, number>;
}
/** What was asked beside who somebody is. */
const effects = async () =>
  Object.keys((await state()).calls).filter((call) => !["AssumeRole", "GetCallerIdentity"].includes(call));

function connect(options: Partial<CloudStacksOptions> = {}): CloudStacks {
  const stacks = createCloudStacks({ mode: "sandbox", endpoint: sandbox.url, ...options });
  onTestFinished(() => stacks.close());
  return stacks;
}
const keysOf = (accountId: string) => async () => ({
  accessKeyId: `AKIA${accountId}TEST`,
  secretAccessKey: "x",
});
const ROLE = "arn:aws:iam::111122223333:role/greenroom-access";
const target: StackTarget = {
  accountId: "111122223333",
  region: "ap-northeast-2",
  stackName: "greenroom-a-data",
  access: { roleArn: ROLE, externalId: "known-to-both" },
};
const ownKeys: StackTarget = { ...target, access: { ...target.access, roleArn: null } };
const template = JSON.stringify({ Resources: { Q: { Type: "AWS::SQS::Queue" } } });
const idOf = (parts: { account?: string; region?: string; name?: string }) =>
  `arn:aws:cloudformation:${parts.region ?? target.region}:${parts.account ?? target.accountId}:stack/${parts.name ?? target.stackName}/12345678-aaaa-bbbb-cccc-1234567890ab`;

/** Every call there is, so that a new one is not forgotten. */
const CALLS: Record<
  Exclude<keyof CloudStacks, "settingsFor">,
  (stacks: CloudStacks, to: StackTarget) => Promise<unknown>
> = {
  proveAccount: (stacks, to) => stacks.proveAccount(to),
  findStack: (stacks, to) => stacks.findStack(to),
  createChangeSet: (stacks, to) =>
    stacks.createChangeSet(to, { name: "n", token: "t", kind: "CREATE", ...approved(stacks, to, template) }),
  findChangeSet: (stacks, to) => stacks.findChangeSet(to, "n"),
  executeChangeSet: (stacks, to) => stacks.executeChangeSet(to, "n", "t"),
  deleteChangeSet: (stacks, to) => stacks.deleteChangeSet(to, "n"),
  listEvents: (stacks, to) => stacks.listEvents(to, null),
  deleteStack: (stacks, to) => stacks.deleteStack(to, { token: "t", executionRoleArn: null }),
  cancelUpdate: (stacks, to) => stacks.cancelUpdate(to, "t"),
  listChangeSets: (stacks, to) => stacks.listChangeSets(to),
  continueRollback: (stacks, to) => stacks.continueRollback(to, { token: "t", executionRoleArn: null }),
  setTerminationProtection: (stacks, to) => stacks.setTerminationProtection(to, true),
};
const calls = Object.entries(CALLS);

describe("the account", () => {
  it("is the role's, whoever the worker is", async () => {
    const { stack } = await apply(connect({ ownKeys: keysOf("999999999999") }), target, "one", template);
    expect(stack.stackId).toContain(":111122223333:");
    expect((await state()).stacks).toMatchObject([{ accountId: "111122223333" }]);
  });

  it.each(calls)("is proved before %s: keys of another are refused with both numbers", async (_, call) => {
    const refused = call(connect({ ownKeys: keysOf("999999999999") }), ownKeys);
    await expect(refused).rejects.toMatchObject({
      code: "CLOUD_REFUSED",
      message: expect.stringMatching(/111122223333.*999999999999/),
      says: { values: { planned: "111122223333", actual: "999999999999" } },
    });
    expect(await effects()).toEqual([]);
  });

  it.each(calls)("is proved before %s: a role of another is refused with both numbers", async (_, call) => {
    const roleArn = "arn:aws:iam::444455556666:role/greenroom-access";
    const refused = call(connect(), { ...target, access: { ...target.access, roleArn } });
    await expect(refused).rejects.toMatchObject({
      says: { values: { planned: "111122223333", actual: "444455556666" } },
    });
    expect(await effects()).toEqual([]);
  });

  it("is the worker's own when nothing else is said and it is that one", async () => {
    const { stack } = await apply(connect({ ownKeys: keysOf("111122223333") }), ownKeys, "one", template);
    expect(stack.stackId).toContain(":111122223333:");
  });

  it("is not entered with another external id, and the refusal says by which role", async () => {
    await sandbox.control("POST", "roles", { roleArn: ROLE, externalId: "another" });
    await expect(connect().findStack(target)).rejects.toMatchObject({
      code: "CLOUD_REFUSED",
      says: { key: "cloud.notLetIn" },
      message: expect.stringContaining(`by the role ${ROLE}: User: `),
    });
    await sandbox.control("POST", "roles", { roleArn: ROLE, externalId: target.access.externalId });
    expect(await connect().findStack(target)).toBeNull();
  });

  it("of another partition is refused before anything is sent", async () => {
    for (const region of ["cn-north-1", "us-gov-west-1"]) {
      await expect(connect().findStack({ ...target, region })).rejects.toMatchObject({
        code: "CLOUD_REFUSED",
      });
      const roleArn = ROLE.replace("arn:aws:", region.startsWith("cn-") ? "arn:aws-cn:" : "arn:aws-us-gov:");
      const there = { ...target, region, access: { ...target.access, roleArn } };
      expect(await connect().findStack(there)).toBeNull();
    }
  });
});

describe("a session", () => {
  it("is opened once for many calls at once, kept, and renewed before it ends", async () => {
    const clock = { now: Date.now() };
    const stacks = connect({ now: () => clock.now });
    const ask = () => Promise.all(Array.from({ length: 12 }, () => stacks.proveAccount(target)));
    await ask();
    clock.now += 49 * 60_000;
    await ask();
    expect((await state()).calls).toMatchObject({ AssumeRole: 1, GetCallerIdentity: 1 });
    clock.now += 2 * 60_000;
    await ask();
    expect((await state()).calls).toMatchObject({ AssumeRole: 2, GetCallerIdentity: 2 });
  });

  it("outlives an STS that is away, until it ends", async () => {
    const clock = { now: Date.now() };
    const stacks = connect({ now: () => clock.now });
    await stacks.proveAccount(target);
    await sandbox.control("POST", "denials", { action: "AssumeRole" });
    clock.now += 55 * 60_000;
    await stacks.proveAccount(target);
    clock.now += 6 * 60_000;
    await expect(stacks.proveAccount(target)).rejects.toMatchObject({ says: { key: "cloud.notLetIn" } });
  });

  it("is never another account's or another way in's, however they take turns", async () => {
    const stacks = connect();
    const places = ["111122223333", "444455556666", "777788889999"].map((accountId) => ({
      ...target,
      accountId,
      access: { ...target.access, roleArn: ROLE.replace("111122223333", accountId) },
    }));
    const built = await Promise.all(
      [0, 1, 2, 0, 2, 1].map((which, turn) => {
        const place = { ...places[which]!, stackName: `greenroom-${turn}-data` };
        return apply(stacks, place, `turn-${turn}`, template).then(
          ({ stack }) => [place.accountId, stack.stackId] as const,
        );
      }),
    );
    for (const [accountId, stackId] of built) expect(stackId).toContain(`:${accountId}:`);
    expect((await state()).calls.AssumeRole).toBe(3);
    const changed = { ...target, access: { ...target.access, roleArn: `${ROLE}-of-next-year` } };
    await stacks.findStack(changed);
    expect((await state()).calls.AssumeRole).toBe(4);
  });
});

describe("a stack's id", () => {
  const strange = Object.entries({
    account: idOf({ account: "999999999999" }),
    region: idOf({ region: "us-east-1" }),
    name: idOf({ name: "greenroom-other-data" }),
  });

  it.each(strange)("of another %s, written down before, is not sent", async (what, stackId) => {
    const stacks = connect();
    for (const [name, call] of calls.filter(([name]) => name !== "proveAccount")) {
      const refused = call(stacks, { ...target, stackId });
      await expect(refused, name).rejects.toMatchObject({
        code: "CLOUD_REFUSED",
        message: expect.stringContaining(what === "account" ? "999999999999" : stackId),
      });
    }
    expect(await effects()).toEqual([]);
  });

  it.each(strange)("of another %s in an answer is not believed", async (_, stackId) => {
    const answers: Record<string, string> = {
      DescribeStacks: `<Stacks><member><StackId>${stackId}</StackId><StackStatus>CREATE_COMPLETE</StackStatus></member></Stacks>`,
      CreateChangeSet: `<Id>x</Id><StackId>${stackId}</StackId>`,
      DescribeChangeSet: `<ChangeSetId>x</ChangeSetId><StackId>${stackId}</StackId><Status>CREATE_COMPLETE</Status>`,
      DescribeStackEvents: `<StackEvents><member><EventId>e</EventId><StackId>${stackId}</StackId><Timestamp>2026-01-01T00:00:00Z</Timestamp><LogicalResourceId>l</LogicalResourceId><ResourceType>t</ResourceType><ResourceStatus>s</ResourceStatus></member></StackEvents>`,
    };
    const endpoint = await startLiar(answers);
    const stacks = connect({ mode: "endpoint", endpoint, ownKeys: keysOf("111122223333") });
    for (const name of ["findStack", "createChangeSet", "findChangeSet", "listEvents"] as const) {
      await expect(CALLS[name](stacks, ownKeys), name).rejects.toMatchObject({ code: "CLOUD_REFUSED" });
    }
  });
});

describe("what is sent", () => {
  const stacks = () => connect({ executionRoleArn: "arn:{partition}:iam::{accountId}:role/cfn" });
  const tampered: [string, (input: ReturnType<typeof approved>) => void][] = [
    ["the template", (input) => (input.template += " ")],
    ["a tag", ({ settings }) => Object.assign(settings.tags, { "greenroom:team": "another" })],
    ["a capability", ({ settings }) => settings.capabilities.push("CAPABILITY_AUTO_EXPAND")],
    ["the role", ({ settings }) => (settings.executionRoleArn = "arn:aws:iam::111122223333:role/admin")],
    ["no role", ({ settings }) => (settings.executionRoleArn = null)],
    ["what is taken over", ({ settings }) => (settings.importExisting = true)],
  ];

  it.each(tampered)("is hashed as it is sent: %s that was not approved is not sent", async (_, tamper) => {
    const cloud = stacks();
    const input = approved(cloud, target, template);
    expect(input.settings.executionRoleArn).toBe("arn:aws:iam::111122223333:role/cfn");
    tamper(input);
    const sent = cloud.createChangeSet(target, { name: "n", token: "t", kind: "CREATE", ...input });
    await expect(sent).rejects.toMatchObject({ code: "DIGEST_MISMATCH" });
    expect(await effects()).toEqual([]);
  });

  it.each([
    ["account", { accountId: "444455556666" }],
    ["region", { region: "us-east-1" }],
    ["stack", { stackName: "greenroom-b-data" }],
  ])("was approved for one %s only", async (_, other) => {
    const cloud = stacks();
    const input = approved(cloud, target, template);
    const sent = cloud.createChangeSet(
      { ...target, ...other },
      { name: "n", token: "t", kind: "CREATE", ...input },
    );
    await expect(sent).rejects.toMatchObject({ code: "DIGEST_MISMATCH" });
    expect(await effects()).toEqual([]);
  });

  it("has no execution role of another account", () => {
    const cloud = connect({ executionRoleArn: "arn:aws:iam::999999999999:role/cfn" });
    expect(() => cloud.settingsFor(target)).toThrow(/111122223333.*999999999999/);
    expect(stacks().settingsFor({ accountId: "111122223333", region: "cn-north-1" })).toMatchObject({
      executionRoleArn: "arn:aws-cn:iam::111122223333:role/cfn",
    });
  });
});

/** An AWS that says who one is, and for the rest whatever it is told to. */
async function startLiar(answers: Record<string, string>): Promise<string> {
  const listener: RequestListener = async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const action = new URLSearchParams(body).get("Action") ?? "";
    const identity = "<Account>111122223333</Account><Arn>arn:aws:iam::111122223333:user/x</Arn>";
    const result = action === "GetCallerIdentity" ? identity : (answers[action] ?? "");
    response
      .writeHead(200, { "content-type": "text/xml" })
      .end(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
