import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import { referred } from "../neighbours";
import type { PriceKey } from "../price-book";

/**
 * Covers instance hours by class and by the cluster's storage type (I/O-Optimized has its own prices and no
 * I/O), the cluster's storage and I/O when given here (usage `data_storage_gb`, `monthly_io_requests`) and
 * CPU credits of T3 (`monthly_cpu_credit_hrs`). Not covered: backups, which are given on the cluster, data
 * transfer.
 */
export const docDbDbInstance: CostModel = {
  type: "AWS::DocDB::DBInstance",
  service: "DocumentDB",
  reads: ["DBClusterIdentifier", "DBInstanceClass"],
  withoutInfluence:
    "EnablePerformanceInsights DBInstanceIdentifier CACertificateIdentifier " + "CertificateRotationRestart",
  usageKeys: ["data_storage_gb", "monthly_io_requests", "monthly_cpu_credit_hrs"],
  neighbours: ["AWS::DocDB::DBCluster that DBClusterIdentifier names"],
  components: ({ properties, stack, usage }) => {
    const instanceClass = properties.text("DBInstanceClass");
    const cluster = referred(
      stack,
      properties.value("DBClusterIdentifier"),
      "AWS::DocDB::DBCluster",
      "DBClusterIdentifier",
    );
    const isOptimised = cluster?.properties.text("StorageType")?.toLowerCase() === "iopt1";
    const kind = isOptimised ? " I/O-Optimized" : "";
    const charge = (name: string, unit: string, unitSize: number, usageKey: string, sku: string) =>
      perUsage({ name, unit, unitSize, price: documents(sku), usageKey, figure: usage.get(usageKey) });
    return [
      perHour({
        name: `Database instance (on-demand, ${instanceClass ?? "unknown class"})`,
        price: instanceClass ? documents(`${instanceClass}${kind} instance`) : null,
      }),
      charge("Storage", "GB", 1, "data_storage_gb", `storage${kind}`),
      ...(isOptimised
        ? []
        : [charge("I/O requests", "1M requests", 1_000_000, "monthly_io_requests", "I/O requests")]),
      ...(instanceClass?.startsWith("db.t3.")
        ? [charge("CPU credits", "vCPU-hours", 1, "monthly_cpu_credit_hrs", "t3 CPU credits")]
        : []),
    ];
  },
};

function documents(sku: string): PriceKey {
  return { service: "AmazonDocDB", sku };
}
