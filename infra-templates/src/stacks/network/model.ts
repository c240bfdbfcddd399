import { logGroup } from "../../model/outline-parts";
import type { PricedResources, StackModel, StackUsage } from "../../model/stack-model";
import { explain, logUsage } from "../../model/usage-value";
import { requestsPerMonth } from "../../traffic/rates";
import type { TrafficSettings } from "../../traffic/settings";
import { ENDPOINT_SERVICES, endpointId } from "./endpoint-services";
import { networkSection } from "./form";
import { NETWORK_SIZES, type NetworkSettings, networkSettings } from "./settings";
import { natCount } from "./subnets";

export interface NetworkSpec {
  network: NetworkSettings;
  traffic: Pick<TrafficSettings, "requestsPerSecond" | "hoursPerDay" | "byHour">;
}

export const networkModel = {
  key: "network",
  settings: { key: "network", schema: networkSettings, sizes: NETWORK_SIZES, section: networkSection },
  title: { en: "Network", ko: "네트워크" },
  summary: {
    en: "VPC with three tiers, NAT, flow logs, endpoints for S3 and DynamoDB",
    ko: "3계층 VPC, NAT, 플로우 로그, S3 및 DynamoDB 엔드포인트",
  },
  dependsOn: [],
  cidrs: ({ network }) => [network.cidr],

  outline({ network }, { region }) {
    // Data transfer is counted as the network's own usage.
    const resources: PricedResources = { Vpc: { Type: "AWS::EC2::VPC" } };
    for (let zone = 1; zone <= natCount(network.nat, network.zones); zone++) {
      resources[`NatAddress${zone}`] = { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } };
      resources[`NatGateway${zone}`] = {
        Type: "AWS::EC2::NatGateway",
        Properties: { ConnectivityType: "public" },
      };
    }
    for (const [logicalId, service] of Object.entries({ S3Endpoint: "s3", DynamoDbEndpoint: "dynamodb" })) {
      resources[logicalId] = {
        Type: "AWS::EC2::VPCEndpoint",
        Properties: { ServiceName: `com.amazonaws.${region}.${service}`, VpcEndpointType: "Gateway" },
      };
    }
    if (network.interfaceEndpoints) {
      // An endpoint is charged in each of its subnets.
      const subnets = Array.from({ length: network.zones }, (_, index) => `AppSubnet${index + 1}`);
      for (const subnet of subnets) resources[subnet] = { Type: "AWS::EC2::Subnet" };
      for (const endpoint of ENDPOINT_SERVICES) {
        resources[endpointId(endpoint)] = {
          Type: "AWS::EC2::VPCEndpoint",
          Properties: {
            ServiceName: `com.amazonaws.${region}.${endpoint.service}`,
            VpcEndpointType: "Interface",
            SubnetIds: subnets.map((subnet) => ({ Ref: subnet })),
          },
        };
      }
    }
    if (network.flowLogs) resources.FlowLogGroup = logGroup(network.flowLogRetentionDays);
    return resources;
  },

  usage({ network, traffic }) {
    const usage: StackUsage = {};
    if (network.flowLogs) {
      usage.FlowLogGroup = logUsage(
        1 + (requestsPerMonth(traffic) / 4) * 1.1e-7,
        network.flowLogRetentionDays,
        explain(
          "1 GB and one record of 110 bytes for four requests",
          "1GB와 요청 4건당 110바이트 레코드 1개",
        ),
      );
    }
    return usage;
  },
} as const satisfies StackModel<NetworkSpec>;
