import { randomUUID } from "node:crypto";
import {
  CancelUpdateStackCommand,
  CloudFormationClient,
  ContinueUpdateRollbackCommand,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackEventsCommand,
  DescribeStackResourceDriftsCommand,
  DescribeStacksCommand,
  DetectStackDriftCommand,
  ExecuteChangeSetCommand,
  ListChangeSetsCommand,
  UpdateTerminationProtectionCommand,
} from "@aws-sdk/client-cloudformation";
import { fromUnknown, isAppError } from "@greenroom/errors";
import { awsMessageOf, mapError } from "../cloudformation/map-error";
import type { CloudStacksOptions } from "../cloudformation/options";
import type { AccountCall, AccountTester, TestedAccount } from "../contract";
import { fillPlace } from "./aws-partition";
import { type AccountSessions, createAccountSessions } from "./create-account-sessions";

/**
 * What AWS calls a refusal by policy; whatever else it says of a stack that is not there came after it had
 * let the call in.
 */
const DENIED = /^(AccessDenied(Exception)?|UnauthorizedOperation|NotAuthorized)$/;
/** The region is not enabled in the account, so that its endpoint knows none of the credentials. */
const NOT_ENABLED =
  /^(UnrecognizedClientException|InvalidClientTokenId|OptInRequired|SubscriptionRequiredException)$/;
const PATIENCE = {
  retryMode: "standard",
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 6_000, throwOnRequestTimeout: true },
} as const;
const TEMPLATE = JSON.stringify({
  Resources: { None: { Type: "AWS::CloudFormation::WaitConditionHandle" } },
});

/**
 * Every call of CloudFormation that Greenroom makes, about a stack that is not there: IAM decides before
 * CloudFormation looks, so each is refused or found to have nothing to do, and none changes anything. The
 * name begins like those of real stacks, as policies go by it.
 */
export const PROBES = {
  DescribeStacks: (StackName: string) => new DescribeStacksCommand({ StackName }),
  DescribeStackEvents: (StackName: string) => new DescribeStackEventsCommand({ StackName }),
  CreateChangeSet: (StackName: string, RoleARN?: string) =>
    new CreateChangeSetCommand({
      StackName,
      RoleARN,
      ChangeSetName: StackName,
      ChangeSetType: "UPDATE",
      TemplateBody: TEMPLATE,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    }),
  DescribeChangeSet: (StackName: string) =>
    new DescribeChangeSetCommand({ StackName, ChangeSetName: StackName }),
  ExecuteChangeSet: (StackName: string) =>
    new ExecuteChangeSetCommand({ StackName, ChangeSetName: StackName }),
  DeleteChangeSet: (StackName: string) => new DeleteChangeSetCommand({ StackName, ChangeSetName: StackName }),
  UpdateTerminationProtection: (StackName: string) =>
    new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: true }),
  ListChangeSets: (StackName: string) => new ListChangeSetsCommand({ StackName }),
  DetectStackDrift: (StackName: string) => new DetectStackDriftCommand({ StackName }),
  DescribeStackDriftDetectionStatus: (StackDriftDetectionId: string) =>
    new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }),
  DescribeStackResourceDrifts: (StackName: string) => new DescribeStackResourceDriftsCommand({ StackName }),
  CancelUpdateStack: (StackName: string) => new CancelUpdateStackCommand({ StackName }),
  ContinueUpdateRollback: (StackName: string, RoleARN?: string) =>
    new ContinueUpdateRollbackCommand({ StackName, RoleARN }),
  DeleteStack: (StackName: string, RoleARN?: string) => new DeleteStackCommand({ StackName, RoleARN }),
} as const;

type Options = Pick<CloudStacksOptions, "mode" | "endpoint" | "executionRoleArn" | "ownKeys">;

/**
 * Tests the way into an account: who the worker is, whether the role lets it in, whose account that is, and
 * every call in every region. Nothing is kept from one test to the next, and nothing is thrown: what went
 * wrong is in the answer.
 */
