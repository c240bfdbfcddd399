import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import { acceptFinding } from "../../policy/accept-finding";
import type { ClusterRef } from "./pod-role";

/**
 * What a node itself may do: tell Kubernetes about itself, hand pods their identities, and pull images.
 * Written out after AWS's AmazonEKSWorkerNodeMinimalPolicy and AmazonEC2ContainerRegistryPullOnly, with the
 * cluster named. The network plugin has a role of its own.
 */
export function addNodeRole(stack: Stack, id: string, description: string, cluster: ClusterRef): iam.CfnRole {
  const role = new iam.CfnRole(stack, id, {
    description,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    policies: [
      {
        policyName: "node",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            // These two name no resource: AWS supports nothing narrower.
            {
              Effect: "Allow",
              Action: ["ec2:DescribeInstances", "ecr:GetAuthorizationToken"],
              Resource: "*",
            },
            { Effect: "Allow", Action: "eks-auth:AssumeRoleForPodIdentity", Resource: cluster.arn },
            {
              // Add-ons come from registries of AWS's own accounts, of which there is one for each region.
              Effect: "Allow",
              Action: [
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:BatchImportUpstreamImage",
                "ecr:GetDownloadUrlForLayer",
              ],
              Resource: Fn.join("", ["arn:", Aws.PARTITION, `:ecr:${stack.region}:*:repository/*`]),
            },
          ],
        },
      },
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "A node reads its own description and pulls images of AWS's and this account's registries; neither can be named before it is known which.",
    ko: "노드는 자신의 정보를 읽고 AWS와 이 계정의 레지스트리에서 이미지를 가져옵니다. 무엇인지 미리 알 수 없어 지정할 수 없습니다.",
  });
  return role;
}
