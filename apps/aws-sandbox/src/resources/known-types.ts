import { DATA_TYPES } from "./data-types";
import { EDGE_TYPES } from "./edge-types";
import { PLATFORM_TYPES } from "./platform-types";
import { randomDigits } from "./random-id";
import { arnOf, digits, memo, type Named, stringOr, type TypeOverride } from "./type-override";

/** Ids that AWS makes, by type: `vpc-0123456789abcdef0`. Shapes as in real read-backs of these types. */
export const ID_PREFIXES: Record<string, string> = {
  "AWS::EC2::CustomerGateway": "cgw",
  "AWS::EC2::DHCPOptions": "dopt",
  "AWS::EC2::EgressOnlyInternetGateway": "eigw",
  "AWS::EC2::FlowLog": "fl",
  "AWS::EC2::Instance": "i",
  "AWS::EC2::InternetGateway": "igw",
  "AWS::EC2::LaunchTemplate": "lt",
  "AWS::EC2::NatGateway": "nat",
  "AWS::EC2::NetworkAcl": "acl",
  "AWS::EC2::NetworkInterface": "eni",
  "AWS::EC2::PrefixList": "pl",
  "AWS::EC2::RouteTable": "rtb",
  "AWS::EC2::SecurityGroup": "sg",
  "AWS::EC2::SecurityGroupEgress": "sgr",
  "AWS::EC2::SecurityGroupIngress": "sgr",
  "AWS::EC2::Subnet": "subnet",
  "AWS::EC2::SubnetNetworkAclAssociation": "aclassoc",
  "AWS::EC2::SubnetRouteTableAssociation": "rtbassoc",
  "AWS::EC2::TransitGateway": "tgw",
  "AWS::EC2::TransitGatewayAttachment": "tgw-attach",
  "AWS::EC2::VPC": "vpc",
  "AWS::EC2::VPCCidrBlock": "vpc-cidr-assoc",
  "AWS::EC2::VPCEndpoint": "vpce",
  "AWS::EC2::VPCPeeringConnection": "pcx",
  "AWS::EC2::VPNGateway": "vgw",
  "AWS::EC2::Volume": "vol",
  "AWS::EFS::FileSystem": "fs",
};

/** Ids of other things that a type reports among its attributes, by the attribute's name. */
export const FOREIGN_ID_PREFIXES: Record<string, string> = {
  AllocationId: "eipalloc",
  EniId: "eni",
  GroupId: "sg",
  NetworkInterfaceId: "eni",
  RouteTableId: "rtb",
  SecurityGroupId: "sg",
  SubnetId: "subnet",
  VolumeId: "vol",
  VpcEndpointId: "vpce",
  VpcId: "vpc",
};

interface NameRule {
  maxLength?: number;
  isLowerCase?: boolean;
  /** In place of the stack's name; empty: nothing. */
  prefix?: string;
}

/** How long a made-up name may be, per service limits. */
export const NAME_RULES: Record<string, NameRule> = {
  "AWS::CloudWatch::Dashboard": { prefix: "" },
  "AWS::ECR::Repository": { isLowerCase: true },
  "AWS::Events::Archive": { maxLength: 48, prefix: "" },
  "AWS::Events::Rule": { maxLength: 64 },
  "AWS::ElastiCache::ReplicationGroup": { maxLength: 40, isLowerCase: true },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { maxLength: 32 },
  "AWS::ElasticLoadBalancingV2::TargetGroup": { maxLength: 32 },
  "AWS::IAM::InstanceProfile": { maxLength: 64 },
  "AWS::IAM::Role": { maxLength: 64 },
  "AWS::Lambda::Function": { maxLength: 64 },
  "AWS::RDS::DBCluster": { maxLength: 63, isLowerCase: true },
  "AWS::RDS::DBInstance": { maxLength: 63, isLowerCase: true },
  "AWS::S3::Bucket": { maxLength: 63, isLowerCase: true },
  "AWS::SQS::Queue": { maxLength: 80 },
  "AWS::SSM::Parameter": { prefix: "CFN" },
  "AWS::WAFv2::WebACL": { prefix: "" },
};

