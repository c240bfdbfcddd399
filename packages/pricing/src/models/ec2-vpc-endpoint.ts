import { message } from "@greenroom/messages";
import { perHour, perUsage, perUsageInTiers } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";

const USAGE_KEY = "monthly_data_processed_gb";
const PETABYTE_GB = 1024 * 1024;

/**
 * Covers hours per zone and data (usage `monthly_data_processed_gb`) of Interface and GatewayLoadBalancer
 * endpoints. Gateway endpoints (S3, DynamoDB) are free. An interface endpoint has one network interface per
 * subnet, each charged. Not covered: the load balancer behind an endpoint service, cross-region endpoints.
 */
export const ec2VpcEndpoint: CostModel = {
  type: "AWS::EC2::VPCEndpoint",
  service: "VPC",
  reads: ["VpcEndpointType", "SubnetIds[]"],
  notPriced: ["ServiceRegion"],
  withoutInfluence: "PrivateDnsEnabled RouteTableIds IpAddressType DnsOptions",
  usageKeys: ["monthly_data_processed_gb"],
  freeBecause: (input) => (kindOf(input) === "Gateway" ? message("pricing.free.gatewayEndpoint") : null),
  components: (input) => {
    const kind = kindOf(input);
    const figure = input.usage.get(USAGE_KEY);
    const data: ComponentDraft[] =
      kind === "Interface"
        ? perUsageInTiers({ unit: "GB", usageKey: USAGE_KEY, figure }, [
            {
              name: "Data processed (first 1PB)",
              upTo: PETABYTE_GB,
              price: { service: "AmazonVPC", sku: "interface endpoint data, first 1 PB" },
            },
            {
              name: "Data processed (next 4PB)",
              upTo: 5 * PETABYTE_GB,
              price: { service: "AmazonVPC", sku: "interface endpoint data, next 4 PB" },
            },
            {
              name: "Data processed (over 5PB)",
              price: { service: "AmazonVPC", sku: "interface endpoint data, over 5 PB" },
            },
          ])
        : [
            perUsage({
              name: "Data processed",
              unit: "GB",
              price: { service: "AmazonVPC", sku: `${kind} endpoint data` },
              usageKey: USAGE_KEY,
              figure,
            }),
          ];
    const sku = kind === "Interface" ? "interface endpoint per AZ" : `${kind} endpoint per AZ`;
    return [
      ...data,
      perHour({ name: `Endpoint (${kind})`, price: { service: "AmazonVPC", sku }, ...zones(input) }),
    ];
  },
};

/**
 * CloudFormation's default is Gateway; a kind that only deployment will tell is not taken for the free one.
 */
function kindOf({ properties }: ModelInput): string {
  return properties.text("VpcEndpointType") ?? (properties.has("VpcEndpointType") ? "Interface" : "Gateway");
}

function zones({ properties }: ModelInput) {
  const count = properties.list("SubnetIds")?.length;
  if (count) return { count };
  return {
    count: 1,
    assumption: message("pricing.assumption.oneZone"),
  };
}
