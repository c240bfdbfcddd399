import { message } from "@greenroom/messages";
import type { CostModel } from "../cost-model";
import { createPropertyReader } from "../properties";
import { QUERY_USAGE_KEYS, queryCharges } from "./route53-charges";

/**
 * Covers queries by routing policy for all records of the group together (usage `monthly_standard_queries`,
 * `monthly_latency_based_queries`, `monthly_geo_queries`). A group of aliases of AWS resources is free.
 * Not covered: IP-based routing, traffic policies.
 */
export const route53RecordSetGroup: CostModel = {
  type: "AWS::Route53::RecordSetGroup",
  service: "Route 53",
  reads: ["RecordSets[].AliasTarget"],
  notPriced: ["RecordSets[].CidrRoutingConfig"],
  withoutInfluence:
    "Comment HostedZoneId RecordSets[].Failover RecordSets[].GeoLocation RecordSets[].HealthCheckId " +
    "RecordSets[].HostedZoneId RecordSets[].MultiValueAnswer RecordSets[].Region " +
    "RecordSets[].ResourceRecords RecordSets[].SetIdentifier RecordSets[].TTL RecordSets[].Type " +
    "RecordSets[].Weight RecordSets[].GeoProximityLocation",
  usageKeys: QUERY_USAGE_KEYS,
  freeBecause: ({ properties }) => {
    const records = properties.list("RecordSets")?.map(createPropertyReader) ?? [];
    return records.length > 0 && records.every((record) => record.has("AliasTarget"))
      ? message("pricing.free.aliasQueries")
      : null;
  },
  components: ({ usage }) => queryCharges(usage),
};
