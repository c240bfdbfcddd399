import { Aws, Fn, type Stack } from "aws-cdk-lib";
import { arnOf } from "../../constructs/arn";
import type { PolicyStatement } from "../cluster/pod-role";

interface Scope {
  clusterName: string;
  clusterArn: string;
  queueArn: string;
  nodeRoleArn: string;
  profileArn: string;
}

/**
 * What Karpenter makes: it may only with the tags of this cluster, and afterwards only touch what has them.
 */
const CREATED = [
  "fleet",
  "instance",
  "launch-template",
  "network-interface",
  "spot-instances-request",
  "volume",
];
/** What it makes instances from. */
const USED = ["image", "snapshot"];
const USED_OF_ACCOUNT = ["capacity-reservation", "security-group", "subnet"];

/**
 * The controller policy of Karpenter's getting-started template (v1), scoped to the cluster by tag. Two
 * differences: it may not make instance profiles, for the one it uses is in the template, and what it makes
 * is in this account. Source: https://karpenter.sh/docs/reference/cloudformation/, section
 * KarpenterControllerPolicy.
 */
export function karpenterStatements(stack: Stack, scope: Scope): PolicyStatement[] {
  return [...ec2Writes(stack, scope.clusterName), ...ec2Reads(stack), ...otherStatements(scope)];
}

function ec2Writes(stack: Stack, clusterName: string): PolicyStatement[] {
  const ownerTag = `kubernetes.io/cluster/${clusterName}`;
  const arns = (types: readonly string[]) => types.map((type) => arnOf(stack, "ec2", `${type}/*`));
  const shared = USED.map((type) => Fn.join("", ["arn:", Aws.PARTITION, `:ec2:${stack.region}::${type}/*`]));
  const asked = {
    StringEquals: {
      [`aws:RequestTag/${ownerTag}`]: "owned",
      "aws:RequestTag/eks:eks-cluster-name": clusterName,
    },
    StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
  };
  const owned = {
    StringEquals: { [`aws:ResourceTag/${ownerTag}`]: "owned" },
    StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
  };
  const run = ["ec2:RunInstances", "ec2:CreateFleet"];
  return [
    {
      Effect: "Allow",
      Action: run,
      Resource: [...shared, ...arns(USED_OF_ACCOUNT)],
    },
    { Effect: "Allow", Action: run, Resource: arns(["launch-template"]), Condition: owned },
    {
      Effect: "Allow",
      Action: [...run, "ec2:CreateLaunchTemplate"],
      Resource: arns(CREATED),
      Condition: asked,
    },
    {
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: arns(CREATED),
      Condition: {
        ...asked,
        StringEquals: {
          ...asked.StringEquals,
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
      },
    },
    {
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: arns(["instance"]),
      Condition: {
        ...owned,
        StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": clusterName },
        "ForAllValues:StringEquals": {
          "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"],
        },
      },
    },
    {
      Effect: "Allow",
      Action: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      Resource: arns(["instance", "launch-template"]),
      Condition: owned,
    },
  ];
}

/** Reads that name no resource: AWS supports nothing narrower than the region. */
function ec2Reads(stack: Stack): PolicyStatement[] {
  const reads = [
    "CapacityReservations",
    "Images",
    "InstanceStatus",
    "InstanceTypeOfferings",
    "InstanceTypes",
    "Instances",
    "LaunchTemplates",
    "SecurityGroups",
    "SpotPriceHistory",
    "Subnets",
  ];
  return [
    {
      Effect: "Allow",
      Action: reads.map((what) => `ec2:Describe${what}`),
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": stack.region } },
    },
    { Effect: "Allow", Action: ["pricing:GetProducts", "iam:ListInstanceProfiles"], Resource: "*" },
    {
      Effect: "Allow",
      Action: "ssm:GetParameter",
      Resource: Fn.join("", ["arn:", Aws.PARTITION, `:ssm:${stack.region}::parameter/aws/service/*`]),
    },
  ];
}

function otherStatements({ clusterArn, queueArn, nodeRoleArn, profileArn }: Scope): PolicyStatement[] {
  return [
    {
      Effect: "Allow",
      Action: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      Resource: queueArn,
    },
    {
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: nodeRoleArn,
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
    { Effect: "Allow", Action: "iam:GetInstanceProfile", Resource: profileArn },
    { Effect: "Allow", Action: "eks:DescribeCluster", Resource: clusterArn },
  ];
}
