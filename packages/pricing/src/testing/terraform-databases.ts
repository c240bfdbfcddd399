import { defined, first, isReference, type Translations } from "./terraform-attributes";

/** Tables, caches and databases of Terraform's cases in CloudFormation. */
export const DATABASE_TRANSLATIONS: Translations = {
  aws_dynamodb_table: (attributes) => ({
    Type: "AWS::DynamoDB::Table",
    Properties: {
      BillingMode: attributes.billing_mode,
      ProvisionedThroughput: {
        ReadCapacityUnits: attributes.read_capacity,
        WriteCapacityUnits: attributes.write_capacity,
      },
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: first(attributes.point_in_time_recovery)?.enabled ?? false,
      },
    },
  }),
  aws_elasticache_replication_group: (attributes) => ({
    Type: "AWS::ElastiCache::ReplicationGroup",
    Properties: defined({
      CacheNodeType: attributes.node_type,
      Engine: attributes.engine,
      NumNodeGroups: attributes.num_node_groups,
      ReplicasPerNodeGroup: attributes.replicas_per_node_group,
      NumCacheClusters: attributes.num_cache_clusters,
      SnapshotRetentionLimit: attributes.snapshot_retention_limit,
    }),
  }),
  aws_elasticache_cluster: (attributes) => ({
    Type: "AWS::ElastiCache::CacheCluster",
    Properties: defined({
      CacheNodeType: attributes.node_type,
      Engine: attributes.engine,
      NumCacheNodes: attributes.num_cache_nodes,
      SnapshotRetentionLimit: attributes.snapshot_retention_limit,
    }),
  }),
  aws_rds_cluster: (attributes) => ({
    Type: "AWS::RDS::DBCluster",
    Properties: defined({
      Engine: attributes.engine,
      EngineMode: attributes.engine_mode,
      StorageType: attributes.storage_type,
      BackupRetentionPeriod: attributes.backup_retention_period,
    }),
  }),
  aws_rds_cluster_instance: (attributes) => ({
    Type: "AWS::RDS::DBInstance",
    Properties: defined({
      DBInstanceClass: attributes.instance_class,
      // The clusters of these cases are Aurora MySQL; the versions of extended support stand in the address.
      Engine: isReference(attributes.engine) ? "aurora-mysql" : attributes.engine,
      EngineVersion: isReference(attributes.engine_version) ? undefined : attributes.engine_version,
      EnablePerformanceInsights: attributes.performance_insights_enabled,
      PerformanceInsightsRetentionPeriod: attributes.performance_insights_retention_period,
    }),
  }),
};
