import type { CostModel } from "../cost-model";
import { cacheCharges, ELASTICACHE_USAGE_KEYS } from "./elasticache-charges";

/**
 * Covers the hours of its nodes by engine, backup storage beyond the free snapshot (Redis; usage
 * `snapshot_storage_size_gb`) and the surcharge of Redis 4 and 5. Not covered: traffic between zones. A node
 * of a replication group is priced there.
 */
export const elastiCacheCacheCluster: CostModel = {
  type: "AWS::ElastiCache::CacheCluster",
  service: "ElastiCache",
  reads: ["CacheNodeType", "Engine", "EngineVersion", "NumCacheNodes", "SnapshotRetentionLimit"],
  withoutInfluence:
    "AZMode IpDiscovery LogDeliveryConfigurations NetworkType PreferredAvailabilityZone " +
    "PreferredAvailabilityZones SnapshotWindow TransitEncryptionEnabled",
  usageKeys: ELASTICACHE_USAGE_KEYS,
  components: (input) => {
    const { properties } = input;
    const engine = properties.text("Engine")?.toLowerCase() ?? "memcached";
    const count = properties.number("NumCacheNodes") ?? (properties.has("NumCacheNodes") ? null : 1);
    return cacheCharges({ engine, count, property: "NumCacheNodes" }, input);
  },
};
