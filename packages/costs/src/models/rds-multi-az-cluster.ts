import { perHour, perMonth } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { PropertyReader } from "../properties";

/**
 * A cluster of RDS itself (PostgreSQL or MySQL): a writer and two readers that are one price by the hour, and the storage and IOPS that
 * it declares. No source has priced them, so they are listed without a price.
 */
export function multiAzCluster(properties: PropertyReader): ComponentDraft[] {
  const type = properties.text("StorageType")?.toLowerCase() ?? "io1";
  const months = (name: string, unit: string, property: string) =>
    perMonth({ name, unit, count: properties.number(property) ?? null, property, price: null });
  const instanceClass = properties.text("DBClusterInstanceClass") ?? "unknown class";
  return [
    perHour({ name: `Database instance (on-demand, Multi-AZ cluster, ${instanceClass})`, price: null }),
    months(`Storage (${type})`, "GB", "AllocatedStorage"),
    ...(properties.has("Iops") ? [months("Provisioned IOPS", "IOPS", "Iops")] : []),
  ];
}
