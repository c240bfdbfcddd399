import { perUsageInTiers } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { PriceKey } from "../price-book";
import type { UsageReader } from "../usage";

const BILLION = 1e9;

/** Label, usage key, the beginning of its prices' names in the book. Infracost's names and keys. */
const QUERIES = [
  ["Standard queries", "monthly_standard_queries", "standard queries"],
  ["Latency based routing queries", "monthly_latency_based_queries", "latency queries"],
  ["Geo DNS queries", "monthly_geo_queries", "geolocation queries"],
] as const;

export const QUERY_USAGE_KEYS = QUERIES.map(([, usageKey]) => usageKey);

/** Queries by routing policy, in tiers. */
export function queryCharges(usage: UsageReader): ComponentDraft[] {
  return QUERIES.flatMap(([label, usageKey, sku]) =>
    perUsageInTiers({ unit: "1M queries", unitSize: 1_000_000, usageKey, figure: usage.get(usageKey) }, [
      { name: `${label} (first 1B)`, upTo: BILLION, price: route53(`${sku} first 1B`) },
      { name: `${label} (over 1B)`, price: route53(`${sku} over 1B`) },
    ]),
  );
}

export function route53(sku: string): PriceKey {
  return { service: "AmazonRoute53", sku, region: "global" };
}
