import { perUsage, perUsageInTiers } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

const MILLION = 1_000_000;
const BILLION = 1e9;
const SAMPLES = "monthly_ingested_samples";

/**
 * Covers samples ingested in tiers (usage `monthly_ingested_samples`), storage (`storage_gb`) and query
 * samples processed (`monthly_query_samples`). The only source is a page that does not say for which region,
 * so every region is unpriced until a refresh brings its prices. Not covered: what an account has free (40
 * million samples, 10 GB, 200 billion query samples), collectors (scrapers).
 */
export const apsWorkspace: CostModel = {
  type: "AWS::APS::Workspace",
  service: "Managed Prometheus",
  reads: [],
  withoutInfluence:
    "Alias LoggingConfiguration AlertManagerDefinition WorkspaceConfiguration " + "QueryLoggingConfiguration",
  usageKeys: [SAMPLES, "storage_gb", "monthly_query_samples"],
  components: ({ usage }) => [
    ...perUsageInTiers(
      { unit: "10M samples", unitSize: 10 * MILLION, usageKey: SAMPLES, figure: usage.get(SAMPLES) },
      [
        {
          name: "Metric samples (first 2B)",
          upTo: 2 * BILLION,
          price: prometheus("metric samples first 2B"),
        },
        {
          name: "Metric samples (next 250B)",
          upTo: 252 * BILLION,
          price: prometheus("metric samples next 250B"),
        },
        { name: "Metric samples (over 252B)", price: prometheus("metric samples over 252B") },
      ],
    ),
    perUsage({
      name: "Metric storage",
      unit: "GB",
      price: prometheus("metric storage"),
      usageKey: "storage_gb",
      figure: usage.get("storage_gb"),
    }),
    perUsage({
      name: "Query samples processed",
      unit: "1B samples",
      unitSize: BILLION,
      price: prometheus("query samples processed"),
      usageKey: "monthly_query_samples",
      figure: usage.get("monthly_query_samples"),
    }),
  ],
};

function prometheus(sku: string): PriceKey {
  return { service: "AmazonManagedPrometheus", sku };
}
