import { createHash } from "node:crypto";
import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import type { ClusterSettings } from "./settings";

/**
 * Who may do what in the cluster: IAM principals with one of EKS's own access policies, over the whole
 * cluster.
 */
export function addAccess(
  stack: Stack,
  cluster: eks.CfnCluster,
  { adminArns, readerArns }: ClusterSettings,
): void {
  for (const arn of adminArns) addEntry(stack, cluster, "Admin", arn, "AmazonEKSClusterAdminPolicy");
  for (const arn of readerArns) addEntry(stack, cluster, "Reader", arn, "AmazonEKSViewPolicy");
}

/** The logical id follows from the principal, so that removing one of a list leaves the others alone. */
function addEntry(
  stack: Stack,
  cluster: eks.CfnCluster,
  kind: string,
  principalArn: string,
  policy: string,
): void {
  const digest = createHash("sha256").update(principalArn).digest("hex").slice(0, 10);
  new eks.CfnAccessEntry(stack, `${kind}Access${digest}`, {
    clusterName: cluster.ref,
    principalArn,
    type: "STANDARD",
    accessPolicies: [
      {
        accessScope: { type: "cluster" },
        policyArn: Fn.join("", ["arn:", Aws.PARTITION, `:eks::aws:cluster-access-policy/${policy}`]),
      },
    ],
  });
}
