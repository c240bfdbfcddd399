import { derive, perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Each node of a RabbitMQ cluster keeps the data on a volume of its own:
 * https://aws.amazon.com/amazon-mq/pricing/.
 */
const CLUSTER_NODES = 3;

/**
 * Covers broker hours by engine, type and deployment, whose price is that of all its brokers together, and
 * storage (usage `storage_size_gb` for each broker). Not covered: data transfer between brokers and zones.
 */
export const amazonMqBroker: CostModel = {
  type: "AWS::AmazonMQ::Broker",
  service: "MQ",
  reads: ["EngineType", "DeploymentMode", "HostInstanceType", "StorageType"],
  notPriced: [["DataReplicationMode", /^CRDR$/], "PubliclyAccessible", "StorageSize"],
  withoutInfluence:
    "EngineVersion Configuration AuthenticationStrategy MaintenanceWindowStartTime Users Logs " +
    "LdapServerMetadata EncryptionOptions",
  usageKeys: ["storage_size_gb"],
  components: ({ properties, usage }) => {
    const engine = properties.text("EngineType")?.toUpperCase() === "RABBITMQ" ? "RabbitMQ" : "ActiveMQ";
    const mode = properties.text("DeploymentMode")?.toLowerCase() ?? "single_instance";
    const type = properties.text("HostInstanceType");
    const storage = (properties.text("StorageType") ?? (engine === "ActiveMQ" ? "EFS" : "EBS")).toUpperCase();
    const copies = mode === "cluster_multi_az" ? CLUSTER_NODES : 1;
    return [
      perHour({
        name: `Instance usage (${engine}, ${type ?? "unknown type"}, ${mode})`,
        price: type ? { service: "AmazonMQ", sku: `${type} ${engine} ${mode}` } : null,
      }),
      perUsage({
        name: `Storage (${engine}, ${storage})`,
        unit: "GB",
        price: { service: "AmazonMQ", sku: `${engine} ${storage} storage` },
        usageKey: "storage_size_gb",
        figure: derive(usage.get("storage_size_gb"), (gb) => gb.times(copies)),
      }),
    ];
  },
};
