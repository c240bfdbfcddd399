// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ARN templates are written with placeholders
import { createHash, randomUUID } from "node:crypto";
import type { Json } from "@greenroom/template";
import type { Identity } from "./identity";
import { randomDigits, randomHex, randomUpper } from "./random-id";

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
  /** In place of the stack's name. */
  prefix?: string;
}

/** How long a made-up name may be, per service limits. */
export const NAME_RULES: Record<string, NameRule> = {
  "AWS::ECR::Repository": { isLowerCase: true },
  "AWS::Events::Archive": { maxLength: 48 },
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
};

interface TypeOverride {
  physicalId?: (of: Identity) => string;
  /** In place of the specification's template. */
  arnTemplate?: string;
  attributes?: Record<string, (of: Identity) => Json>;
}

const short = (of: Identity, length: number) =>
  createHash("sha256").update(of.physicalId).digest("hex").slice(0, length);
function queueName(of: Identity): string {
  const name = of.valueOf("QueueName");
  return of.birth.properties.FifoQueue === true && !name.endsWith(".fifo") ? `${name}.fifo` : name;
}
const balancerArn = (of: Identity, kind: string) =>
  `arn:aws:elasticloadbalancing:${of.birth.region}:${of.birth.accountId}:${kind}/${of.valueOf("Name")}/${randomHex(16)}`;
const octet = () => Number(randomDigits(2)) + 10;

