import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "an endpoint group in N. Virginia: 1,000 GB to Asia",
      properties: { EndpointGroupRegion: "us-east-1" },
      usage: { "monthly_outbound_data_transfer_gb.asia_pacific": 1000 },
      parts: [[1000, "0.035"]],
    },
    {
      what: "more data out than in, over all edges: what goes in is not charged, not even where it is more",
      properties: { EndpointGroupRegion: "us-east-1" },
      usage: {
        "monthly_outbound_data_transfer_gb.europe": 5000,
        "monthly_outbound_data_transfer_gb.asia_pacific": 1000,
        "monthly_inbound_data_transfer_gb.europe": 2000,
        "monthly_inbound_data_transfer_gb.asia_pacific": 2000,
      },
      parts: [
        [5000, "0.015"],
        [1000, "0.035"],
      ],
    },
  ],
  variants: [{ EndpointGroupRegion: "eu-west-1" }],
  terraform: {
    aws_globalaccelerator_endpoint_group: ({ endpoint_group_region }) => ({
      EndpointGroupRegion: endpoint_group_region,
    }),
  },
} satisfies TypeCases;
