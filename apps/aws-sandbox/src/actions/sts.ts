import { partitionOf } from "@greenroom/template";
import { refusals } from "../errors";
import { accessKeyIdFor } from "../protocol/credentials";
import { requiredText, text } from "../protocol/query";
import { assumedRoleArn, readRoleArn, writeSessionToken } from "../protocol/session-token";
import { randomMixed, randomUpper } from "../resources/random-id";
import type { Action } from "./call";

const SESSION_SECONDS = { least: 900, usual: 3600, most: 3600 };
const ROLE_ARN = "arn:(aws|aws-cn|aws-us-gov):iam::\\d{12}:role/.+";
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;

export const getCallerIdentity: Action = ({ accountId, callerArn }) => ({
  Arn: callerArn,
  UserId: "AIDASANDBOXSANDBOXSB",
  Account: accountId,
});

/** Credentials that belong to the role's account, so that their calls land there, whoever asked for them. */
export const assumeRole: Action = ({ sandbox, query, region, callerArn }) => {
  const roleArn = requiredText(query, "RoleArn");
  const sessionName = requiredText(query, "RoleSessionName");
  const externalId = text(query, "ExternalId");
  const role = readRoleArn(roleArn);
  if (!role) throw refusals.badName("roleArn", roleArn, ROLE_ARN);
  if (role.partition !== partitionOf(region)) throw refusals.otherPartition(roleArn);
  if (externalId !== undefined && !EXTERNAL_ID.test(externalId))
    throw refusals.badName("externalId", externalId, "[\\w+=,.@:\\/-]*");
  const seconds = Number(text(query, "DurationSeconds") ?? SESSION_SECONDS.usual);
  if (!(seconds >= SESSION_SECONDS.least)) throw refusals.shortSession(seconds, SESSION_SECONDS.least);
  if (seconds > SESSION_SECONDS.most) throw refusals.longSession();
  if (!sandbox.access.mayAssume(roleArn, externalId))
    throw refusals.notAuthorized(callerArn, "sts:AssumeRole", roleArn);
  const until = Math.floor(Date.now() / 1000 + seconds) * 1000;
  return {
    Credentials: {
      AccessKeyId: accessKeyIdFor(role.accountId),
      SecretAccessKey: randomMixed(40),
      SessionToken: writeSessionToken({ roleArn, sessionName, until }),
      Expiration: new Date(until).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROA${randomUpper(17)}:${sessionName}`,
      Arn: assumedRoleArn({ roleArn, sessionName }),
    },
  };
};
