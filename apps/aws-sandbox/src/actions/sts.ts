import { partitionOf } from "@greenroom/template";
import { refusals } from "../errors";
import { accessKeyIdFor } from "../protocol/credentials";
import { requiredText, text } from "../protocol/query";
import { randomMixed, randomUpper } from "../resources/random-id";
import type { Action } from "./call";

const DEFAULT_SESSION_SECONDS = 3600;

export const getCallerIdentity: Action = ({ accountId, region }) => ({
  Arn: `arn:${partitionOf(region)}:iam::${accountId}:user/sandbox`,
  UserId: "AIDASANDBOXSANDBOXSB",
  Account: accountId,
});

/** Credentials whose access key id names the account of the role, so that its calls land in that account. */
export const assumeRole: Action = ({ query, region }) => {
  const roleArn = requiredText(query, "RoleArn");
  const sessionName = requiredText(query, "RoleSessionName");
  const [, accountId = "", roleName = ""] =
    /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  if (!accountId) {
    throw refusals.badName("roleArn", roleArn, "arn:(aws|aws-cn|aws-us-gov):iam::\\d{12}:role/.+");
  }
  const seconds = Number(text(query, "DurationSeconds") ?? DEFAULT_SESSION_SECONDS);
  return {
    Credentials: {
      AccessKeyId: accessKeyIdFor(accountId),
      SecretAccessKey: randomMixed(40),
      SessionToken: randomMixed(200),
      Expiration: new Date(Date.now() + seconds * 1000).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROA${randomUpper(17)}:${sessionName}`,
      Arn: `arn:${partitionOf(region)}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    },
  };
};
