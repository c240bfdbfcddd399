import type { TypeCases } from "../../testing/cases";
import { type Attributes, defined } from "../../testing/terraform-attributes";

export default {
  figures: [
    {
      what: "a gateway load balancer in Seoul",
      properties: { Type: "gateway", Subnets: ["a"] },
      usage: { processed_bytes_gb: 730 },
      parts: [
        ["0.0125", 730],
        ["0.004", 730],
      ],
    },
    {
      what: "an ALB in two zones with 1,460 GB, two units an hour: hours, units, addresses",
      properties: { Type: "application", Scheme: "internet-facing", Subnets: ["a", "b"] },
      usage: { processed_bytes_gb: 1460 },
      parts: [
        ["0.0225", 730],
        [2, "0.008", 730],
        [2, "0.005", 730],
      ],
    },
    {
      what: "the most of the four measures counts: 6,000 active connections are two units, 365 GB half of one",
      properties: { Scheme: "internal" },
      usage: { processed_bytes_gb: 365, active_connections: 6000 },
      parts: [
        ["0.0225", 730],
        [2, "0.008", 730],
      ],
    },
    {
      what: "a network load balancer on its own addresses pays for them there",
      properties: { Type: "network", SubnetMappings: [{ SubnetId: "a", AllocationId: "eipalloc-1" }] },
      parts: [["0.0225", 730]],
    },
  ],
  variants: [
    { Type: "network", Subnets: ["a", "b"] },
    { Type: "gateway" },
    { Subnets: [{ Ref: "Public" }] },
    { Type: "application", Subnets: ["a", "b"] },
  ],
  beside: { Public: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: true } } },
  terraform: { aws_lb: loadBalancer, aws_alb: loadBalancer },
  infracost: {
    differs: [
      [
        /^aws_(lb|alb)\./,
        /^Public IPv4 address$/,
        "AWS charges every public IPv4 address since 2024-02-01, those of load balancers too.",
      ],
    ],
  },
} satisfies TypeCases;

function loadBalancer({ load_balancer_type = "application", subnets, subnet_mapping, internal }: Attributes) {
  return defined({
    Type: load_balancer_type,
    Scheme: internal ? "internal" : undefined,
    Subnets: subnets,
    SubnetMappings: (subnet_mapping as Attributes[] | undefined)?.map(({ subnet_id, allocation_id }) =>
      defined({ SubnetId: subnet_id, AllocationId: allocation_id }),
    ),
  });
}
