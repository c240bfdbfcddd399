import { perHour, perMonth } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

const DEFAULT_STORAGE_GB = 50;
/** GB that come with an instance, by family: https://aws.amazon.com/dms/pricing/. */
const INCLUDED_GB = { burstable: 50, others: 100 };

/**
 * Covers instance hours by class and storage beyond what comes with the class; an instance in two zones is
 * one charge with a price of its own. Not covered: serverless replication, logs, data transfer.
 */
export const dmsReplicationInstance: CostModel = {
  type: "AWS::DMS::ReplicationInstance",
  service: "DMS",
  reads: ["ReplicationInstanceClass", "AllocatedStorage", "MultiAZ"],
  notPriced: ["PubliclyAccessible"],
  withoutInfluence:
    "ReplicationInstanceIdentifier EngineVersion ReplicationSubnetGroupIdentifier " +
    "ResourceIdentifier AllowMajorVersionUpgrade DnsNameServers NetworkType",
  usageKeys: [],
  components: ({ properties }) => {
    const type = properties.text("ReplicationInstanceClass")?.replace(/^dms\./, "");
    const zones = properties.flag("MultiAZ") ? "Multi-AZ" : "Single-AZ";
    const included = type?.startsWith("t") ? INCLUDED_GB.burstable : INCLUDED_GB.others;
    const extra = (properties.number("AllocatedStorage") ?? DEFAULT_STORAGE_GB) - included;
    return [
      perHour({
        name: `Instance (${type ?? "unknown type"})`,
        price: type ? migration(`${type} instance ${zones}`) : null,
      }),
      ...(extra > 0
        ? [
            perMonth({
              name: "Storage (general purpose SSD, gp2)",
              unit: "GB",
              count: extra,
              price: migration(`gp2 storage ${zones}`),
            }),
          ]
        : []),
    ];
  },
};

function migration(sku: string): PriceKey {
  return { service: "AWSDatabaseMigrationService", sku };
}
