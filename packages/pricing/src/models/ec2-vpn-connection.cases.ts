import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a VPN over a transit gateway in Seoul: no source has priced its hours, but the attachment",
      properties: { TransitGatewayId: "tgw-1" },
      parts: [["0.07", 730]],
      unpriced: { "VPN connection": 730 },
    },
    {
      what: "a VPN over a transit gateway in Virginia (Infracost: vpn_connection.transit_withUsage)",
      region: "us-east-1",
      properties: { TransitGatewayId: "tgw-1" },
      usage: { monthly_data_processed_gb: 100 },
      parts: [["36.5"], ["36.5"], [2]],
    },
  ],
  variants: [{ TransitGatewayId: "tgw-1" }],
} satisfies TypeCases;
