import { Aws, Fn, type Stack } from "aws-cdk-lib";
import { arnOf } from "../../constructs/arn";
import type { PolicyStatement } from "../cluster/pod-role";

const elb = (names: readonly string[]) => names.map((name) => `elasticloadbalancing:${name}`);
/** What it makes; with tags at once, which AWS asks the right to add for each. */
const CREATIONS = ["CreateListener", "CreateLoadBalancer", "CreateRule", "CreateTargetGroup"];

/**
 * What the AWS load balancer controller needs: statement by statement its own published policy, where the tag
 * of any cluster is narrowed to that of this one. Two differences. Rules of listeners are made below
 * balancers and listeners of this cluster only. And of groups that it did not make itself, it may open those
 * of this cluster's nodes only. Left out: Cognito, Shield, WAF and server certificates, which the
 * controller's values switch off. Source: https://github.com/kubernetes-sigs/aws-load-balancer-controller,
 * docs/install/iam_policy.json, as of the commit d9c02588871a4ffdfdaddb2b8a8b0e1a534db0f4
 * (iam_policy_us-gov.json of it has the same statements for another partition).
 */
export function gatewayStatements(stack: Stack, clusterName: string): PolicyStatement[] {
  const tag = "elbv2.k8s.aws/cluster";
  const asked = { StringEquals: { [`aws:RequestTag/${tag}`]: clusterName } };
  const owned = { StringEquals: { [`aws:ResourceTag/${tag}`]: clusterName } };
  const ofNodes = { StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" } };
  const group = arnOf(stack, "ec2", "security-group/*");
  const kinds = (type: string) =>
    ["net", "app"].map((kind) => arnOf(stack, "elasticloadbalancing", `${type}/${kind}/*`));
  const targets = arnOf(stack, "elasticloadbalancing", "targetgroup/*/*");
  const [balancers, listeners, rules] = [kinds("loadbalancer"), kinds("listener"), kinds("listener-rule")];
  const ingress = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"];
  return [
    ...gatewayReads(),
    {
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: Fn.join("", [
        "arn:",
        Aws.PARTITION,
        `:iam::${stack.account}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*`,
      ]),
      Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
    },
    { Effect: "Allow", Action: "ec2:CreateSecurityGroup", Resource: group, Condition: asked },
    { Effect: "Allow", Action: "ec2:CreateSecurityGroup", Resource: arnOf(stack, "ec2", "vpc/*") },
    {
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: group,
      Condition: { StringEquals: { ...asked.StringEquals, "ec2:CreateAction": "CreateSecurityGroup" } },
    },
    { Effect: "Allow", Action: ingress, Resource: group, Condition: ofNodes },
    {
      Effect: "Allow",
      Action: [...ingress, "ec2:CreateTags", "ec2:DeleteSecurityGroup", "ec2:DeleteTags"],
      Resource: group,
      Condition: owned,
    },
    {
      Effect: "Allow",
      Action: elb(["CreateLoadBalancer", "CreateTargetGroup"]),
      Resource: [...balancers, targets],
      Condition: asked,
    },
    {
      Effect: "Allow",
      Action: elb(["AddTags"]),
      Resource: [...balancers, targets, ...listeners, ...rules],
      Condition: {
        StringEquals: { ...asked.StringEquals, "elasticloadbalancing:CreateAction": CREATIONS },
      },
    },
    {
      Effect: "Allow",
      Action: elb([
        "AddTags",
        "CreateListener",
        "DeleteLoadBalancer",
        "DeleteTargetGroup",
        "ModifyCapacityReservation",
        "ModifyIpPools",
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
        "SetRulePriorities",
      ]),
      Resource: [...listeners, ...rules],
      Condition: owned,
    },
    // Also those of the environment's own load balancer, which pods are registered with by a
    // TargetGroupBinding.
    { Effect: "Allow", Action: elb(["DeregisterTargets", "RegisterTargets"]), Resource: targets },
  ];
}

/** Reads that name no resource: AWS supports nothing narrower. */
function gatewayReads(): PolicyStatement[] {
  const ec2 = [
    "DescribeAccountAttributes",
    "DescribeAddresses",
    "DescribeAvailabilityZones",
    "DescribeCoipPools",
    "DescribeInstances",
    "DescribeInternetGateways",
    "DescribeIpamPools",
    "DescribeNetworkInterfaces",
    "DescribeRouteTables",
    "DescribeSecurityGroups",
    "DescribeSubnets",
    "DescribeTags",
    "DescribeVpcPeeringConnections",
    "DescribeVpcs",
    "GetCoipPoolUsage",
    "GetSecurityGroupsForVpc",
  ].map((name) => `ec2:${name}`);
  const reads = elb([
    "DescribeCapacityReservation",
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
    "DescribeTrustStores",
  ]);
  return [
    {
      Effect: "Allow",
      Action: ["acm:DescribeCertificate", "acm:ListCertificates", ...ec2, ...reads],
      Resource: "*",
    },
  ];
}