/** Types whose ids or outputs people look at; every other type follows the specification. */
export const TYPE_OVERRIDES: Record<string, TypeOverride> = {
  "AWS::APS::Workspace": {
    physicalId: (of) =>
      memo(of, () => `arn:aws:aps:${of.birth.region}:${of.birth.accountId}:workspace/ws-${randomUUID()}`),
    attributes: {
      WorkspaceId: (of) => of.physicalId.split("/").pop() ?? "",
      PrometheusEndpoint: (of) =>
        `https://aps-workspaces.${of.birth.region}.amazonaws.com/workspaces/${of.physicalId.split("/").pop()}/`,
    },
  },
  "AWS::CertificateManager::Certificate": {
    physicalId: (of) =>
      memo(of, () => `arn:aws:acm:${of.birth.region}:${of.birth.accountId}:certificate/${randomUUID()}`),
  },
  "AWS::CloudFront::Distribution": {
    physicalId: (of) => memo(of, () => `E${randomUpper(13)}`),
    attributes: { DomainName: (of) => `d${short(of, 13)}.cloudfront.net` },
  },
  "AWS::DynamoDB::GlobalTable": {
    arnTemplate: "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}",
    attributes: { StreamArn: (of) => `${of.arn}/stream/${new Date().toISOString().slice(0, 23)}` },
  },
  "AWS::DynamoDB::Table": {
    attributes: { StreamArn: (of) => `${of.arn}/stream/${new Date().toISOString().slice(0, 23)}` },
  },
  "AWS::EC2::EIP": {
    physicalId: (of) => memo(of, () => `3.${octet()}.${octet()}.${octet()}`),
    attributes: { AllocationId: (of) => `eipalloc-0${short(of, 16)}`, PublicIp: (of) => of.physicalId },
  },
  "AWS::EC2::Route": {
    attributes: { CidrBlock: (of) => stringOr(of.birth.properties.DestinationCidrBlock, "") },
    physicalId: (of) => {
      const { DestinationIpv6CidrBlock, DestinationPrefixListId, DestinationCidrBlock } = of.birth.properties;
      const destination = DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId ?? "";
      return `${of.valueOf("RouteTableId")}|${String(destination)}`;
    },
  },
  "AWS::EC2::SecurityGroup": { attributes: { GroupId: (of) => of.physicalId, Id: (of) => of.physicalId } },
  "AWS::EC2::Subnet": {
    attributes: {
      AvailabilityZone: (of) => stringOr(of.birth.properties.AvailabilityZone, `${of.birth.region}a`),
      NetworkAclAssociationId: (of) => `aclassoc-0${short(of, 16)}`,
    },
  },
  "AWS::EC2::VPC": {
    attributes: {
      CidrBlock: (of) => stringOr(of.birth.properties.CidrBlock, "10.0.0.0/16"),
      CidrBlockAssociations: (of) => [`vpc-cidr-assoc-0${short(of, 16)}`],
      DefaultNetworkAcl: (of) => `acl-0${short(of, 16)}`,
      DefaultSecurityGroup: (of) => `sg-0${short(of, 16)}`,
      Ipv6CidrBlocks: () => [],
    },
  },
  "AWS::EC2::VPCGatewayAttachment": {
    physicalId: (of) => `${of.birth.properties.VpnGatewayId ? "VGW" : "IGW"}|${of.valueOf("VpcId")}`,
    attributes: { AttachmentType: (of) => (of.birth.properties.VpnGatewayId ? "VGW" : "IGW") },
  },
  "AWS::EKS::Cluster": {
    attributes: {
      Endpoint: (of) => `https://${short(of, 32).toUpperCase()}.gr7.${of.birth.region}.eks.amazonaws.com`,
      ClusterSecurityGroupId: (of) => `sg-0${short(of, 16)}`,
      OpenIdConnectIssuerUrl: (of) =>
        `https://oidc.eks.${of.birth.region}.amazonaws.com/id/${short(of, 32).toUpperCase()}`,
      CertificateAuthorityData: (of) =>
        Buffer.from(`simulated certificate of ${of.physicalId}`).toString("base64"),
    },
  },
  "AWS::ElastiCache::ReplicationGroup": {
    physicalId: (of) =>
      stringOr(
        of.birth.properties.ReplicationGroupId,
        memo(of, () => `${of.birth.stackName.slice(0, 2)}${randomUpper(14)}`.toLowerCase()),
      ),
    attributes: {
      "ConfigurationEndPoint.Address": (of) =>
        `clustercfg.${of.physicalId}.${short(of, 6)}.cache.amazonaws.com`,
      "ConfigurationEndPoint.Port": (of) => String(of.birth.properties.Port ?? 6379),
      "PrimaryEndPoint.Address": (of) => `master.${of.physicalId}.${short(of, 6)}.cache.amazonaws.com`,
      "PrimaryEndPoint.Port": (of) => String(of.birth.properties.Port ?? 6379),
      "ReaderEndPoint.Address": (of) => `replica.${of.physicalId}.${short(of, 6)}.cache.amazonaws.com`,
      "ReaderEndPoint.Port": (of) => String(of.birth.properties.Port ?? 6379),
    },
  },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": {
    physicalId: (of) => memo(of, () => balancerArn(of, "loadbalancer/app")),
    attributes: {
      DNSName: (of) =>
        `${of.valueOf("Name")}-${short(of, 10)}.${of.birth.region}.elb.amazonaws.com`.toLowerCase(),
      LoadBalancerName: (of) => of.valueOf("Name"),
      LoadBalancerFullName: (of) => of.physicalId.split(":loadbalancer/").pop() ?? "",
    },
  },
  "AWS::ElasticLoadBalancingV2::TargetGroup": {
    physicalId: (of) => memo(of, () => balancerArn(of, "targetgroup")),
  },
  "AWS::Events::Rule": {
    attributes: {
      Arn: (of) => {
        const bus = of.birth.properties.EventBusName;
        const path = typeof bus === "string" && bus !== "default" ? `${bus.split("/").pop()}/` : "";
        return `arn:aws:events:${of.birth.region}:${of.birth.accountId}:rule/${path}${of.valueOf("Name")}`;
      },
      RuleName: (of) => of.valueOf("Name"),
    },
    physicalId: (of) => {
      const bus = of.birth.properties.EventBusName;
      const name = of.valueOf("Name");
      return typeof bus === "string" && bus !== "default" ? `${bus.split("/").pop()}|${name}` : name;
    },
  },
  "AWS::Grafana::Workspace": {
    physicalId: (of) => memo(of, () => `g-${randomHex(10)}`),
    attributes: { Endpoint: (of) => `${of.physicalId}.grafana-workspace.${of.birth.region}.amazonaws.com` },
  },
  "AWS::IAM::Role": { attributes: { RoleId: (of) => `AROA${short(of, 17).toUpperCase()}` } },
  "AWS::KMS::Key": { arnTemplate: "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}" },
  "AWS::Lambda::Permission": { physicalId: (of) => of.valueOf("Id") },
  "AWS::Logs::LogGroup": { attributes: { Arn: (of) => `${of.arn}:*` } },
  "AWS::Route53::HostedZone": {
    physicalId: (of) => memo(of, () => `Z${randomUpper(20)}`),
    attributes: {
      NameServers: (of) =>
        [0, 1, 2, 3].map((n) => `ns-${n}${short(of, 3)}.awsdns-${n}0.${["com", "net", "org", "co.uk"][n]}`),
    },
  },
  "AWS::Route53::RecordSet": { physicalId: (of) => of.valueOf("Name").replace(/\.$/, "") },
  "AWS::S3::Bucket": {
    attributes: {
      DomainName: (of) => `${of.physicalId}.s3.amazonaws.com`,
      DualStackDomainName: (of) => `${of.physicalId}.s3.dualstack.${of.birth.region}.amazonaws.com`,
      RegionalDomainName: (of) => `${of.physicalId}.s3.${of.birth.region}.amazonaws.com`,
      WebsiteURL: (of) => `http://${of.physicalId}.s3-website-${of.birth.region}.amazonaws.com`,
    },
  },
  "AWS::SQS::Queue": {
    physicalId: (of) => `https://sqs.${of.birth.region}.amazonaws.com/${of.birth.accountId}/${queueName(of)}`,
    attributes: {
      Arn: (of) => `arn:aws:sqs:${of.birth.region}:${of.birth.accountId}:${queueName(of)}`,
      QueueName: queueName,
      QueueUrl: (of) => of.physicalId,
    },
  },
  "AWS::WAFv2::WebACL": {
    physicalId: (of) => memo(of, () => `${of.valueOf("Name")}|${randomUUID()}|${of.valueOf("Scope")}`),
    attributes: {
      Id: (of) => of.physicalId.split("|")[1] ?? "",
      Arn: (of) => {
        const [name, id, scope = ""] = of.physicalId.split("|");
        const where = scope === "CLOUDFRONT" ? "global" : "regional";
        return `arn:aws:wafv2:${of.birth.region}:${of.birth.accountId}:${where}/webacl/${name}/${id}`;
      },
      LabelNamespace: (of) => `awswaf:${of.birth.accountId}:webacl:${of.valueOf("Name")}:`,
    },
  },
  "AWS::SecretsManager::Secret": {
    arnTemplate: "arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${Name}-x7Kq2P",
    physicalId: (of) => of.arn,
  },
};

const memoized = new WeakMap<Identity, string>();

/** An identity is asked for its id many times and must answer the same. */
function memo(of: Identity, make: () => string): string {
  const known = memoized.get(of) ?? make();
  memoized.set(of, known);
  return known;
}

function stringOr(value: Json | undefined, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}
