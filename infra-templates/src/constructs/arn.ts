import { Aws, Fn, type Stack } from "aws-cdk-lib";

/** An ARN in this stack's account; region and account can be overridden (empty for global services). */
export function arnOf(
  stack: Stack,
  service: string,
  resource: string,
  region: string = stack.region,
): string {
  return Fn.join("", ["arn:", Aws.PARTITION, `:${service}:${region}:${stack.account}:${resource}`]);
}
