import { DeleteStackCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readSessionToken, writeSessionToken } from "../src/protocol/session-token";
import { clientFor } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const ROLE = "arn:aws:iam::111122223333:role/team/greenroom-access";
const { control, url } = await openSandbox();
beforeEach(() => control("reset"));

const OWN = { accessKeyId: "AKIA999999999999WORK", secretAccessKey: "none" };
const sts = (credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } = OWN) =>
  new STSClient({ endpoint: url, region: "ap-northeast-2", credentials, maxAttempts: 1 });
interface Session {
  AccessKeyId: string;
  SecretAccessKey: string;
  SessionToken: string;
  Expiration: Date;
}
const assume = async (input: Partial<AssumeRoleCommandInput> = {}): Promise<Session> => {
  const command = new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: "worker", ...input });
  return (await sts().send(command)).Credentials as Session;
};
const keysOf = ({ AccessKeyId, SecretAccessKey, SessionToken }: Session) => ({
  accessKeyId: AccessKeyId,
  secretAccessKey: SecretAccessKey,
  sessionToken: SessionToken,
});

describe("a role", () => {
  it("gives credentials of its own account, whoever asks, and they say so", async () => {
    const credentials = keysOf(await assume());
    expect(await sts().send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: "999999999999",
      Arn: "arn:aws:iam::999999999999:user/sandbox",
    });
    expect(await sts(credentials).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: "111122223333",
      Arn: "arn:aws:sts::111122223333:assumed-role/greenroom-access/worker",
    });
  });

  it.each<[string, Partial<AssumeRoleCommandInput>]>([
    ["another external id", { ExternalId: "guessed" }],
    ["none", {}],
    ["another role of the account", { RoleArn: `${ROLE}2`, ExternalId: "told-before" }],
  ])("that was set up is not assumed with %s", async (_, input) => {
    await control("roles", { roleArn: ROLE, externalId: "told-before" });
    await expect(assume(input)).rejects.toMatchObject({
      name: "AccessDenied",
      message: `User: arn:aws:iam::999999999999:user/sandbox is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn ?? ROLE}`,
      $metadata: { httpStatusCode: 403 },
    });
    expect((await assume({ ExternalId: "told-before" })).AccessKeyId).toContain("111122223333");
    expect((await assume({ RoleArn: ROLE.replace("111122223333", "444455556666") })).AccessKeyId).toContain(
      "444455556666",
    );
  });

  it.each([
    [{ RoleArn: "arn:aws:iam::111122223333:user/x" }, "roleArn"],
    [{ RoleArn: ROLE.replace("arn:aws:", "arn:aws-cn:") }, "is invalid"],
    [{ DurationSeconds: 60 }, "durationSeconds"],
    [{ DurationSeconds: 7200 }, "MaxSessionDuration"],
    [{ ExternalId: "a b" }, "externalId"],
  ])("is refused for %j", async (input, says) => {
    await expect(assume(input)).rejects.toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining(says),
    });
  });
});

describe("a session", () => {
  it("is known until it ends, and to the account of its key only", async () => {
    const credentials = await assume({ DurationSeconds: 900 });
    const session = readSessionToken(credentials.SessionToken)!;
    expect(session.until).toBe(credentials.Expiration.getTime());
    const whoWith = (token: string, accessKeyId = credentials.AccessKeyId) =>
      sts({ ...keysOf(credentials), accessKeyId, sessionToken: token }).send(
        new GetCallerIdentityCommand({}),
      );
    await expect(whoWith(writeSessionToken({ ...session, until: Date.now() - 1 }))).rejects.toMatchObject({
      name: expect.stringMatching(/^ExpiredToken/),
    });
    await expect(whoWith(credentials.SessionToken, "ASIA444455556666SBOX")).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
  });

  it("may not do what a test denies its account, and is told which call that was", async () => {
    const denial = { action: "DeleteStack", accountId: "111122223333" };
    await control("denials", denial);
    const { accessKeyId, sessionToken } = keysOf(await assume());
    const there = clientFor(url, "ap-northeast-2", accessKeyId);
    vi.spyOn(there.config, "credentials").mockResolvedValue({ ...OWN, accessKeyId, sessionToken });
    await expect(there.send(new DeleteStackCommand({ StackName: "x" }))).rejects.toMatchObject({
      name: "AccessDenied",
      message:
        "User: arn:aws:sts::111122223333:assumed-role/greenroom-access/worker is not authorized to perform: cloudformation:DeleteStack on resource: arn:aws:cloudformation:ap-northeast-2:111122223333:stack/x/*",
    });
    await expect(there.send(new DescribeStacksCommand({ StackName: "x" }))).rejects.toThrow("does not exist");
    const elsewhere = clientFor(url, "ap-northeast-2", "AKIA444455556666SBOX");
    await elsewhere.send(new DeleteStackCommand({ StackName: "x" }));
  });
});
