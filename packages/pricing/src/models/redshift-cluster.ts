import { perHour, perUsage, perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";
import type { PropertyReader } from "../properties";

/** Bounds of the tiers of backup storage, 50 TB and 500 TB: https://aws.amazon.com/redshift/pricing/. */
const FIRST_BACKUP_GB = 50 * 1024;
const NEXT_BACKUP_GB = 500 * 1024;
/** Families that add transient clusters under load. */
const SCALES_CONCURRENCY = /^(ra3|ds2|dc2)\./;

/**
 * Covers node hours by type, in both zones of a Multi-AZ cluster, managed storage of RA3 nodes (usage
 * `managed_storage_gb`), concurrency scaling beyond the free hours (`excess_concurrency_scaling_secs`), data
 * that Spectrum scans (`spectrum_data_scanned_tb`) and backup storage in tiers (`backup_storage_gb`). Not
 * covered: reserved nodes, Serverless, data sharing.
 */
export const redshiftCluster: CostModel = {
  type: "AWS::Redshift::Cluster",
  service: "Redshift",
  reads: ["ClusterType", "MultiAZ", "NodeType", "NumberOfNodes"],
  notPriced: ["PubliclyAccessible", "DestinationRegion"],
  withoutInfluence:
    "HsmClientCertificateIdentifier RevisionTarget ElasticIp AutomatedSnapshotRetentionPeriod " +
    "AvailabilityZoneRelocationStatus AquaConfigurationStatus Encrypted SnapshotIdentifier " +
    "AvailabilityZoneRelocation EnhancedVpcRouting DeferMaintenanceEndTime AllowVersionUpgrade " +
    "Endpoint RotateEncryptionKey OwnerAccount SnapshotClusterIdentifier IamRoles " +
    "SnapshotCopyManual ClusterVersion HsmConfigurationIdentifier DeferMaintenanceStartTime Classic " +
    "ClusterIdentifier LoggingProperties DeferMaintenance DeferMaintenanceDuration " +
    "ManualSnapshotRetentionPeriod SnapshotCopyRetentionPeriod ResourceAction " +
    "NamespaceResourcePolicy ManageMasterPassword",
  usageKeys: [
    "managed_storage_gb",
    "excess_concurrency_scaling_secs",
    "spectrum_data_scanned_tb",
    "backup_storage_gb",
  ],
  components: ({ properties, usage }) => {
    const type = properties.text("NodeType");
    const charge = (name: string, unit: string, usageKey: string, sku: string) =>
      perUsage({ name, unit, price: redshift(sku), usageKey, figure: usage.get(usageKey) });
    return [
      perHour({
        name: `Cluster usage (on-demand, ${type ?? "unknown type"})`,
        count: nodesOf(properties),
        property: "NumberOfNodes",
        price: type ? redshift(`${type} node`) : null,
      }),
      ...(type?.startsWith("ra3.")
        ? [charge(`Managed storage (${type})`, "GB", "managed_storage_gb", "managed storage")]
        : []),
      ...(type && SCALES_CONCURRENCY.test(type)
        ? [
            charge(
              `Concurrency scaling (${type})`,
              "node-seconds",
              "excess_concurrency_scaling_secs",
              `${type} concurrency scaling`,
            ),
          ]
        : []),
      charge("Spectrum", "TB", "spectrum_data_scanned_tb", "Spectrum data scanned"),
      ...perUsageInTiers(
        { unit: "GB", usageKey: "backup_storage_gb", figure: usage.get("backup_storage_gb") },
        [
          {
            name: "Backup storage (first 50 TB)",
            upTo: FIRST_BACKUP_GB,
            price: redshift("backup storage, first 50 TB"),
          },
          {
            name: "Backup storage (next 450 TB)",
            upTo: NEXT_BACKUP_GB,
            price: redshift("backup storage, next 450 TB"),
          },
          { name: "Backup storage (over 500 TB)", price: redshift("backup storage, over 500 TB") },
        ],
      ),
    ];
  },
};

/** A cluster over two zones runs all of its nodes in each: https://aws.amazon.com/redshift/pricing/. */
function nodesOf(properties: PropertyReader): number | null {
  const zones = properties.flag("MultiAZ") ? 2 : 1;
  if (properties.text("ClusterType") === "single-node") return zones;
  const nodes = properties.number("NumberOfNodes") ?? (properties.has("NumberOfNodes") ? null : 1);
  return nodes && nodes * zones;
}

function redshift(sku: string): PriceKey {
  return { service: "AmazonRedshift", sku };
}
