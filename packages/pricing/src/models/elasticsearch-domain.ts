import type { CostModel } from "../cost-model";
import { type DomainShape, domainCharges } from "./search-domain-charges";

const SHAPE: DomainShape = {
  cluster: "ElasticsearchClusterConfig",
  counts: { data: "InstanceCount", master: "DedicatedMasterCount", warm: "WarmCount" },
  types: { data: "InstanceType", master: "DedicatedMasterType", warm: "WarmType" },
  defaultType: "m4.large.elasticsearch",
};

/**
 * Covers hours of data, dedicated master and warm nodes, and the EBS storage of data nodes.
 * Not covered: warm and cold managed storage, snapshots, extended support of old versions, reserved
 * instances.
 */
export const elasticsearchDomain: CostModel = {
  type: "AWS::Elasticsearch::Domain",
  service: "OpenSearch",
  reads: [
    "ElasticsearchClusterConfig.InstanceType",
    "ElasticsearchClusterConfig.InstanceCount",
    "ElasticsearchClusterConfig.DedicatedMasterEnabled",
    "ElasticsearchClusterConfig.DedicatedMasterType",
    "ElasticsearchClusterConfig.DedicatedMasterCount",
    "ElasticsearchClusterConfig.WarmEnabled",
    "ElasticsearchClusterConfig.WarmType",
    "ElasticsearchClusterConfig.WarmCount",
    "EBSOptions.EBSEnabled",
    "EBSOptions.VolumeType",
    "EBSOptions.VolumeSize",
    "EBSOptions.Iops",
    "EBSOptions.Throughput",
  ],
  notPriced: [
    "ElasticsearchClusterConfig.ColdStorageOptions.Enabled",
    ["ElasticsearchVersion", /^(1\.5|2\.3|5\.[1-5]|6\.[0-7]|7\.[1-8])$/],
  ],
  withoutInfluence:
    "AccessPolicies AdvancedOptions AdvancedSecurityOptions CognitoOptions DomainEndpointOptions " +
    "ElasticsearchClusterConfig.ZoneAwarenessConfig ElasticsearchClusterConfig.ZoneAwarenessEnabled " +
    "EncryptionAtRestOptions LogPublishingOptions NodeToNodeEncryptionOptions SnapshotOptions " +
    "VPCOptions",
  usageKeys: [],
  components: (input) => domainCharges(SHAPE, input),
};