export function createAccountTester({ mode, endpoint, executionRoleArn, ownKeys }: Options): AccountTester {
  const at = mode === "aws" ? undefined : endpoint;
  return {
    async test(account) {
      const sessions = createAccountSessions({
        endpoint: at,
        ownKeys: ownKeys ?? (mode === "aws" ? "chain" : "made-up"),
      });
      try {
        const region = account.regions[0] ?? "us-east-1";
        const own = await ownIdentity(sessions, region);
        if (own.arn === null) return { workerArn: null, calls: own.calls };
        const calls = await enter(sessions, account, region);
        if (calls.every(({ outcome }) => outcome === "OK")) {
          for (const where of account.regions)
            calls.push(...(await probe(sessions, account, where, at, executionRoleArn)));
        }
        return { workerArn: own.arn, calls };
      } finally {
        sessions.close();
      }
    },
  };
}

async function ownIdentity(sessions: AccountSessions, region: string) {
  try {
    return { arn: await sessions.ownArn(region), calls: [] };
  } catch (error) {
    return { arn: null, calls: [refusal("GetCallerIdentity", region, error, "OWN_KEYS")] };
  }
}

async function enter(
  sessions: AccountSessions,
  account: TestedAccount,
  region: string,
): Promise<AccountCall[]> {
  const { accountId, roleArn, externalId } = account;
  const ok = (call: string): AccountCall => ({ call, region, outcome: "OK", says: null, remedy: null });
  const entered = roleArn === null ? [] : [ok("AssumeRole")];
  try {
    await sessions.keysFor({ accountId, region, access: { roleArn, externalId } })();
    return [...entered, ok("GetCallerIdentity")];
  } catch (error) {
    if (fromUnknown(error).says.key === "cloud.wrongAccount")
      return [...entered, refusal("GetCallerIdentity", region, error, "OTHER_ACCOUNT")];
    const call = roleArn === null ? "GetCallerIdentity" : "AssumeRole";
    return [refusal(call, region, error, roleArn === null ? "OWN_KEYS" : "TRUST")];
  }
}

async function probe(
  sessions: AccountSessions,
  { accountId, roleArn, externalId }: TestedAccount,
  region: string,
  endpoint: string | undefined,
  executionRole: string | undefined,
): Promise<AccountCall[]> {
  const credentials = sessions.keysFor({ accountId, region, access: { roleArn, externalId } });
  const client = new CloudFormationClient({ region, endpoint, credentials, ...PATIENCE });
  const name = `greenroom-connection-test-${randomUUID().slice(0, 8)}`;
  const role = executionRole && fillPlace(executionRole, { accountId, region });
  const calls: AccountCall[] = [];
  try {
    for (const [call, command] of Object.entries(PROBES)) {
      const answer = await client.send(command(name, role) as DescribeStacksCommand).then(
        () => null,
        (error: unknown) => error,
      );
      calls.push(judge(call, region, answer));
    }
    return calls;
  } finally {
    client.destroy();
  }
}

function judge(call: string, region: string, error: unknown): AccountCall {
  const awsCode = error instanceof Error ? error.name : "";
  if (DENIED.test(awsCode)) {
    const isRole = error instanceof Error && error.message.includes("iam:PassRole");
    return refusal(call, region, error, isRole ? "PASS_ROLE" : "POLICY");
  }
  if (NOT_ENABLED.test(awsCode)) return refusal(call, region, error, "REGION");
  const isAway = error !== null && mapError(error, call).isRetryable;
  if (isAway) return refusal(call, region, error, "POLICY");
  return { call, region, outcome: "OK", says: null, remedy: null };
}

/** @param remedy for when AWS said no; an AWS that is away is to be asked again */
function refusal(call: string, region: string, error: unknown, remedy: AccountCall["remedy"]): AccountCall {
  const mapped = isAppError(error) ? error : mapError(error, call);
  const says = awsMessageOf(mapped).slice(0, 1000);
  if (mapped.isRetryable) return { call, region, outcome: "AWAY", says, remedy: "LATER" };
  return { call, region, outcome: "REFUSED", says, remedy };
}
