import { CfnDeletionPolicy, type CfnResource } from "aws-cdk-lib";

/**
 * Whether what a resource holds outlives it. Kept resources still go when their own creation is rolled back,
 * so that a retry does not meet their names.
 */
export function keepData(resource: CfnResource, isKept: boolean): void {
  resource.cfnOptions.deletionPolicy = isKept
    ? CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE
    : CfnDeletionPolicy.DELETE;
  resource.cfnOptions.updateReplacePolicy = isKept ? CfnDeletionPolicy.RETAIN : CfnDeletionPolicy.DELETE;
}
