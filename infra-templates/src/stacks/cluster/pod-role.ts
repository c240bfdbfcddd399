import type { Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import * as iam from "aws-cdk-lib/aws-iam";
import type { BlueprintContext } from "../../model/blueprint";

export interface PolicyStatement {
  Effect: "Allow";
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** The cluster, whichever stack it is spoken of in. */
export interface ClusterRef {
  name: string;
  arn: string;
}

/** Who is meant by a Pod Identity association. */
export interface ServiceAccount {
  namespace: string;
  name: string;
}

interface PodRole {
  /** Logical id without "Role": "Karpenter". */
  id: string;
  description: string;
  serviceAccount: ServiceAccount;
  statements?: PolicyStatement[];
  managedPolicyArns?: string[];
}

/**
 * A role and its association with the service account whose pods get it. The trust names this account's
 * cluster and that account.
 */
export function addPodRole(
  stack: Stack,
  cluster: ClusterRef,
  { accountId }: BlueprintContext,
  { id, description, serviceAccount, statements, managedPolicyArns }: PodRole,
): { role: iam.CfnRole; association: eks.CfnPodIdentityAssociation } {
  const role = new iam.CfnRole(stack, `${id}Role`, {
    description,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: {
              "aws:SourceAccount": accountId,
              "aws:RequestTag/kubernetes-namespace": serviceAccount.namespace,
              "aws:RequestTag/kubernetes-service-account": serviceAccount.name,
            },
            ArnEquals: { "aws:SourceArn": cluster.arn },
          },
        },
      ],
    },
    managedPolicyArns,
    policies: statements && [
      { policyName: "task", policyDocument: { Version: "2012-10-17", Statement: statements } },
    ],
  });
  return { role, association: associate(stack, cluster, id, serviceAccount, role.attrArn) };
}

/** Gives pods of the service account a role. */
export function associate(
  stack: Stack,
  cluster: ClusterRef,
  id: string,
  { namespace, name }: ServiceAccount,
  roleArn: string,
): eks.CfnPodIdentityAssociation {
  return new eks.CfnPodIdentityAssociation(stack, `${id}Identity`, {
    clusterName: cluster.name,
    namespace,
    serviceAccount: name,
    roleArn,
  });
}
