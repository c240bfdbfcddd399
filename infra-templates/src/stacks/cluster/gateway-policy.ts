import type { Stack } from "aws-cdk-lib";
import { arnOf } from "../../stack-builder";
import type { PolicyStatement } from "./pod-role";

const elb = (names: readonly string[]) => names.map((name) => `elasticloadbalancing:${name}`);

/**
 * What the AWS load balancer controller needs to serve the Gateway API: its own published policy, where the tag of any cluster is
 * replaced by that of this one. Left out: Cognito, Shield, classic WAF and server certificates, which nothing here uses.
 * Source: https://github.com/kubernetes-sigs/aws-load-balancer-controller, docs/install/iam_policy.json.
 */
export function gatewayStatements(stack: Stack, clusterName: string): PolicyStatement[] {
  const tag = "elbv2.k8s.aws/cluster";
  const asked = { StringEquals: { [`aws:RequestTag/${tag}`]: clusterName } };
  const owned = { StringEquals: { [`aws:ResourceTag/${tag}`]: clusterName } };
  const group = arnOf(stack, "ec2", "security-group/*");
  const balancers = ["net", "app"].map((kind) =>
    arnOf(stack, "elasticloadbalancing", `loadbalancer/${kind}/*/*`),
  );
  const targets = arnOf(stack, "elasticloadbalancing", "targetgroup/*/*");
  const listeners = ["listener", "listener-rule"].flatMap((type) =>
    ["net", "app"].map((kind) => arnOf(stack, "elasticloadbalancing", `${type}/${kind}/*`)),
  );
  return [
    ...gatewayReads(),
    { Effect: "Allow", Action: "ec2:CreateSecurityGroup", Resource: group, Condition: asked },
    { Effect: "Allow", Action: "ec2:CreateSecurityGroup", Resource: arnOf(stack, "ec2", "vpc/*") },
    {
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: group,
      Condition: {
        StringEquals: { ...asked.StringEquals, "ec2:CreateAction": "CreateSecurityGroup" },
      },
    },
    {
      Effect: "Allow",
      Action: [
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:CreateTags",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteTags",
        "ec2:RevokeSecurityGroupIngress",
      ],
      Resource: group,
      Condition: owned,
    },
    {
      Effect: "Allow",
      Action: elb(["AddTags", "CreateLoadBalancer", "CreateTargetGroup"]),
      Resource: [...balancers, targets],
      Condition: asked,
    },
    {
      Effect: "Allow",
      Action: elb([
        "AddTags",
        "CreateListener",
        "DeleteLoadBalancer",
        "DeleteTargetGroup",
        "ModifyLoadBalancerAttributes",
        "ModifyTargetGroup",
        "ModifyTargetGroupAttributes",
        "RemoveTags",
        "SetIpAddressType",
        "SetSecurityGroups",
        "SetSubnets",
      ]),
      Resource: [...balancers, targets],
      Condition: owned,
    },
    {
      Effect: "Allow",
      Action: elb([
        "AddListenerCertificates",
        "AddTags",
        "CreateRule",
        "DeleteListener",
        "DeleteRule",
        "ModifyListener",
        "ModifyListenerAttributes",
        "ModifyRule",
        "RemoveListenerCertificates",
        "RemoveTags",
      ]),
      Resource: listeners,
      Condition: owned,
    },
    // Also those of the environment's own load balancer, which pods are registered with by a TargetGroupBinding.
    { Effect: "Allow", Action: elb(["DeregisterTargets", "RegisterTargets"]), Resource: targets },
  ];
}

/** Reads that name no resource: AWS supports nothing narrower. */
function gatewayReads(): PolicyStatement[] {
  const ec2 = [
    "DescribeAvailabilityZones",
    "DescribeInstances",
    "DescribeInternetGateways",
    "DescribeNetworkInterfaces",
    "DescribeRouteTables",
    "DescribeSecurityGroups",
    "DescribeSubnets",
    "DescribeTags",
    "DescribeVpcs",
    "GetSecurityGroupsForVpc",
  ].map((name) => `ec2:${name}`);
  const reads = elb([
    "DescribeListenerAttributes",
    "DescribeListenerCertificates",
    "DescribeListeners",
    "DescribeLoadBalancerAttributes",
    "DescribeLoadBalancers",
    "DescribeRules",
    "DescribeSSLPolicies",
    "DescribeTags",
    "DescribeTargetGroupAttributes",
    "DescribeTargetGroups",
    "DescribeTargetHealth",
  ]);
  return [
    {
      Effect: "Allow",
      Action: ["acm:DescribeCertificate", "acm:ListCertificates", ...ec2, ...reads],
      Resource: "*",
    },
  ];
}
