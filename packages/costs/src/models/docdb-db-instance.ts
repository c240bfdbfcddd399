import { perHour, perUsage } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

/**
 * Covers instance hours by class, the cluster's storage and I/O when given here (usage `data_storage_gb`, `monthly_io_requests`) and
 * CPU credits of T3 (`monthly_cpu_credit_hrs`).
 * Not covered: backups, which are given on the cluster, data transfer.
 */
export const docDbDbInstance: CostModel = {
  type: "AWS::DocDB::DBInstance",
  service: "DocumentDB",
  reads: ["DBInstanceClass"],
  usageKeys: ["data_storage_gb", "monthly_io_requests", "monthly_cpu_credit_hrs"],
  components: ({ properties, usage }) => {
    const instanceClass = properties.text("DBInstanceClass");
    const charge = (name: string, unit: string, unitSize: number, usageKey: string, sku: string) =>
      perUsage({ name, unit, unitSize, price: documents(sku), usageKey, figure: usage.get(usageKey) });
    return [
      perHour({
        name: `Database instance (on-demand, ${instanceClass ?? "unknown class"})`,
        price: instanceClass ? documents(`${instanceClass} instance`) : null,
      }),
      charge("Storage", "GB", 1, "data_storage_gb", "storage"),
      charge("I/O requests", "1M requests", 1_000_000, "monthly_io_requests", "I/O requests"),
      ...(instanceClass?.startsWith("db.t3.")
        ? [charge("CPU credits", "vCPU-hours", 1, "monthly_cpu_credit_hrs", "t3 CPU credits")]
        : []),
    ];
  },
};

function documents(sku: string): PriceKey {
  return { service: "AmazonDocDB", sku };
}
