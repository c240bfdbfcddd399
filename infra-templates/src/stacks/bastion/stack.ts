import { Fn, type Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import { addOutput, readListOutput, readOutput } from "../../constructs/outputs";
import { answerForSessionManager, sessionManagerPolicy } from "../../constructs/session-manager";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptFinding } from "../../policy/accept-finding";
import { type BastionSpec, isPublic } from "./model";
import { accessStatements, admitBastion } from "./rights";

/**
 * Resolved by CloudFormation whenever the instance is made or replaced: always the newest image, never a
 * lookup of ours.
 */
const IMAGE = "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}";

/** One machine, reached by Session Manager; SSH only from the networks that are named. */
export function buildBastion(stack: Stack, spec: BastionSpec, context: BlueprintContext): void {
  const group = addSecurityGroup(stack, spec, context);
  const role = addRole(stack, spec, context);
  const profile = new iam.CfnInstanceProfile(stack, "InstanceProfile", { roles: [role.ref] });
  admitBastion(stack, spec, context, { group, role });
  const tier = isPublic(spec) ? "PublicSubnetIds" : "AppSubnetIds";
  const subnets = readListOutput(stack, context, "network", tier, spec.network.zones);
  const instance = new ec2.CfnInstance(stack, "Instance", {
    imageId: IMAGE,
    instanceType: spec.bastion.instanceType,
    iamInstanceProfile: profile.ref,
    monitoring: false,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: "/dev/xvda",
        ebs: {
          volumeType: "gp3",
          volumeSize: spec.bastion.diskGb,
          encrypted: true,
          deleteOnTermination: true,
        },
      },
    ],
    networkInterfaces: [
      {
        deviceIndex: "0",
        subnetId: Fn.select(0, subnets),
        groupSet: [group.attrGroupId],
        associatePublicIpAddress: isPublic(spec),
      },
    ],
    propagateTagsToVolumeOnCreation: true,
    tags: [{ key: "Name", value: `${context.environmentName}-bastion` }],
  });
  acceptInstanceFindings(instance);
  addOutput(stack, "InstanceId", instance.ref, "Machine for: aws ssm start-session --target");
}

function addSecurityGroup(
  stack: Stack,
  { bastion }: BastionSpec,
  context: BlueprintContext,
): ec2.CfnSecurityGroup {
  const vpcCidr = readOutput(stack, context, "network", "VpcCidr");
  return new ec2.CfnSecurityGroup(stack, "SecurityGroup", {
    groupDescription: `Bastion of ${context.environmentName}: out to AWS and the network, in by SSH from named networks only`,
    vpcId: readOutput(stack, context, "network", "VpcId"),
    securityGroupIngress: bastion.sshCidrs.map((cidrIp) => ({
      ipProtocol: "tcp",
      fromPort: 22,
      toPort: 22,
      cidrIp,
      description: "SSH from a named network",
    })),
    securityGroupEgress: [
      {
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIp: "0.0.0.0/0",
        description: "Session Manager, AWS APIs and packages",
      },
      {
        ipProtocol: "tcp",
        fromPort: 0,
        toPort: 65_535,
        cidrIp: vpcCidr,
        description: "What people reach from here: cache, database, cluster",
      },
    ],
    tags: [{ key: "Name", value: `${context.environmentName}-bastion` }],
  });
}

function addRole(stack: Stack, spec: BastionSpec, context: BlueprintContext): iam.CfnRole {
  const statements = accessStatements(stack, spec, context);
  const role = new iam.CfnRole(stack, "Role", {
    description: `Bastion of ${context.environmentName}: Session Manager, and looking at what it reaches`,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    policies: [
      sessionManagerPolicy(stack),
      ...(statements.length > 0
        ? [{ policyName: "look", policyDocument: { Version: "2012-10-17", Statement: statements } }]
        : []),
    ],
  });
  answerForSessionManager(role);
  return role;
}

function acceptInstanceFindings(instance: ec2.CfnInstance): void {
  acceptFinding(instance, "AwsSolutions-EC28", {
    en: "One value in five minutes is enough for a bastion's metrics, and free.",
    ko: "배스천의 지표는 5분 간격이면 충분하며 무료입니다.",
  });
  acceptFinding(instance, "AwsSolutions-EC29", {
    en: "Nothing is kept on it, and the environment must be able to remove it.",
    ko: "서버에 보관하는 것이 없고, 환경을 삭제할 때 함께 제거되어야 합니다.",
  });
}
