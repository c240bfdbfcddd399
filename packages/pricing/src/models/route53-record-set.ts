import { message } from "@greenroom/messages";
import type { CostModel } from "../cost-model";
import { QUERY_USAGE_KEYS, queryCharges } from "./route53-charges";

/**
 * Covers queries by routing policy (usage `monthly_standard_queries`, `monthly_latency_based_queries`,
 * `monthly_geo_queries`). An alias of an AWS resource is free. Not covered: IP-based routing, traffic
 * policies.
 */
export const route53RecordSet: CostModel = {
  type: "AWS::Route53::RecordSet",
  service: "Route 53",
  reads: ["AliasTarget"],
  notPriced: ["CidrRoutingConfig"],
  withoutInfluence:
    "Comment Failover GeoLocation HealthCheckId HostedZoneId MultiValueAnswer Region " +
    "ResourceRecords SetIdentifier TTL Type Weight",
  usageKeys: QUERY_USAGE_KEYS,
  freeBecause: ({ properties }) =>
    properties.has("AliasTarget") ? message("pricing.free.aliasQuery") : null,
  components: ({ usage }) => queryCharges(usage),
};
