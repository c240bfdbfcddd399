import { Aws, Fn, type Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as eks from "aws-cdk-lib/aws-eks";
import type * as iam from "aws-cdk-lib/aws-iam";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import type { Party } from "../../model/reaches";
import { TABLES } from "../data/tables";
import type { BastionSpec } from "./model";
import { targetsOf } from "./targets";

interface Target {
  /** Where the target's security group lets the machine in. */
  door?: { id: string; port: number; stack: string; output: string };
  /** What the machine may ask AWS for, to get in. */
  statements(stack: Stack, context: BlueprintContext): object[];
}

const allow = (Action: string | string[], Resource: string | string[]) => ({
  Effect: "Allow",
  Action,
  Resource,
});

/** A password, and the use of its key by Secrets Manager. */
function password(stack: Stack, context: BlueprintContext, producer: string, secret: string): object[] {
  return [
    allow("secretsmanager:GetSecretValue", readOutput(stack, context, producer, secret)),
    {
      ...allow("kms:Decrypt", readOutput(stack, context, producer, "EncryptionKeyArn")),
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${stack.region}.amazonaws.com` } },
    },
  ];
}

const TARGETS: Partial<Record<Party, Target>> = {
  cache: {
    door: { id: "Cache", port: 6379, stack: "cache", output: "SecurityGroupId" },
    statements: (stack, context) => password(stack, context, "cache", "AuthSecretArn"),
  },
  database: {
    door: { id: "Database", port: 5432, stack: "aurora", output: "SecurityGroupId" },
    statements: (stack, context) => password(stack, context, "aurora", "SecretArn"),
  },
  tables: {
    statements: (stack, context) => {
      const arns = TABLES.map(({ logicalId }) => readOutput(stack, context, "data", `${logicalId}Arn`));
      const indexes = TABLES.flatMap(({ hasIndex }, index) =>
        hasIndex ? [Fn.join("", [arns[index] ?? "", "/index/GSI1"])] : [],
      );
      return [
        allow(
          ["DescribeTable", "GetItem", "Query", "Scan"].map((action) => `dynamodb:${action}`),
          [...arns, ...indexes],
        ),
      ];
    },
  },
  kubernetesApi: {
    door: { id: "KubernetesApi", port: 443, stack: "cluster", output: "ClusterSecurityGroupId" },
    statements: (stack, context) => [
      allow("eks:DescribeCluster", readOutput(stack, context, "cluster", "ClusterArn")),
    ],
  },
};

const targets = (spec: BastionSpec) => targetsOf(spec).flatMap((party) => TARGETS[party] ?? []);

/** What its role may do beside Session Manager: nothing that changes anything. */
export function accessStatements(stack: Stack, spec: BastionSpec, context: BlueprintContext): object[] {
  return targets(spec).flatMap(({ statements }) => statements(stack, context));
}

/**
 * Rules of the targets' own groups, which admit the machine wherever it stands; and a look at the cluster for
 * its role.
 */
export function admitBastion(
  stack: Stack,
  spec: BastionSpec,
  context: BlueprintContext,
  { group, role }: { group: ec2.CfnSecurityGroup; role: iam.CfnRole },
): void {
  for (const { door } of targets(spec)) {
    if (!door) continue;
    new ec2.CfnSecurityGroupIngress(stack, `${door.id}FromBastion`, {
      groupId: readOutput(stack, context, door.stack, door.output),
      ipProtocol: "tcp",
      fromPort: door.port,
      toPort: door.port,
      sourceSecurityGroupId: group.attrGroupId,
      description: "The bastion",
    });
  }
  if (!spec.cluster?.enabled) return;
  new eks.CfnAccessEntry(stack, "ClusterAccess", {
    clusterName: readOutput(stack, context, "cluster", "ClusterName"),
    principalArn: role.attrArn,
    type: "STANDARD",
    accessPolicies: [
      {
        accessScope: { type: "cluster" },
        policyArn: Fn.join("", [
          "arn:",
          Aws.PARTITION,
          ":eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
        ]),
      },
    ],
  });
}
