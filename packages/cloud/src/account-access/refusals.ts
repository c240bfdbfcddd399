import { AppError } from "@greenroom/errors";
import { mapError } from "../cloudformation/map-error";
import type { AccountAccess } from "../contract";

/** The credentials, or something that was named, belong to another account than the one that was planned for. */
export function wrongAccount(planned: string, actual: string, whose: string): AppError {
  return new AppError({
    code: "CLOUD_REFUSED",
    messageKey: "cloud.wrongAccount",
    userMessage: `This is for the AWS account ${planned}, and ${whose} is of the account ${actual}. Nothing was sent. A platform engineer has to correct the account's way in under Settings and test it; then retry.`,
    details: { planned, actual, whose },
  });
}

/** Another stack answers, or was written down, than the one that was planned. */
export function strangeStack(stackId: string, stackName: string, region: string): AppError {
  return new AppError({
    code: "CLOUD_REFUSED",
    messageKey: "cloud.strangeStack",
    userMessage: `This is for the stack ${stackName} in ${region}, and ${stackId} is another. Nothing was sent to it. A platform engineer has to find out where that id comes from.`,
    details: { stackId, stackName, region },
  });
}

/** AWS does not let Greenroom in by the role. Throttling and an STS that is away stay what they are: later may do. */
export function notLetIn(error: unknown, accountId: string, { roleArn }: AccountAccess): AppError {
  const mapped = mapError(error, "AssumeRole");
  if (mapped.isRetryable) return mapped;
  const said = String(mapped.details?.awsMessage ?? mapped.userMessage);
  return new AppError({
    code: "CLOUD_REFUSED",
    messageKey: "cloud.notLetIn",
    userMessage: `AWS does not let Greenroom into the account ${accountId} by the role ${roleArn}: ${said} A platform engineer has to correct the role's trust or the account under Settings and test it; then retry.`,
    details: { ...mapped.details, accountId, roleArn, said },
    cause: mapped.cause,
  });
}