const octet = () => Number(randomDigits(2)) + 10;
const octets = (of: Named) => ["a", "b", "c"].map((salt) => Number.parseInt(digits(of, 2, salt), 16));

/** Types whose ids or outputs people look at; every other type follows the specification. */
export const TYPE_OVERRIDES: Record<string, TypeOverride> = {
  ...DATA_TYPES,
  ...EDGE_TYPES,
  ...PLATFORM_TYPES,
  "AWS::EC2::EIP": {
    physicalId: (of) => memo(of, () => `3.${octet()}.${octet()}.${octet()}`),
    attributes: { AllocationId: (of) => `eipalloc-0${digits(of, 16)}`, PublicIp: (of) => of.physicalId },
  },
  "AWS::EC2::Route": {
    attributes: { CidrBlock: (of) => stringOr(of.resource.properties.DestinationCidrBlock, "") },
    physicalId: (of) => {
      const { DestinationIpv6CidrBlock, DestinationPrefixListId, DestinationCidrBlock } =
        of.resource.properties;
      const destination = DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId ?? "";
      return `${of.valueOf("RouteTableId")}|${String(destination)}`;
    },
  },
  "AWS::EC2::SecurityGroup": { attributes: { GroupId: (of) => of.physicalId, Id: (of) => of.physicalId } },
  "AWS::EC2::Subnet": {
    attributes: {
      AvailabilityZone: (of) => stringOr(of.resource.properties.AvailabilityZone, `${of.resource.region}a`),
      NetworkAclAssociationId: (of) => `aclassoc-0${digits(of, 16)}`,
    },
  },
  "AWS::EC2::VPC": {
    attributes: {
      CidrBlock: (of) => stringOr(of.resource.properties.CidrBlock, "10.0.0.0/16"),
      CidrBlockAssociations: (of) => [`vpc-cidr-assoc-0${digits(of, 16)}`],
      DefaultNetworkAcl: (of) => `acl-0${digits(of, 16)}`,
      DefaultSecurityGroup: (of) => `sg-0${digits(of, 16)}`,
      Ipv6CidrBlocks: () => [],
    },
  },
  "AWS::EC2::VPCGatewayAttachment": {
    physicalId: (of) => `${of.resource.properties.VpnGatewayId ? "VGW" : "IGW"}|${of.valueOf("VpcId")}`,
    attributes: { AttachmentType: (of) => (of.resource.properties.VpnGatewayId ? "VGW" : "IGW") },
  },
  "AWS::Events::Rule": {
    attributes: {
      Arn: (of) => {
        const bus = of.resource.properties.EventBusName;
        const path = typeof bus === "string" && bus !== "default" ? `${bus.split("/").pop()}/` : "";
        return arnOf(of, "events", `rule/${path}${of.valueOf("Name")}`);
      },
      RuleName: (of) => of.valueOf("Name"),
    },
    physicalId: (of) => {
      const bus = of.resource.properties.EventBusName;
      const name = of.valueOf("Name");
      return typeof bus === "string" && bus !== "default" ? `${bus.split("/").pop()}|${name}` : name;
    },
  },
  "AWS::Lambda::Permission": { physicalId: (of) => of.valueOf("Id") },
  "AWS::Logs::LogGroup": { attributes: { Arn: (of) => `${of.arn}:*` } },
  "AWS::EC2::Instance": {
    attributes: {
      AvailabilityZone: (of) => stringOr(of.resource.properties.AvailabilityZone, `${of.resource.region}a`),
      PrivateDnsName: (of) => `ip-10-0-0-10.${of.resource.region}.compute.internal`,
      PrivateIp: () => "10.0.0.10",
      PublicDnsName: (of) => `ec2-3-${octets(of).join("-")}.${of.resource.region}.compute.amazonaws.com`,
      PublicIp: (of) => `3.${octets(of).join(".")}`,
      State: () => ({ Code: "16", Name: "running" }),
    },
  },
  "AWS::EC2::LaunchTemplate": {
    attributes: { DefaultVersionNumber: () => "1", LatestVersionNumber: () => "1" },
  },
};
