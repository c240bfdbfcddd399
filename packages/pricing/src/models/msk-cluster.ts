import { perHour, perMonth } from "../components";
import type { CostModel } from "../cost-model";
import { scalableBounds } from "../neighbours";
import { multiply } from "./ebs-charges";
import { scaledCapacity } from "./scaling";

const DEFAULT_VOLUME_GB = 1000;

/**
 * Covers broker hours by type and their storage, between the bounds of Application Auto Scaling.
 * Not covered: provisioned storage throughput, tiered storage, private connectivity, data transfer.
 */
export const mskCluster: CostModel = {
  type: "AWS::MSK::Cluster",
  service: "MSK",
  reads: [
    "NumberOfBrokerNodes",
    "BrokerNodeGroupInfo.InstanceType",
    "BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize",
  ],
  neighbours: ["AWS::ApplicationAutoScaling::ScalableTarget whose ResourceId names the cluster"],
  notPriced: [
    ["StorageMode", /^TIERED$/],
    "BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.ProvisionedThroughput.Enabled",
    "BrokerNodeGroupInfo.ConnectivityInfo.VpcConnectivity",
    ["BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type", /^SERVICE_PROVIDED_EIPS$/],
    ["EnhancedMonitoring", /^PER_/],
  ],
  withoutInfluence:
    "KafkaVersion EncryptionInfo OpenMonitoring CurrentVersion ConfigurationInfo " +
    "BrokerNodeGroupInfo.ClientSubnets BrokerNodeGroupInfo.ConnectivityInfo.NetworkType " +
    "BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.ProvisionedThroughput.VolumeThroughput " +
    "BrokerNodeGroupInfo.BrokerAZDistribution ClientAuthentication LoggingInfo Rebalancing " +
    "ZookeeperAccess",
  usageKeys: [],
  components: (input) => {
    const { properties } = input;
    const brokers = properties.number("NumberOfBrokerNodes");
    const type = properties.text("BrokerNodeGroupInfo.InstanceType");
    const [bounds] = scalableBounds(input, "kafka:broker-storage:VolumeSize");
    const declared = properties.number("BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize");
    const gb = scaledCapacity(declared ?? DEFAULT_VOLUME_GB, bounds);
    return [
      perHour({
        name: `Instance (${type ?? "unknown type"})`,
        count: brokers ?? null,
        property: "NumberOfBrokerNodes",
        price: type ? { service: "AmazonMSK", sku: `${type} broker` } : null,
      }),
      perMonth({
        name: bounds ? "Storage (autoscaling)" : "Storage",
        unit: "GB",
        count: brokers === undefined || gb === null ? null : multiply(gb, brokers),
        property: "NumberOfBrokerNodes",
        price: { service: "AmazonMSK", sku: "storage" },
      }),
    ];
  },
};
