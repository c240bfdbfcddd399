import { perMonth } from "../components";
import type { CostModel } from "../cost-model";
import { QUERY_USAGE_KEYS, queryCharges, route53 } from "./route53-charges";

/**
 * Covers the zone's month, and the queries of its records when usage gives them here
 * (`monthly_standard_queries`, ...) rather than on the record sets. Queries for aliases of AWS resources are
 * free. Not covered: the lower price beyond 25 zones, DNSSEC's key, query logs, resolver endpoints.
 */
export const route53HostedZone: CostModel = {
  type: "AWS::Route53::HostedZone",
  service: "Route 53",
  reads: [],
  withoutInfluence: "VPCs HostedZoneConfig QueryLoggingConfig HostedZoneFeatures",
  usageKeys: QUERY_USAGE_KEYS,
  components: ({ usage }) => [
    perMonth({ name: "Hosted zone", unit: "months", price: route53("hosted zone (first 25)") }),
    ...(QUERY_USAGE_KEYS.some((key) => usage.get(key)) ? queryCharges(usage) : []),
  ],
};
