import { partitionOf } from "@greenroom/template";
import { readArn, wrongAccount, wrongStack } from "../account-access";
import type { StackTarget } from "../contract";

/**
 * A stack's id, which is an ARN, must be of the account, region and name that were planned: whether AWS
 * answered with it or it was written down before.
 * @throws CLOUD_REFUSED; with both numbers when it is of another account
 */
export function assertOwnStack({ accountId, region, stackName }: StackTarget, stackId: string): void {
  const arn = readArn(stackId);
  if (arn !== null && arn.accountId !== accountId) throw wrongAccount(accountId, arn.accountId, stackId);
  const isSame =
    arn?.service === "cloudformation" &&
    arn.partition === partitionOf(region) &&
    arn.region === region &&
    arn.resource.startsWith(`stack/${stackName}/`);
  if (!isSame) throw wrongStack(stackId, stackName, region);
}
