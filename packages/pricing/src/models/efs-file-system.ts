import { perMonth, perUsage } from "../components";
import type { CostModel, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import { Decimal, exactly, mapRange, type Range } from "../ranges";

/** GB of storage that come with one MB/s of throughput. */
const GB_PER_FREE_MBPS = 20;

/**
 * Covers storage (usage `storage_gb`), in one zone or several, infrequent access where a lifecycle policy
 * moves files there (`infrequent_access_storage_gb`, `monthly_infrequent_access_read_gb`,
 * `monthly_infrequent_access_write_gb`) and provisioned throughput beyond what the storage brings, or elastic
 * throughput by what is read and written (`monthly_elastic_read_gb`, `monthly_elastic_write_gb`). Not
 * covered: archive, backups, replication.
 */
export const efsFileSystem: CostModel = {
  type: "AWS::EFS::FileSystem",
  service: "EFS",
  reads: ["ThroughputMode", "AvailabilityZoneName", "LifecyclePolicies[]", "ProvisionedThroughputInMibps"],
  notPriced: ["LifecyclePolicies[].TransitionToArchive", "ReplicationConfiguration", "BackupPolicy.Status"],
  withoutInfluence:
    "PerformanceMode Encrypted BypassPolicyLockoutSafetyCheck FileSystemPolicy FileSystemProtection",
  usageKeys: [
    "storage_gb",
    "monthly_elastic_read_gb",
    "monthly_elastic_write_gb",
    "infrequent_access_storage_gb",
    "monthly_infrequent_access_read_gb",
    "monthly_infrequent_access_write_gb",
  ],
  components: (input) => {
    const { properties, usage } = input;
    const zones = properties.has("AvailabilityZoneName") ? "one zone" : "standard";
    const gigabytes = (name: string, usageKey: string, sku: string) =>
      perUsage({ name, unit: "GB", price: efs(sku), usageKey, figure: usage.get(usageKey) });
    const throughput = provisionedMbps(input);
    return [
      gigabytes(`Storage (${zones})`, "storage_gb", `storage ${zones}`),
      ...(throughput
        ? [
            perMonth({
              name: "Provisioned throughput",
              unit: "MBps",
              count: throughput,
              price: efs("provisioned throughput"),
            }),
          ]
        : []),
      ...(properties.text("ThroughputMode")?.toLowerCase() === "elastic"
        ? [
            gigabytes("Elastic throughput reads", "monthly_elastic_read_gb", "elastic throughput reads"),
            gigabytes("Elastic throughput writes", "monthly_elastic_write_gb", "elastic throughput writes"),
          ]
        : []),
      ...((properties.list("LifecyclePolicies")?.length ?? 0) > 0
        ? [
            gigabytes(
              `Storage (${zones}, infrequent access)`,
              "infrequent_access_storage_gb",
              `storage ${zones}, infrequent access`,
            ),
            gigabytes(
              "Read requests (infrequent access)",
              "monthly_infrequent_access_read_gb",
              "infrequent access reads",
            ),
            gigabytes(
              "Write requests (infrequent access)",
              "monthly_infrequent_access_write_gb",
              "infrequent access writes",
            ),
          ]
        : []),
    ];
  },
};

/** A larger file system pays for less throughput, so the least of one is the most of the other. */
function provisionedMbps({ properties, usage }: ModelInput): Range | null {
  const mbps = properties.number("ProvisionedThroughputInMibps");
  if (!mbps) return null;
  const stored = usage.get("storage_gb")?.range ?? exactly(0);
  const beyond = mapRange(stored, (gb) => Decimal.max(0, new Decimal(mbps).minus(gb.div(GB_PER_FREE_MBPS))));
  return { low: beyond.high, expected: beyond.expected, high: beyond.low };
}

function efs(sku: string): PriceKey {
  return { service: "AmazonEFS", sku };
}
