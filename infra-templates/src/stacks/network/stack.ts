import { message } from "@greenroom/messages";
import { Fn, type Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import * as logs from "aws-cdk-lib/aws-logs";
import { keepData } from "../../constructs/keep-data";
import { addOutput } from "../../constructs/outputs";
import type { BlueprintContext } from "../../model/blueprint";
import { acceptChoice } from "../../policy/accept-finding";
import { availabilityZones } from "./availability-zones";
import { addDbAccess } from "./db-access";
import { addInterfaceEndpoints } from "./interface-endpoints";
import type { NetworkSpec } from "./model";
import { natCount, splitNetwork, type ZoneSubnets } from "./subnets";

type Tier = "public" | "app" | "db";
interface Zone {
  number: number;
  name: string;
  subnets: Record<Tier, ec2.CfnSubnet>;
  cidrs: ZoneSubnets;
}

/**
 * Three tiers over two or three zones. The db tier has no route out of the VPC at all. The VPC's default
 * security group is left as AWS makes it (members may speak to each other): closing it takes a custom
 * resource, and nothing of ours is ever put into it.
 */
export function buildNetwork(stack: Stack, spec: NetworkSpec, context: BlueprintContext): void {
  const { environmentName } = context;
  const vpc = new ec2.CfnVPC(stack, "Vpc", {
    cidrBlock: spec.network.cidr,
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: [nameTag(environmentName)],
  });
  const gateway = new ec2.CfnInternetGateway(stack, "InternetGateway", { tags: [nameTag(environmentName)] });
  const attachment = new ec2.CfnVPCGatewayAttachment(stack, "InternetGatewayAttachment", {
    vpcId: vpc.ref,
    internetGatewayId: gateway.ref,
  });

  const zones = addSubnets(stack, vpc, spec, context);
  const publicTable = addRouteTable(stack, vpc, "PublicRouteTable", `${environmentName}-public`);
  const route = new ec2.CfnRoute(stack, "PublicDefaultRoute", {
    routeTableId: publicTable.ref,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: gateway.ref,
  });
  route.addResourceDependency(attachment);
  const dbTable = addRouteTable(stack, vpc, "DbRouteTable", `${environmentName}-db`);
  for (const zone of zones) {
    associate(stack, `PublicSubnet${zone.number}Routes`, zone.subnets.public, publicTable);
    associate(stack, `DbSubnet${zone.number}Routes`, zone.subnets.db, dbTable);
  }

  const nats = addNatGateways(stack, zones, attachment, spec, environmentName);
  const appTables = addAppRoutes(stack, vpc, zones, nats, environmentName);
  addEndpoints(stack, vpc, appTables, context);
  if (spec.network.interfaceEndpoints) {
    const appSubnets = zones.map((zone) => zone.subnets.app);
    addInterfaceEndpoints(stack, vpc, spec.network.cidr, appSubnets, context);
  }
  const dbSubnets = zones.map(({ number, subnets, cidrs }) => ({
    id: `${TIER_IDS.db}${number}`,
    subnet: subnets.db,
    cidr: cidrs.db,
  }));
  addDbAccess(stack, vpc, spec.network.cidr, dbSubnets, `${environmentName}-db`);
  if (spec.network.flowLogs) addFlowLog(stack, vpc, spec, context);
  else {
    acceptChoice(vpc, "AwsSolutions-VPC7", message("rule.fix.flowLogs"), {
      en: "The requester switched flow logs off: the traffic of this environment leaves no record.",
      ko: "요청자가 플로우 로그를 껐습니다. 이 환경의 트래픽은 기록되지 않습니다.",
    });
  }

  addOutput(stack, "VpcId", vpc.ref, "The VPC");
  addOutput(stack, "VpcCidr", spec.network.cidr, "Network of the VPC");
  if (nats.length > 0) {
    const refs = nats.map((nat) => nat.ref);
    addOutput(stack, "NatGatewayIds", Fn.join(",", refs), "NAT gateways, in the order of their zones");
  }
  for (const [id, tier] of Object.entries({
    PublicSubnetIds: "public",
    AppSubnetIds: "app",
    DbSubnetIds: "db",
  })) {
    const refs = zones.map((zone) => zone.subnets[tier as Tier].ref);
    addOutput(stack, id, Fn.join(",", refs), `Subnets of the ${tier} tier, one per zone`);
  }
}

function nameTag(value: string) {
  return { key: "Name", value };
}

const TIER_IDS: Record<Tier, string> = { public: "PublicSubnet", app: "AppSubnet", db: "DbSubnet" };

function addSubnets(
  stack: Stack,
  vpc: ec2.CfnVPC,
  { network }: NetworkSpec,
  { region, environmentName }: BlueprintContext,
): Zone[] {
  const names = availabilityZones(region, network.zones);
  return splitNetwork(network.cidr, network.zones).map((cidrs, index) => {
    const number = index + 1;
    const name = names[index] ?? "";
    const subnet = (tier: Tier) =>
      new ec2.CfnSubnet(stack, `${TIER_IDS[tier]}${number}`, {
        vpcId: vpc.ref,
        availabilityZone: name,
        cidrBlock: cidrs[tier],
        mapPublicIpOnLaunch: false,
        tags: [nameTag(`${environmentName}-${tier}-${number}`), ...discoveryTags(tier, environmentName)],
      });
    return {
      number,
      name,
      subnets: { public: subnet("public"), app: subnet("app"), db: subnet("db") },
      cidrs,
    };
  });
}

/**
 * Load balancer controllers and Karpenter look for their subnets by these tags (EKS user guide, "VPC and
 * subnet considerations").
 */
function discoveryTags(tier: Tier, environmentName: string) {
  if (tier === "public") return [{ key: "kubernetes.io/role/elb", value: "1" }];
  if (tier === "db") return [];
  return [
    { key: "kubernetes.io/role/internal-elb", value: "1" },
    { key: "karpenter.sh/discovery", value: environmentName },
  ];
}

function addRouteTable(stack: Stack, vpc: ec2.CfnVPC, id: string, name: string): ec2.CfnRouteTable {
  return new ec2.CfnRouteTable(stack, id, { vpcId: vpc.ref, tags: [nameTag(name)] });
}

function associate(stack: Stack, id: string, subnet: ec2.CfnSubnet, table: ec2.CfnRouteTable): void {
  new ec2.CfnSubnetRouteTableAssociation(stack, id, { subnetId: subnet.ref, routeTableId: table.ref });
}

function addNatGateways(
  stack: Stack,
  zones: Zone[],
  attachment: ec2.CfnVPCGatewayAttachment,
  { network }: NetworkSpec,
  environmentName: string,
): ec2.CfnNatGateway[] {
  return zones.slice(0, natCount(network.nat, network.zones)).map(({ number, subnets }) => {
    const name = nameTag(`${environmentName}-nat-${number}`);
    const address = new ec2.CfnEIP(stack, `NatAddress${number}`, { domain: "vpc", tags: [name] });
    // An address of a VPC needs the attached internet gateway, which CloudFormation cannot see by itself.
    address.addResourceDependency(attachment);
    return new ec2.CfnNatGateway(stack, `NatGateway${number}`, {
      allocationId: address.attrAllocationId,
      subnetId: subnets.public.ref,
      connectivityType: "public",
      tags: [name],
    });
  });
}

/** A table per zone, also with one NAT gateway, so that changing the NAT choice only changes routes. */
function addAppRoutes(
  stack: Stack,
  vpc: ec2.CfnVPC,
  zones: Zone[],
  nats: ec2.CfnNatGateway[],
  environmentName: string,
): ec2.CfnRouteTable[] {
  return zones.map(({ number, subnets }, index) => {
    const table = addRouteTable(stack, vpc, `AppRouteTable${number}`, `${environmentName}-app-${number}`);
    associate(stack, `AppSubnet${number}Routes`, subnets.app, table);
    const nat = nats[index] ?? nats[0];
    if (nat) {
      new ec2.CfnRoute(stack, `AppDefaultRoute${number}`, {
        routeTableId: table.ref,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: nat.ref,
      });
    }
    return table;
  });
}

/** Gateway endpoints are free and keep S3 and DynamoDB traffic off the NAT gateways. */
function addEndpoints(
  stack: Stack,
  vpc: ec2.CfnVPC,
  appTables: ec2.CfnRouteTable[],
  { region, environmentName }: BlueprintContext,
): void {
  for (const [id, service] of Object.entries({ S3Endpoint: "s3", DynamoDbEndpoint: "dynamodb" })) {
    new ec2.CfnVPCEndpoint(stack, id, {
      vpcId: vpc.ref,
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: "Gateway",
      routeTableIds: appTables.map((table) => table.ref),
      tags: [nameTag(`${environmentName}-${service}`)],
    });
  }
}

function addFlowLog(
  stack: Stack,
  vpc: ec2.CfnVPC,
  { network }: NetworkSpec,
  { environmentName, accountId, stage }: BlueprintContext,
): void {
  const group = new logs.CfnLogGroup(stack, "FlowLogGroup", {
    logGroupName: `/greenroom/${environmentName}/flow-logs`,
    logGroupClass: "STANDARD",
    retentionInDays: network.flowLogRetentionDays,
  });
  keepData(group, stage === "prod");
  const role = new iam.CfnRole(stack, "FlowLogRole", {
    description: "Lets VPC flow logs write to their log group",
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    },
    policies: [
      {
        policyName: "write-flow-logs",
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
              Resource: group.attrArn,
            },
          ],
        },
      },
    ],
  });
  new ec2.CfnFlowLog(stack, "FlowLog", {
    resourceId: vpc.ref,
    resourceType: "VPC",
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logGroupName: group.ref,
    deliverLogsPermissionArn: role.attrArn,
  });
}
