import type { Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import { acceptFinding } from "../../policy/accept-finding";

/** Redis or Valkey, and Aurora as PostgreSQL or MySQL. */
const DATA_PORTS = [6379, 5432, 3306];
const EPHEMERAL = { from: 1024, to: 65_535 };
const TCP = 6;

/**
 * The db tier's own wall, whatever the security groups say: the VPC may open connections to the data ports,
 * the db subnets speak freely among themselves (Redis nodes gossip on port 16379), answers go back to the
 * VPC, and everything else is dropped by the rule that AWS puts last. Name lookups pass: network ACLs do not
 * see the VPC's resolver.
 */
export function addDbAccess(
  stack: Stack,
  vpc: ec2.CfnVPC,
  vpcCidr: string,
  subnets: readonly { id: string; subnet: ec2.CfnSubnet; cidr: string }[],
  name: string,
): void {
  const acl = new ec2.CfnNetworkAcl(stack, "DbNetworkAcl", {
    vpcId: vpc.ref,
    tags: [{ key: "Name", value: name }],
  });
  acceptNetworkAcl(acl);
  const allow = (id: string, number: number, egress: boolean, cidr: string, from: number, to: number) => {
    const entry = new ec2.CfnNetworkAclEntry(stack, id, {
      networkAclId: acl.ref,
      ruleNumber: number,
      egress,
      protocol: TCP,
      ruleAction: "allow",
      cidrBlock: cidr,
      portRange: { from, to },
    });
    acceptNetworkAcl(entry);
  };
  for (const [index, port] of DATA_PORTS.entries()) {
    allow(`DbIngressPort${port}`, 100 + index, false, vpcCidr, port, port);
  }
  allow("DbEgressAnswers", 100, true, vpcCidr, EPHEMERAL.from, EPHEMERAL.to);
  for (const [index, { id, subnet, cidr }] of subnets.entries()) {
    allow(`DbIngressFrom${id}`, 200 + index, false, cidr, 0, 65_535);
    allow(`DbEgressTo${id}`, 200 + index, true, cidr, 0, 65_535);
    new ec2.CfnSubnetNetworkAclAssociation(stack, `${id}NetworkAcl`, {
      subnetId: subnet.ref,
      networkAclId: acl.ref,
    });
  }
}

function acceptNetworkAcl(resource: ec2.CfnNetworkAcl | ec2.CfnNetworkAclEntry): void {
  acceptFinding(resource, "AwsSolutions-VPC3", {
    en: "A second wall around the db tier is wanted: it holds even when a security group there is opened by mistake.",
    ko: "데이터베이스 계층에는 방어선이 하나 더 필요합니다. 보안 그룹이 실수로 열려도 이 규칙이 막습니다.",
  });
}
