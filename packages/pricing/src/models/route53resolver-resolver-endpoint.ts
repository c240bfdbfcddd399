import { perHour, perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

const BILLION = 1e9;

/**
 * Covers hours of the endpoint's network interfaces, one for each address, and queries through it (usage
 * `monthly_queries`). Not covered: DNS firewall, query logs.
 */
export const route53ResolverResolverEndpoint: CostModel = {
  type: "AWS::Route53Resolver::ResolverEndpoint",
  service: "Route 53",
  reads: ["IpAddresses[]"],
  notPriced: ["TargetNameServerMetricsEnabled", "RniEnhancedMetricsEnabled"],
  withoutInfluence:
    "PreferredInstanceType ResolverEndpointType Direction Dns64Enabled Ipv6InternetAccessEnabled " +
    "Protocols",
  usageKeys: ["monthly_queries"],
  components: ({ properties, usage }) => [
    perHour({
      name: "Resolver endpoints",
      count: properties.list("IpAddresses")?.length ?? null,
      property: "IpAddresses",
      price: resolver("network interface"),
    }),
    ...perUsageInTiers(
      {
        unit: "1M queries",
        unitSize: 1_000_000,
        usageKey: "monthly_queries",
        figure: usage.get("monthly_queries"),
      },
      [
        { name: "DNS queries (first 1B)", upTo: BILLION, price: resolver("queries first 1B") },
        { name: "DNS queries (over 1B)", price: resolver("queries over 1B") },
      ],
    ),
  ],
};

function resolver(charge: string): PriceKey {
  return { service: "AmazonRoute53", sku: `Resolver ${charge}` };
}
