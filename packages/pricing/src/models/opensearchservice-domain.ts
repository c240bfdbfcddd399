import type { CostModel } from "../cost-model";
import { type DomainShape, domainCharges } from "./search-domain-charges";

const SHAPE: DomainShape = {
  cluster: "ClusterConfig",
  counts: { data: "InstanceCount", master: "DedicatedMasterCount", warm: "WarmCount" },
  types: { data: "InstanceType", master: "DedicatedMasterType", warm: "WarmType" },
  defaultType: "m4.large.search",
};

/**
 * Covers hours of data, dedicated master and warm nodes, and the EBS storage of data nodes.
 * Not covered: warm and cold managed storage, snapshots, extended support of old versions, reserved
 * instances.
 */
export const openSearchServiceDomain: CostModel = {
  type: "AWS::OpenSearchService::Domain",
  service: "OpenSearch",
  reads: [
    "ClusterConfig.InstanceType",
    "ClusterConfig.InstanceCount",
    "ClusterConfig.DedicatedMasterEnabled",
    "ClusterConfig.DedicatedMasterType",
    "ClusterConfig.DedicatedMasterCount",
    "ClusterConfig.WarmEnabled",
    "ClusterConfig.WarmType",
    "ClusterConfig.WarmCount",
    "EBSOptions.EBSEnabled",
    "EBSOptions.VolumeType",
    "EBSOptions.VolumeSize",
    "EBSOptions.Iops",
    "EBSOptions.Throughput",
  ],
  notPriced: [
    "ClusterConfig.ColdStorageOptions.Enabled",
    "ClusterConfig.NodeOptions",
    [
      "EngineVersion",
      /^(Elasticsearch_(1\.5|2\.3|5\.[1-5]|6\.[0-7]|7\.[1-8])|OpenSearch_(1\.[0-2]|2\.[3-9]))$/,
    ],
    "AIMLOptions",
  ],
  withoutInfluence:
    "SoftwareUpdateOptions LogPublishingOptions SnapshotOptions VPCOptions " +
    "NodeToNodeEncryptionOptions AccessPolicies DomainEndpointOptions CognitoOptions " +
    "AdvancedOptions AdvancedSecurityOptions EncryptionAtRestOptions OffPeakWindowOptions " +
    "ClusterConfig.MultiAZWithStandbyEnabled ClusterConfig.ZoneAwarenessConfig " +
    "ClusterConfig.ZoneAwarenessEnabled IPAddressType SkipShardMigrationWait IdentityCenterOptions " +
    "DeploymentStrategyOptions AutomatedSnapshotPauseOptions EngineMode UseCase",
  usageKeys: [],
  components: (input) => domainCharges(SHAPE, input),
};
