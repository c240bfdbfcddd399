import { Fn, type Stack } from "aws-cdk-lib";
import * as autoscaling from "aws-cdk-lib/aws-autoscaling";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import { environmentTags } from "../../../constructs/create-stack";
import { addOutput, readListOutput, readOutput } from "../../../constructs/outputs";
import { answerForSessionManager, sessionManagerPolicy } from "../../../constructs/session-manager";
import type { BlueprintContext } from "../../../model/blueprint";
import { acceptFinding } from "../../../policy/accept-finding";
import { DISK, type LoadGeneratorSpec } from "./model";

/** Resolved by EC2 whenever a machine starts: always the newest image, never a lookup of ours. */
const IMAGE = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

/** Machines in the app tier that may read the cache's password; people come in by Session Manager. */
export function buildLoadGenerator(stack: Stack, spec: LoadGeneratorSpec, context: BlueprintContext): void {
  const { network, loadGenerator } = spec;
  const role = addRole(stack, context);
  const template = addLaunchTemplate(stack, spec, context, role);
  const machines = new autoscaling.CfnAutoScalingGroup(stack, "Machines", {
    minSize: String(loadGenerator.instances),
    maxSize: String(loadGenerator.instances),
    desiredCapacity: String(loadGenerator.instances),
    vpcZoneIdentifier: readListOutput(stack, context, "network", "AppSubnetIds", network.zones),
    launchTemplate: { launchTemplateId: template.ref, version: template.attrLatestVersionNumber },
    tags: [{ key: "Name", value: `${context.environmentName}-load`, propagateAtLaunch: true }],
  });
  // Another machine type starts other machines, all at once: nothing is served from them.
  machines.cfnOptions.updatePolicy = {
    autoScalingRollingUpdate: { minInstancesInService: 0, maxBatchSize: 20 },
  };
  acceptFinding(machines, "AwsSolutions-AS3", {
    en: "The number of machines is what was asked for and never scales by itself: there is nothing to be notified of.",
    ko: "서버 수는 요청한 대로이며 자동으로 바뀌지 않으므로 알릴 것이 없습니다.",
  });
  addOutput(stack, "GroupName", machines.ref, "Machines to start a session on");
  addOutput(stack, "RoleArn", role.attrArn, "Role of the machines");
}

function addRole(stack: Stack, context: BlueprintContext): iam.CfnRole {
  const role = new iam.CfnRole(stack, "Role", {
    description: `Load on the cache of ${context.environmentName}: Session Manager and the cache's password`,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    policies: [
      sessionManagerPolicy(stack),
      {
        policyName: "cache-password",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "secretsmanager:GetSecretValue",
              Resource: readOutput(stack, context, "cache", "AuthSecretArn"),
            },
            {
              Effect: "Allow",
              Action: "kms:Decrypt",
              Resource: readOutput(stack, context, "cache", "EncryptionKeyArn"),
              Condition: {
                StringEquals: { "kms:ViaService": `secretsmanager.${stack.region}.amazonaws.com` },
              },
            },
          ],
        },
      },
    ],
  });
  answerForSessionManager(role);
  return role;
}

function addLaunchTemplate(
  stack: Stack,
  spec: LoadGeneratorSpec,
  context: BlueprintContext,
  role: iam.CfnRole,
): ec2.CfnLaunchTemplate {
  const profile = new iam.CfnInstanceProfile(stack, "InstanceProfile", { roles: [role.ref] });
  const guard = addSecurityGroup(stack, spec, context);
  const tags = Object.entries(environmentTags(context)).map(([key, value]) => ({ key, value }));
  return new ec2.CfnLaunchTemplate(stack, "LaunchTemplate", {
    launchTemplateData: {
      imageId: IMAGE,
      instanceType: spec.loadGenerator.instanceType,
      iamInstanceProfile: { arn: profile.attrArn },
      monitoring: { enabled: true },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: DISK.VolumeType, volumeSize: DISK.VolumeSize, encrypted: true },
        },
      ],
      networkInterfaces: [{ deviceIndex: 0, associatePublicIpAddress: false, groups: [guard.attrGroupId] }],
      // The group's own tags reach its machines, but not their disks.
      tagSpecifications: [{ resourceType: "volume", tags }],
      userData: Fn.base64(startScript(stack, context)),
    },
  });
}

function addSecurityGroup(
  stack: Stack,
  { network }: LoadGeneratorSpec,
  context: BlueprintContext,
): ec2.CfnSecurityGroup {
  const open = (port: number, cidrIp: string, description: string) => ({
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    cidrIp,
    description,
  });
  return new ec2.CfnSecurityGroup(stack, "SecurityGroup", {
    groupDescription: `Load generator of ${context.environmentName}: out to the cache and AWS, in by nobody`,
    vpcId: readOutput(stack, context, "network", "VpcId"),
    securityGroupEgress: [
      open(6379, network.cidr, "The cache"),
      open(443, "0.0.0.0/0", "Session Manager, AWS APIs and packages"),
    ],
    tags: [{ key: "Name", value: `${context.environmentName}-load` }],
  });
}

/** Installs a benchmark that asks for the password each time it runs, so that it is on no disk. */
function startScript(stack: Stack, context: BlueprintContext): string {
  const read = (output: string) => readOutput(stack, context, "cache", output);
  return Fn.join("", [
    `#!/bin/bash
dnf install -y redis6
cat > /usr/local/bin/greenroom-load <<'END'
#!/bin/bash
# Options of redis-benchmark, such as: greenroom-load -n 1000000 -c 200 -d 512 -t get,set
password=$(aws secretsmanager get-secret-value --region ${stack.region} --secret-id '`,
    read("AuthSecretArn"),
    `' --query SecretString --output text)
exec redis6-benchmark --cluster --tls -a "$password" -h '`,
    read("ConfigurationEndpoint"),
    "' -p '",
    read("Port"),
    `' "$@"
END
chmod 755 /usr/local/bin/greenroom-load
`,
  ]);
}
