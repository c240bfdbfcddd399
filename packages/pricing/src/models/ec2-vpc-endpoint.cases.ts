import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an interface endpoint in two zones",
      properties: { VpcEndpointType: "Interface", SubnetIds: ["a", "b"] },
      parts: [[2, "0.013", 730]],
    },
  ],
  variants: [{ VpcEndpointType: "Interface" }, { VpcEndpointType: "GatewayLoadBalancer" }],
  terraform: {
    aws_vpc_endpoint: ({ vpc_endpoint_type, subnet_ids }) => ({
      VpcEndpointType: vpc_endpoint_type,
      SubnetIds: subnet_ids,
    }),
  },
} satisfies TypeCases;
