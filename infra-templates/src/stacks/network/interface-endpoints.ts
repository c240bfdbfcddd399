import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import type { BlueprintContext } from "../../model/blueprint";
import { ENDPOINT_SERVICES, endpointId } from "./endpoint-services";

/**
 * Private doors to AWS services in every app subnet: the services' usual names lead to them, for the whole
 * VPC.
 */
export function addInterfaceEndpoints(
  stack: Stack,
  vpc: ec2.CfnVPC,
  vpcCidr: string,
  subnets: ec2.CfnSubnet[],
  { region, environmentName }: BlueprintContext,
): void {
  const group = new ec2.CfnSecurityGroup(stack, "EndpointSecurityGroup", {
    groupName: `${environmentName}-endpoints`,
    groupDescription: "HTTPS from the VPC to the endpoints of AWS services",
    vpcId: vpc.ref,
    securityGroupIngress: [
      {
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIp: vpcCidr,
        description: "HTTPS from the VPC",
      },
    ],
    // An endpoint only answers; without a rule of ours AWS would allow everything out.
    securityGroupEgress: [
      {
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIp: vpcCidr,
        description: "Nothing leaves the VPC",
      },
    ],
    tags: [{ key: "Name", value: `${environmentName}-endpoints` }],
  });
  for (const endpoint of ENDPOINT_SERVICES) {
    new ec2.CfnVPCEndpoint(stack, endpointId(endpoint), {
      vpcId: vpc.ref,
      serviceName: `com.amazonaws.${region}.${endpoint.service}`,
      vpcEndpointType: "Interface",
      subnetIds: subnets.map((subnet) => subnet.ref),
      securityGroupIds: [group.attrGroupId],
      privateDnsEnabled: true,
      tags: [{ key: "Name", value: `${environmentName}-${endpoint.service}` }],
    });
  }
}
