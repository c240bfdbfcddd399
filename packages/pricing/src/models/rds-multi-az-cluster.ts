import { perHour, perMonth } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import { publicAddresses } from "./ec2-charges";
import { extendedSupport, extendedSupportYear } from "./rds-charges";

/** A writer and two readers. */
const INSTANCES = 3;

/**
 * A cluster of RDS itself (PostgreSQL or MySQL): a writer and two readers that are one price by the hour, and
 * the storage and IOPS that it declares, which no source has priced; and extended support of old versions,
 * which all three pay.
 */
export function multiAzCluster(engine: string, { properties, now }: ModelInput): ComponentDraft[] {
  const type = properties.text("StorageType")?.toLowerCase() ?? "io1";
  const months = (name: string, unit: string, property: string) =>
    perMonth({ name, unit, count: properties.number(property) ?? null, property, price: null });
  const instanceClass = properties.text("DBClusterInstanceClass");
  const property = "DBClusterInstanceClass";
  const year = extendedSupportYear(engine, properties.text("EngineVersion"), properties, now);
  return [
    perHour({
      name: `Database instance (on-demand, Multi-AZ cluster, ${instanceClass ?? "unknown class"})`,
      price: null,
    }),
    ...extendedSupport({ engine, year, instanceClass, property, copies: INSTANCES }),
    months(`Storage (${type})`, "GB", "AllocatedStorage"),
    ...publicAddresses(properties.flag("PubliclyAccessible"), INSTANCES),
    ...(properties.has("Iops") ? [months("Provisioned IOPS", "IOPS", "Iops")] : []),
  ];
}
