import { perHour, perMonth } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

const DEFAULT_STORAGE_GB = 50;

/**
 * Covers instance hours by class and storage, twice with Multi-AZ.
 * Not covered: serverless replication, logs, data transfer.
 */
export const dmsReplicationInstance: CostModel = {
  type: "AWS::DMS::ReplicationInstance",
  service: "DMS",
  reads: ["ReplicationInstanceClass", "AllocatedStorage", "MultiAZ"],
  usageKeys: [],
  components: ({ properties }) => {
    const type = properties.text("ReplicationInstanceClass")?.replace(/^dms\./, "");
    const copies = properties.flag("MultiAZ") ? 2 : 1;
    const gb = properties.number("AllocatedStorage") ?? DEFAULT_STORAGE_GB;
    return [
      perHour({
        name: `Instance (${type ?? "unknown type"})`,
        count: copies,
        price: type ? migration(`${type} instance`) : null,
      }),
      perMonth({
        name: "Storage (general purpose SSD, gp2)",
        unit: "GB",
        count: gb * copies,
        price: migration("gp2 storage"),
      }),
    ];
  },
};

function migration(sku: string): PriceKey {
  return { service: "AWSDatabaseMigrationService", sku };
}
