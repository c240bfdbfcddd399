import type { Figure } from "./worked-figures";

const managed = (Name: string) => ({
  Name,
  Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name } },
});

/** Network, load balancers, DNS, distributions and web ACLs. */
export const EDGE_FIGURES: readonly Figure[] = [
  {
    what: "a NAT gateway in Seoul with 100 GB",
    type: "AWS::EC2::NatGateway",
    usage: { monthly_data_processed_gb: 100 },
    parts: [
      ["0.059", 730],
      [100, "0.059"],
    ],
  },
  { what: "a public address", type: "AWS::EC2::EIP", parts: [["0.005", 730]] },
  {
    what: "an interface endpoint in two zones",
    type: "AWS::EC2::VPCEndpoint",
    properties: { VpcEndpointType: "Interface", SubnetIds: ["a", "b"] },
    parts: [[2, "0.013", 730]],
  },
  { what: "a network is free", type: "AWS::EC2::VPC", free: true },
  {
    what: "60 TB out of Seoul in three tiers, 100 GB between zones both ways (Infracost: data_transfer)",
    type: "AWS::EC2::VPC",
    usage: { monthly_outbound_internet_gb: 61_440, monthly_intra_region_gb: 100 },
    parts: [
      [10_240, "0.126"],
      [40_960, "0.122"],
      [10_240, "0.117"],
      [200, "0.01"],
    ],
  },
  {
    what: "an attachment to a transit gateway with 1,000 GB",
    type: "AWS::EC2::TransitGatewayVpcAttachment",
    usage: { monthly_data_processed_gb: 1000 },
    parts: [
      ["0.07", 730],
      [1000, "0.02"],
    ],
  },
  {
    what: "the older name of the attachment",
    type: "AWS::EC2::TransitGatewayAttachment",
    parts: [["0.07", 730]],
  },
  {
    what: "a peering of transit gateways",
    type: "AWS::EC2::TransitGatewayPeeringAttachment",
    parts: [["0.07", 730]],
  },
  {
    what: "a VPN over a transit gateway in Seoul: no source has priced its hours, but the attachment",
    type: "AWS::EC2::VPNConnection",
    properties: { TransitGatewayId: "tgw-1" },
    parts: [["0.07", 730]],
    unpriced: { "VPN connection": 730 },
  },
  {
    what: "a VPN over a transit gateway in Virginia (Infracost: vpn_connection.transit_withUsage)",
    type: "AWS::EC2::VPNConnection",
    region: "us-east-1",
    properties: { TransitGatewayId: "tgw-1" },
    usage: { monthly_data_processed_gb: 100 },
    parts: [["36.5"], ["36.5"], [2]],
  },
  {
    what: "an attachment in Virginia",
    type: "AWS::EC2::TransitGatewayAttachment",
    region: "us-east-1",
    usage: { monthly_data_processed_gb: 100 },
    parts: [["36.5"], [2]],
  },
  {
    what: "a peering in Virginia",
    type: "AWS::EC2::TransitGatewayPeeringAttachment",
    region: "us-east-1",
    parts: [["36.5"]],
  },
  {
    what: "a gateway load balancer in Seoul",
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: { Type: "gateway", Subnets: ["a"] },
    usage: { processed_bytes_gb: 730 },
    parts: [
      ["0.0125", 730],
      ["0.004", 730],
    ],
  },
  {
    what: "an ALB in two zones with 1,460 GB, two units an hour: hours, units, addresses",
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
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
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: { Scheme: "internal" },
    usage: { processed_bytes_gb: 365, active_connections: 6000 },
    parts: [
      ["0.0225", 730],
      [2, "0.008", 730],
    ],
  },
  {
    what: "a network load balancer on its own addresses pays for them there",
    type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
    properties: { Type: "network", SubnetMappings: [{ SubnetId: "a", AllocationId: "eipalloc-1" }] },
    parts: [["0.0225", 730]],
  },
  {
    what: "an internal classic load balancer",
    type: "AWS::ElasticLoadBalancing::LoadBalancer",
    properties: { Scheme: "internal" },
    parts: [["0.025", 730]],
  },
  {
    what: "a classic load balancer in two zones that it names itself: an address in each",
    type: "AWS::ElasticLoadBalancing::LoadBalancer",
    properties: { AvailabilityZones: ["ap-northeast-2a", "ap-northeast-2c"] },
    parts: [
      ["0.025", 730],
      [2, "0.005", 730],
    ],
  },
  {
    what: "an ACL of two rules, a managed group and Bot Control, 20M requests",
    type: "AWS::WAFv2::WebACL",
    properties: {
      Scope: "REGIONAL",
      Rules: [
        { Name: "rate", Statement: { RateBasedStatement: {} } },
        { Name: "allow", Statement: { ByteMatchStatement: {} } },
        managed("AWSManagedRulesCommonRuleSet"),
        managed("AWSManagedRulesBotControlRuleSet"),
      ],
    },
    usage: { monthly_requests: 20e6 },
    parts: [[5], [2, 1], [2, 1], [20, "0.6"], [10], [20, 1]],
  },
  {
    what: "a rule group of the stack: one group and its three rules",
    type: "AWS::WAFv2::WebACL",
    properties: {
      Scope: "REGIONAL",
      Rules: [{ Statement: { RuleGroupReferenceStatement: { Arn: { "Fn::GetAtt": ["Group", "Arn"] } } } }],
    },
    beside: { Group: { Type: "AWS::WAFv2::RuleGroup", Properties: { Rules: [{}, {}, {}] } } },
    parts: [[5], [1], [3]],
  },
  {
    what: "an ACL of CloudFront has prices without a region, in any region",
    type: "AWS::WAFv2::WebACL",
    region: "us-east-1",
    properties: { Scope: "CLOUDFRONT", Rules: [{ Statement: { RateBasedStatement: {} } }] },
    usage: { monthly_requests: 1e6 },
    parts: [[5], [1], ["0.6"]],
  },
  {
    what: "15 TB to viewers in Korea in two tiers, 10M HTTPS requests",
    type: "AWS::CloudFront::Distribution",
    usage: {
      "monthly_data_transfer_to_internet_gb.asia_pacific": 15_360,
      "monthly_https_requests.asia_pacific": 10e6,
    },
    parts: [
      [10_240, "0.12"],
      [5120, "0.1"],
      [1000, "0.012"],
    ],
  },
  {
    what: "5M invocations of a CloudFront function",
    type: "AWS::CloudFront::Function",
    usage: { monthly_requests: 5e6 },
    parts: [[5, "0.1"]],
  },
  {
    what: "a zone with 10M standard queries",
    type: "AWS::Route53::HostedZone",
    usage: { monthly_standard_queries: 10e6 },
    parts: [["0.5"], [10, "0.4"]],
  },
  {
    what: "data that leaves another region than the stack's: 100 GB at Mumbai's price",
    type: "AWS::EC2::VPC",
    usage: { "region.ap-south-1": 1, monthly_outbound_internet_gb: 100 },
    parts: [[100, "0.1093"]],
  },
  {
    what: "two records that are declared together: 3M queries",
    type: "AWS::Route53::RecordSetGroup",
    properties: {
      RecordSets: [
        { Type: "A", AliasTarget: {} },
        { Type: "TXT", TTL: "300" },
      ],
    },
    usage: { monthly_standard_queries: 3e6 },
    parts: [[3, "0.4"]],
  },
  {
    what: "aliases that are declared together are free",
    type: "AWS::Route53::RecordSetGroup",
    properties: { RecordSets: [{ Type: "A", AliasTarget: {} }] },
    free: true,
  },
  {
    what: "1.5 billion queries of a record in two tiers",
    type: "AWS::Route53::RecordSet",
    usage: { monthly_standard_queries: 1.5e9 },
    parts: [
      [1000, "0.4"],
      [500, "0.2"],
    ],
  },
  {
    what: "an alias of an AWS resource",
    type: "AWS::Route53::RecordSet",
    properties: { AliasTarget: { DNSName: "x" } },
    free: true,
  },
  {
    what: "a check of an endpoint outside AWS, as a usage file may also write it",
    type: "AWS::Route53::HealthCheck",
    properties: { HealthCheckConfig: { Type: "HTTPS" } },
    usage: { "endpoint_type.non-aws": 1 },
    parts: [["0.75"], [2]],
  },
  {
    what: "an HTTPS check with latency: one check, two features",
    type: "AWS::Route53::HealthCheck",
    properties: { HealthCheckConfig: { Type: "HTTPS", MeasureLatency: true } },
    parts: [["0.5"], [2, 1]],
  },
  {
    what: "a resolver endpoint with two addresses",
    type: "AWS::Route53Resolver::ResolverEndpoint",
    properties: { IpAddresses: [{ SubnetId: "a" }, { SubnetId: "b" }] },
    parts: [[1460, "0.125"]],
  },
  {
    what: "a resolver endpoint in Virginia: two billion queries (Infracost: route53_resolver_endpoint.test_withUsage2B)",
    type: "AWS::Route53Resolver::ResolverEndpoint",
    region: "us-east-1",
    properties: { IpAddresses: [{ SubnetId: "a" }, { SubnetId: "b" }] },
    usage: { monthly_queries: 2e9 },
    parts: [["182.5"], [400], [200]],
  },
  {
    what: "an accelerator's fixed fee",
    type: "AWS::GlobalAccelerator::Accelerator",
    parts: [["0.025", 730]],
  },
  {
    what: "an endpoint group in N. Virginia: 1,000 GB to Asia",
    type: "AWS::GlobalAccelerator::EndpointGroup",
    properties: { EndpointGroupRegion: "us-east-1" },
    usage: { "monthly_outbound_data_transfer_gb.asia_pacific": 1000 },
    parts: [[1000, "0.035"]],
  },
  {
    what: "more data out than in, over all edges: what goes in is not charged, not even where it is more",
    type: "AWS::GlobalAccelerator::EndpointGroup",
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
];
