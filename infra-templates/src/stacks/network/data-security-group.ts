import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import { readOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import type { NetworkSettings } from "./settings";
import { splitNetwork } from "./subnets";

/** Guards what is in the db tier: the app tier's subnets may connect to one port, and nobody else to any. */
export function addDataSecurityGroup(
  stack: Stack,
  network: NetworkSettings,
  context: BlueprintContext,
  { name, port }: { name: string; port: number },
): ec2.CfnSecurityGroup {
  const rule = { ipProtocol: "tcp", fromPort: port, toPort: port };
  return new ec2.CfnSecurityGroup(stack, "SecurityGroup", {
    groupDescription: `${context.environmentName}-${name}: the app tier may connect`,
    vpcId: readOutput(stack, context, "network", "VpcId"),
    securityGroupIngress: splitNetwork(network.cidr, network.zones).map(({ app }) => ({
      ...rule,
      cidrIp: app,
      description: `App tier ${app}`,
    })),
    // Answers are let out by the group's state. Without a rule EC2 would add one that lets everything out.
    securityGroupEgress: [{ ...rule, cidrIp: network.cidr, description: "Within the VPC" }],
    tags: [{ key: "Name", value: `${context.environmentName}-${name}` }],
  });
}
