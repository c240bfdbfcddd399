import { AppError } from "@greenroom/errors";
import { awsMessageOf, mapError } from "../cloudformation/map-error";
import type { AccountAccess } from "../contract";

/**
 * The credentials, or something that was named, belong to another account than the one that was planned for.
 */
export function wrongAccount(planned: string, actual: string, whose: string): AppError {
  return new AppError("cloud.wrongAccount", { planned, actual, whose });
}

/** Another stack answers, or was written down, than the one that was planned. */
export function wrongStack(stackId: string, stackName: string, region: string): AppError {
  return new AppError("cloud.strangeStack", { stackId, stackName, region });
}

/**
 * AWS does not let Greenroom in by the role. Throttling and an STS that is away stay what they are: later may
 * do.
 */
export function accessDenied(error: unknown, accountId: string, { roleArn }: AccountAccess): AppError {
  const mapped = mapError(error, "AssumeRole");
  if (mapped.isRetryable) return mapped;
  const said = awsMessageOf(mapped);
  return new AppError("cloud.notLetIn", { accountId, roleArn, said }, { cause: mapped.cause });
}
