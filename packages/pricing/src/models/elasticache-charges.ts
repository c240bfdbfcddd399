import { type Count, derive, perHour, perUsage } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";

/** Charges of caches made of nodes. Infracost's names, units and usage keys. */

const SERVICE = "AmazonElastiCache";
/**
 * Redis OSS 4 and 5 left standard support at the end of January 2026; the third year of the surcharge starts
 * two years later.
 */
const EXTENDED_SUPPORT = { versions: /^[45]\./, from: "2026-02-01", thirdYearFrom: "2028-02-01" };

export const ELASTICACHE_USAGE_KEYS = [
  "snapshot_storage_size_gb",
  "reserved_instance_term.<1_year|3_year>",
  "reserved_instance_payment_option.<no_upfront|partial_upfront|all_upfront|heavy_utilization>",
] as const;

export interface CacheNodes {
  /** "redis", "valkey", "memcached", as CloudFormation has it. */
  engine: string;
  count: Count | null;
  /** Property that a count of null depends on. */
  property: string;
  isAutoscaled?: boolean;
}

/**
 * Node hours by engine (a node type has one price for each engine, and surcharges that are not nodes), the
 * surcharge of Redis versions past their standard support, and backup storage beyond the snapshot that is
 * free.
 */
export function cacheCharges(nodes: CacheNodes, input: ModelInput): ComponentDraft[] {
  const { properties, usage } = input;
  const type = properties.text("CacheNodeType");
  const { engine, count, property, isAutoscaled } = nodes;
  const term = usage.choice("reserved_instance_term");
  const purchase = term ? "reserved" : "on-demand";
  const name = `ElastiCache (${[purchase, type ?? "unknown type", isAutoscaled && "autoscaling"].filter(Boolean).join(", ")})`;
  return [
    type
      ? perHour({ name, count, property, price: { service: SERVICE, sku: nodeSku(type, engine, input) } })
      : perHour({ name, count: null, property: "CacheNodeType", price: null }),
    ...(type && count !== null ? extendedSupport(type, engine, count, input) : []),
    ...backups(engine, input),
  ];
}

function nodeSku(type: string, engine: string, { usage }: ModelInput): string {
  const term = usage.choice("reserved_instance_term");
  const option = (usage.choice("reserved_instance_payment_option") ?? "no_upfront").replaceAll("_", " ");
  const purchase = term ? `RI ${term.replace("_year", "yr")} ${option}` : "on-demand";
  return `${type} ${titleOf(engine)} node ${purchase}`;
}

function extendedSupport(
  type: string,
  engine: string,
  count: Count,
  { properties, now }: ModelInput,
): ComponentDraft[] {
  const { versions, from, thirdYearFrom } = EXTENDED_SUPPORT;
  const isOld = engine === "redis" && versions.test(properties.text("EngineVersion") ?? "");
  if (!isOld || now < Date.parse(from)) return [];
  const years = now < Date.parse(thirdYearFrom) ? "yr1-2" : "yr3";
  return [
    perHour({
      name: `Extended support (${years})`,
      count,
      price: { service: SERVICE, sku: `Extended Support ${years} surcharge ${type} Redis` },
    }),
  ];
}

/** One snapshot of each cache is free, so the days beyond the first are charged. Memcached has none. */
function backups(engine: string, { properties, usage }: ModelInput): ComponentDraft[] {
  const days = properties.number("SnapshotRetentionLimit") ?? 0;
  if (engine === "memcached" || days <= 1) return [];
  return [
    perUsage({
      name: "Backup storage",
      unit: "GB",
      price: { service: SERVICE, sku: "backup storage" },
      usageKey: "snapshot_storage_size_gb",
      figure: derive(usage.get("snapshot_storage_size_gb"), (gb) => gb.times(days - 1)),
    }),
  ];
}

/** "Redis", as the price list writes engines. */
function titleOf(engine: string): string {
  return engine.charAt(0).toUpperCase() + engine.slice(1);
}
