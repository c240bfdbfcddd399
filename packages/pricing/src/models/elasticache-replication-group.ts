import type { Count } from "../components";
import type { CostModel, ModelInput } from "../cost-model";
import { scalableBounds } from "../neighbours";
import { createPropertyReader } from "../properties";
import { exactly, type Range, zipRanges } from "../ranges";
import { cacheCharges, ELASTICACHE_USAGE_KEYS } from "./elasticache-charges";
import { scaledCapacity } from "./scaling";

const GROUPS = "elasticache:replication-group:NodeGroups";
const REPLICAS = "elasticache:replication-group:Replicas";

/**
 * Covers the hours of shards × (1 primary + replicas) nodes by engine, Redis or Valkey, with the bounds of
 * Application Auto Scaling as low and high (expected the minimum, or usage `capacity` of the scaling target);
 * backup storage beyond the free snapshot (usage `snapshot_storage_size_gb`, size of one); the surcharge of
 * Redis 4 and 5. Encryption, Multi-AZ and automatic failover have no charge of their own. Not covered: data
 * tiering's own prices, traffic between zones and regions, the durability add-on of Valkey.
 */
export const elastiCacheReplicationGroup: CostModel = {
  type: "AWS::ElastiCache::ReplicationGroup",
  service: "ElastiCache",
  reads: [
    "CacheNodeType",
    "Engine",
    "EngineVersion",
    "NumNodeGroups",
    "ReplicasPerNodeGroup",
    "NumCacheClusters",
    "NodeGroupConfiguration[].ReplicaCount",
    "SnapshotRetentionLimit",
    "ReplicationGroupId",
  ],
  neighbours: ["AWS::ApplicationAutoScaling::ScalableTarget whose ResourceId names the group"],
  notPriced: ["Durability"],
  withoutInfluence:
    "AtRestEncryptionEnabled AuthToken AutomaticFailoverEnabled ClusterMode DataTieringEnabled " +
    "GlobalReplicationGroupId IpDiscovery LogDeliveryConfigurations MultiAZEnabled NetworkType " +
    "NodeGroupConfiguration[].NodeGroupId NodeGroupConfiguration[].PrimaryAvailabilityZone " +
    "NodeGroupConfiguration[].ReplicaAvailabilityZones NodeGroupConfiguration[].Slots " +
    "PreferredCacheClusterAZs PrimaryClusterId ReplicationGroupDescription SnapshotWindow " +
    "SnapshottingClusterId TransitEncryptionEnabled TransitEncryptionMode UserGroupIds",
  usageKeys: ELASTICACHE_USAGE_KEYS,
  components: (input) => {
    const engine = input.properties.text("Engine")?.toLowerCase() ?? "redis";
    const { count, isAutoscaled } = nodesOf(input);
    return cacheCharges({ engine, count, property: "NumNodeGroups", isAutoscaled }, input);
  },
};

function nodesOf(input: ModelInput): {
  count: Count | null;
  isAutoscaled: boolean;
} {
  const { properties } = input;
  const name = properties.text("ReplicationGroupId");
  const resourceId = name && `replication-group/${name}`;
  const groupBounds = scalableBounds(input, GROUPS, resourceId)[0];
  const replicaBounds = scalableBounds(input, REPLICAS, resourceId)[0];
  const shards = (properties.list("NodeGroupConfiguration") ?? []).map(createPropertyReader);
  const declaredGroups = properties.number("NumNodeGroups") ?? (shards.length || undefined);
  const isClustered = declaredGroups !== undefined || groupBounds !== undefined;
  if (!isClustered && properties.has("NumNodeGroups")) return { count: null, isAutoscaled: false };
  if (!isClustered && !replicaBounds) {
    const nodes = properties.number("NumCacheClusters");
    return { count: nodes ?? (properties.has("NumCacheClusters") ? null : 1), isAutoscaled: false };
  }
  const declaredReplicas =
    properties.number("ReplicasPerNodeGroup") ??
    shards[0]?.number("ReplicaCount") ??
    Math.max(0, (properties.number("NumCacheClusters") ?? 1) - 1);
  const groups = toRange(scaledCapacity(declaredGroups ?? 1, groupBounds) as Count);
  const replicas = toRange(scaledCapacity(declaredReplicas, replicaBounds) as Count);
  return {
    count: zipRanges(groups, replicas, (each, behind) => each.times(behind.plus(1))),
    isAutoscaled: groupBounds !== undefined || replicaBounds !== undefined,
  };
}

function toRange(count: Count): Range {
  return typeof count === "number" ? exactly(count) : count;
}
