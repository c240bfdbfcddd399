import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";

/**
 * Covers broker hours by type and engine, one for each broker of the deployment, and storage (usage `storage_size_gb`). A
 * broker of a deployment over several zones costs what a single one does.
 * Not covered: data transfer between brokers and zones.
 */
export const amazonMqBroker: CostModel = {
  type: "AWS::AmazonMQ::Broker",
  service: "MQ",
  reads: ["EngineType", "DeploymentMode", "HostInstanceType", "StorageType"],
  usageKeys: ["storage_size_gb"],
  components: ({ properties, usage }) => {
    const engine = properties.text("EngineType")?.toUpperCase() === "RABBITMQ" ? "RabbitMQ" : "ActiveMQ";
    const mode = properties.text("DeploymentMode")?.toLowerCase() ?? "single_instance";
    const type = properties.text("HostInstanceType");
    const storage = (properties.text("StorageType") ?? (engine === "ActiveMQ" ? "EFS" : "EBS")).toUpperCase();
    const brokers = mode === "cluster_multi_az" ? 3 : mode === "active_standby_multi_az" ? 2 : 1;
    return [
      perHour({
        name: `Instance usage (${engine}, ${mode}, ${type ?? "unknown type"})`,
        count: brokers,
        price: type ? { service: "AmazonMQ", sku: `${type} ${engine} broker` } : null,
      }),
      perUsage({
        name: `Storage (${engine}, ${storage})`,
        unit: "GB",
        price: { service: "AmazonMQ", sku: `${engine} ${storage} storage` },
        usageKey: "storage_size_gb",
        figure: usage.get("storage_size_gb"),
      }),
    ];
  },
};
