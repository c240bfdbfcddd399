import { message } from "@greenroom/messages";
import type { CfnResource, Stack } from "aws-cdk-lib";
import * as eks from "aws-cdk-lib/aws-eks";
import * as iam from "aws-cdk-lib/aws-iam";
import * as logs from "aws-cdk-lib/aws-logs";
import { addEncryptionKey } from "../../constructs/encryption-key";
import { keepData } from "../../constructs/keep-data";
import { addOutput, readListOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice, acceptFinding } from "../../policy/accept-finding";
import { addAccess } from "./access";
import { addAddOns } from "./add-ons";
import type { ClusterSpec } from "./model";
import { addNodeGroups } from "./node-groups";
import { addNodeRole } from "./node-role";
import { addDnsIdentity, addNetworkPluginIdentity, awsPolicy } from "./pod-roles";

/** Every log the control plane can write. */
const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/**
 * EKS as CloudFormation has it: no Lambda talks to the cluster, what runs in it comes from add-ons and from
 * GitOps.
 */
export function buildCluster(stack: Stack, spec: ClusterSpec, context: BlueprintContext): void {
  const subnets = readListOutput(stack, context, "network", "AppSubnetIds", spec.network.zones);
  const cluster = addCluster(stack, spec, context, subnets);
  addAccess(stack, cluster, spec.cluster);
  const { version } = spec.cluster;

  // Nodes get ready only with these, and pods an identity only when the agent is there first.
  const ref = { name: cluster.ref, arn: cluster.attrArn };
  const plugin = addNetworkPluginIdentity(stack, ref, context);
  const first = addAddOns(stack, cluster, version, {
    "eks-pod-identity-agent": [],
    "kube-proxy": [],
    "vpc-cni": [plugin],
  });
  const role = addNodeRole(stack, "NodeRole", "Nodes of the managed groups", ref);
  const nodes: CfnResource[] = addNodeGroups(stack, spec, context, { cluster, role, subnets, first });
  addAddOns(stack, cluster, version, {
    "cert-manager": nodes,
    coredns: nodes,
    "metrics-server": nodes,
    "external-dns": [...nodes, addDnsIdentity(stack, ref, context)],
  });

  addOutput(stack, "ClusterName", cluster.ref, "For: aws eks update-kubeconfig --name");
  addOutput(stack, "ClusterArn", cluster.attrArn, "ARN of the cluster");
  addOutput(stack, "ClusterEndpoint", cluster.attrEndpoint, "Kubernetes API");
  addOutput(stack, "ClusterSecurityGroupId", cluster.attrClusterSecurityGroupId, "Of the API and every node");
  addOutput(stack, "OidcIssuer", cluster.attrOpenIdConnectIssuerUrl, "Issuer of service account tokens");
}

function addCluster(
  stack: Stack,
  { cluster }: ClusterSpec,
  context: BlueprintContext,
  subnetIds: string[],
): eks.CfnCluster {
  const { environmentName, stage } = context;
  const key = addEncryptionKey(stack, context, {
    id: "SecretsKey",
    description: `Kubernetes secrets of ${environmentName}`,
    through: ["eks"],
  });
  // EKS would make the group itself, and keep every log for ever.
  const group = new logs.CfnLogGroup(stack, "ControlPlaneLogs", {
    logGroupName: `/aws/eks/${environmentName}/cluster`,
    logGroupClass: "STANDARD",
    retentionInDays: cluster.logRetentionDays,
  });
  keepData(group, stage === "prod");
  const isPublic = cluster.publicCidrs.length > 0;
  const resource = new eks.CfnCluster(stack, "Cluster", {
    name: environmentName,
    version: cluster.version,
    roleArn: addClusterRole(stack, context).attrArn,
    upgradePolicy: { supportType: "EXTENDED" },
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
    bootstrapSelfManagedAddons: false,
    encryptionConfig: [{ provider: { keyArn: key.attrArn }, resources: ["secrets"] }],
    logging: { clusterLogging: { enabledTypes: LOG_TYPES.map((type) => ({ type })) } },
    resourcesVpcConfig: {
      subnetIds,
      endpointPrivateAccess: true,
      endpointPublicAccess: isPublic,
      publicAccessCidrs: isPublic ? cluster.publicCidrs : undefined,
    },
  });
  resource.addResourceDependency(group);
  acceptFinding(resource, "W9009", {
    en: "EKS still asks for the resources to encrypt, and secrets is the only value it takes.",
    ko: "EKS는 여전히 암호화할 리소스를 요구하며 secrets만 지정할 수 있습니다.",
  });
  if (isPublic) {
    acceptChoice(resource, "AwsSolutions-EKS1", message("rule.fix.privateApi"), {
      en: "The requester named the networks that reach the Kubernetes API from outside; everybody else is refused before signing in.",
      ko: "요청자가 외부에서 Kubernetes API에 접근할 네트워크를 지정했으며, 그 밖의 접근은 로그인 전에 거부됩니다.",
    });
  }
  return resource;
}

function addClusterRole(stack: Stack, { accountId }: BlueprintContext): iam.CfnRole {
  const role = new iam.CfnRole(stack, "ClusterRole", {
    description: "EKS control plane: its interfaces in the network",
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "eks.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    },
    managedPolicyArns: [awsPolicy("AmazonEKSClusterPolicy")],
  });
  acceptFinding(role, "AwsSolutions-IAM4", {
    en: "AWS's own policy for its control plane, which EKS requires and keeps up to date with what it needs.",
    ko: "EKS가 요구하는 컨트롤 플레인 전용 AWS 정책이며 필요에 따라 AWS가 갱신합니다.",
  });
  return role;
}
