import type { TypeCases } from "../../testing/cases";

export default {
  figures: [
    {
      what: "a resolver endpoint with two addresses",
      properties: { IpAddresses: [{ SubnetId: "a" }, { SubnetId: "b" }] },
      parts: [[1460, "0.125"]],
    },
    {
      what: "a resolver endpoint in Virginia: two billion queries (Infracost: route53_resolver_endpoint.test_withUsage2B)",
      region: "us-east-1",
      properties: { IpAddresses: [{ SubnetId: "a" }, { SubnetId: "b" }] },
      usage: { monthly_queries: 2e9 },
      parts: [["182.5"], [400], [200]],
    },
  ],
  variants: [{ IpAddresses: [{ SubnetId: "a" }, { SubnetId: "b" }] }],
} satisfies TypeCases;
