import { type Count, perHour, perUsage } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { PriceKey } from "../price-book";
import { HOURS_PER_MONTH } from "../schema/hours";
import type { UsageReader } from "../usage";

/**
 * Charges that tables and the replicas of global tables have in common. Infracost's names, units and usage
 * keys.
 */

export function dynamoDbPrice(sku: string, region?: string): PriceKey {
  return { service: "AmazonDynamoDB", sku, ...(region && { region }) };
}

/**
 * Capacity units are priced by the hour and shown as units held for a month of 730 hours.
 * @param count none when the template does not tell, which leaves `property` open
 */
export function capacity(
  name: string,
  unit: string,
  count: Count | null | undefined,
  property: string,
  price: PriceKey,
): ComponentDraft {
  return perHour({ name, unit, unitSize: HOURS_PER_MONTH, count: count ?? null, property, price });
}

export function requestUnits(
  name: string,
  unit: string,
  usageKey: string,
  price: PriceKey,
  usage: UsageReader,
): ComponentDraft {
  return perUsage({ name, unit, price, usageKey, figure: usage.get(usageKey) });
}

/**
 * Storage, point-in-time recovery when on, on-demand backups, restores and stream reads: usage `storage_gb`,
 * `pitr_backup_storage_gb`, `on_demand_backup_storage_gb`, `monthly_data_restored_gb`,
 * `monthly_streams_read_request_units`. The 25 GB that an account has free are not deducted from a single
 * table.
 */
export function storageAndBackups(
  hasPitr: boolean,
  isInfrequent: boolean,
  usage: UsageReader,
): ComponentDraft[] {
  const gigabytes = (name: string, usageKey: string, sku: string) =>
    perUsage({ name, unit: "GB", price: dynamoDbPrice(sku), usageKey, figure: usage.get(usageKey) });
  return [
    gigabytes("Data storage", "storage_gb", isInfrequent ? "IA table storage" : "storage"),
    ...(hasPitr
      ? [
          gigabytes(
            "Point-In-Time Recovery (PITR) backup storage",
            "pitr_backup_storage_gb",
            "PITR backup storage",
          ),
        ]
      : []),
    gigabytes("On-demand backup storage", "on_demand_backup_storage_gb", "on-demand backup storage"),
    gigabytes("Table data restored", "monthly_data_restored_gb", "table restore"),
    requestUnits(
      "Streams read request unit (sRRU)",
      "sRRUs",
      "monthly_streams_read_request_units",
      dynamoDbPrice("streams read request units"),
      usage,
    ),
  ];
}
