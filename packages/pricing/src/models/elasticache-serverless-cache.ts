import { perHour, perUsage } from "../components";
import type { CostModel, ModelInput } from "../cost-model";
import { Decimal, exactly, type Range, zipRanges } from "../ranges";

/** What a serverless cache is charged at least, in GB: https://aws.amazon.com/elasticache/pricing/. */
const METERED_MINIMUM_GB: Readonly<Record<string, string>> = { redis: "1", memcached: "1", valkey: "0.1" };

/**
 * Covers data stored (usage `average_storage_gb`, at least the metered minimum or the cache's own; without
 * usage between that minimum and the cache's maximum) and processing units (usage `monthly_ecpus`). Not
 * covered: snapshots, traffic between zones.
 */
export const elastiCacheServerlessCache: CostModel = {
  type: "AWS::ElastiCache::ServerlessCache",
  service: "ElastiCache",
  reads: ["Engine", "CacheUsageLimits.DataStorage.Minimum", "CacheUsageLimits.DataStorage.Maximum"],
  notPriced: ["SnapshotRetentionLimit", "CacheUsageLimits.ECPUPerSecond.Minimum"],
  withoutInfluence:
    "UserGroupId CacheUsageLimits.DataStorage.Unit CacheUsageLimits.ECPUPerSecond.Maximum " +
    "SnapshotArnsToRestore DailySnapshotTime ReaderEndpoint Endpoint NetworkType MajorEngineVersion",
  usageKeys: ["average_storage_gb", "monthly_ecpus"],
  components: (input) => {
    const engine = input.properties.text("Engine")?.toLowerCase() ?? "redis";
    const title = engine.charAt(0).toUpperCase() + engine.slice(1);
    const figure = input.usage.get("monthly_ecpus");
    return [
      perHour({
        name: "Data stored",
        unit: "GB-hours",
        count: storedGb(input, engine),
        price: { service: "AmazonElastiCache", sku: `Serverless data stored ${title}` },
      }),
      perUsage({
        name: "ElastiCache processing units",
        unit: "1M ECPUs",
        unitSize: 1_000_000,
        price: { service: "AmazonElastiCache", sku: `Serverless ECPUs ${title}` },
        usageKey: "monthly_ecpus",
        figure,
      }),
    ];
  },
};

function storedGb({ properties, usage }: ModelInput, engine: string): Range {
  const limit = (bound: string) => properties.number(`CacheUsageLimits.DataStorage.${bound}`);
  const minimum = Decimal.max(METERED_MINIMUM_GB[engine] ?? "1", limit("Minimum") ?? 0);
  const used = usage.get("average_storage_gb");
  if (used) return zipRanges(used.range, exactly(minimum), (gb, least) => Decimal.max(gb, least));
  return { low: minimum, expected: minimum, high: Decimal.max(minimum, limit("Maximum") ?? minimum) };
}
