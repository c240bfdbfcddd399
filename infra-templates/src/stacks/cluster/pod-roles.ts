import { Aws, Fn, type Stack } from "aws-cdk-lib";
import type * as eks from "aws-cdk-lib/aws-eks";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { addPodRole, type ClusterRef } from "./pod-role";

/** The identity of the network plugin, which must be there before it starts. */
export function addNetworkPluginIdentity(
  stack: Stack,
  cluster: ClusterRef,
  context: BlueprintContext,
): eks.CfnPodIdentityAssociation {
  const { role, association } = addPodRole(stack, cluster, context, {
    id: "NetworkPlugin",
    description: "VPC CNI: gives pods addresses of the network",
    serviceAccount: { namespace: "kube-system", name: "aws-node" },
    managedPolicyArns: [awsPolicy("AmazonEKS_CNI_Policy")],
  });
  acceptFinding(role, "AwsSolutions-IAM4", {
    en: "AWS's own policy for its network plugin: it changes with the plugin, which the plugin's next version may need.",
    ko: "AWS 네트워크 플러그인 전용 정책입니다. 플러그인과 함께 갱신되며, 다음 버전이 새 권한을 요구할 수 있습니다.",
  });
  return association;
}

/**
 * Writes the records of routes into Route 53. Which zone is not known here: the zone may be the account's
 * own.
 */
export function addDnsIdentity(
  stack: Stack,
  cluster: ClusterRef,
  context: BlueprintContext,
): eks.CfnPodIdentityAssociation {
  const { role, association } = addPodRole(stack, cluster, context, {
    id: "Dns",
    description: "external-dns: records of the routes in Route 53",
    serviceAccount: { namespace: "external-dns", name: "external-dns" },
    statements: [
      {
        Effect: "Allow",
        Action: "route53:ChangeResourceRecordSets",
        Resource: hostedZones(),
        Condition: {
          "ForAllValues:StringEquals": {
            "route53:ChangeResourceRecordSetsRecordTypes": ["A", "AAAA", "CNAME", "TXT"],
          },
        },
      },
      {
        Effect: "Allow",
        Action: ["route53:ListResourceRecordSets", "route53:ListTagsForResources"],
        Resource: hostedZones(),
      },
      // Lists every zone: AWS supports nothing narrower.
      { Effect: "Allow", Action: "route53:ListHostedZones", Resource: "*" },
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "The zone may be the account's own and is not known to this stack; only address, alias and ownership records can be written.",
    ko: "계정이 가진 영역일 수 있어 이 스택에서는 알 수 없습니다. 주소, 별칭, 소유 확인 레코드만 쓸 수 있습니다.",
  });
  return association;
}

export function awsPolicy(name: string): string {
  return Fn.join("", ["arn:", Aws.PARTITION, `:iam::aws:policy/${name}`]);
}

function hostedZones(): string {
  return Fn.join("", ["arn:", Aws.PARTITION, ":route53:::hostedzone/*"]);
}
