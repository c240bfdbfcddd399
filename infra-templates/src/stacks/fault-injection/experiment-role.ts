import type { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import { arnOf } from "../../constructs/arn";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";

interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

/** FIS finds its targets by tags; neither finding nor describing can be narrowed to a resource. */
const FINDING: Statement = {
  Effect: "Allow",
  Action: [
    "ec2:DescribeInstances",
    "ec2:DescribeManagedPrefixLists",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "elasticache:DescribeReplicationGroups",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "tag:GetResources",
  ],
  Resource: "*",
};
/** Log deliveries are of the account, not of a log group. */
const LOGGING: Statement = {
  Effect: "Allow",
  Action: ["logs:CreateLogDelivery", "logs:PutResourcePolicy"],
  Resource: "*",
};

/** May break what carries the environment's tag, and put it right again. */
export function addExperimentRole(
  stack: Stack,
  { accountId, environmentName }: BlueprintContext,
  experiments: readonly string[],
): iam.CfnRole {
  const ofEnvironment = { StringEquals: { "aws:ResourceTag/greenroom:environment": environmentName } };
  const statements: Record<string, Statement[]> = {
    NodeExperiment: [
      {
        Effect: "Allow",
        Action: ["eks:DescribeNodegroup"],
        Resource: arnOf(stack, "eks", "nodegroup/*"),
        Condition: ofEnvironment,
      },
      {
        Effect: "Allow",
        Action: ["ec2:TerminateInstances"],
        Resource: arnOf(stack, "ec2", "instance/*"),
        Condition: ofEnvironment,
      },
    ],
    CacheExperiment: [
      {
        Effect: "Allow",
        Action: ["elasticache:InterruptClusterAzPower"],
        Resource: arnOf(stack, "elasticache", "replicationgroup:*"),
        Condition: ofEnvironment,
      },
    ],
    NetworkExperiment: networkStatements(stack, ofEnvironment),
  };
  const role = new iam.CfnRole(stack, "ExperimentRole", {
    description: `Lets fault-injection experiments disturb ${environmentName}`,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "fis.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": arnOf(stack, "fis", "experiment/*") },
          },
        },
      ],
    },
    policies: [
      {
        policyName: "experiments",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [FINDING, LOGGING, ...experiments.flatMap((id) => statements[id] ?? [])],
        },
      },
    ],
  });
  acceptFinding(role, "AwsSolutions-IAM5", {
    en: "What it may break is narrowed by the environment's tag; finding targets and logging cannot be narrowed at AWS.",
    ko: "영향을 받는 대상은 환경 태그로 제한되며, 대상 조회와 로그 기록 권한은 더 좁힐 수 없습니다.",
  });
  return role;
}

/**
 * FIS puts a network ACL of its own, marked by its tag, before the subnets and takes it away again (FIS user
 * guide, actions).
 */
function networkStatements(stack: Stack, ofEnvironment: Statement["Condition"]): Statement[] {
  const acls = arnOf(stack, "ec2", "network-acl/*");
  const byFis = { StringEquals: { "aws:ResourceTag/managedByFIS": "true" } };
  return [
    {
      Effect: "Allow",
      Action: ["ec2:CreateNetworkAcl"],
      Resource: acls,
      Condition: { StringEquals: { "aws:RequestTag/managedByFIS": "true" } },
    },
    {
      Effect: "Allow",
      Action: ["ec2:CreateNetworkAcl"],
      Resource: arnOf(stack, "ec2", "vpc/*"),
      Condition: ofEnvironment,
    },
    {
      Effect: "Allow",
      Action: ["ec2:CreateTags"],
      Resource: acls,
      Condition: {
        StringEquals: { "ec2:CreateAction": "CreateNetworkAcl", "aws:RequestTag/managedByFIS": "true" },
      },
    },
    {
      Effect: "Allow",
      Action: ["ec2:CreateNetworkAclEntry", "ec2:DeleteNetworkAcl"],
      Resource: [acls, arnOf(stack, "ec2", "vpc/*")],
      Condition: byFis,
    },
    {
      Effect: "Allow",
      Action: ["ec2:ReplaceNetworkAclAssociation"],
      Resource: [acls, arnOf(stack, "ec2", "subnet/*")],
    },
  ];
}
