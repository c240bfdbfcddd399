import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { attachmentHours } from "./transit-gateway-charges";

/**
 * Covers hours of the connection and, over a transit gateway, its attachment and data (usage
 * `monthly_data_processed_gb`). Not covered: acceleration, data transfer out.
 */
export const ec2VpnConnection: CostModel = {
  type: "AWS::EC2::VPNConnection",
  service: "VPC",
  reads: ["TransitGatewayId"],
  notPriced: ["EnableAcceleration", ["TunnelBandwidth", /large/i], "VpnConcentratorId"],
  withoutInfluence:
    "Type VpnTunnelOptionsSpecifications CustomerGatewayId VpnGatewayId StaticRoutesOnly " +
    "RemoteIpv6NetworkCidr RemoteIpv4NetworkCidr OutsideIpAddressType LocalIpv4NetworkCidr " +
    "PreSharedKeyStorage TransportTransitGatewayAttachmentId LocalIpv6NetworkCidr " +
    "TunnelInsideIpVersion",
  usageKeys: ["monthly_data_processed_gb"],
  components: ({ properties, usage }) => [
    perHour({ name: "VPN connection", price: { service: "AmazonVPC", sku: "VPN connection" } }),
    ...(properties.has("TransitGatewayId")
      ? [
          attachmentHours("Transit gateway attachment"),
          perUsage({
            name: "Data processed",
            unit: "GB",
            price: { service: "AmazonVPC", sku: "Transit Gateway data" },
            usageKey: "monthly_data_processed_gb",
            figure: usage.get("monthly_data_processed_gb"),
          }),
        ]
      : []),
  ],
};
