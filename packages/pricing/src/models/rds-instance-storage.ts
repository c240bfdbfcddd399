import { type Count, perMonth, perUsage } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import type { PropertyReader } from "../properties";
import { Decimal, exactly } from "../ranges";

/** What RDS gives when the template does not say. */
const DEFAULT_STORAGE_GB = 20;
/** The least that provisioned IOPS storage has. */
const IO1_MINIMUM = { gb: 100, iops: 1000 };
/**
 * What gp3 includes, and from which size on it includes more: Oracle's is half as large, SQL Server has none
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html).
 */
const GP3 = { small: { iops: 3000, mbps: 125 }, large: { iops: 12_000, mbps: 500 }, largeFromGb: 400 };

const NAMES: Readonly<Record<string, string>> = {
  gp2: "Storage (general purpose SSD, gp2)",
  gp3: "Storage (general purpose SSD, gp3)",
  io1: "Storage (provisioned IOPS SSD, io1)",
  io2: "Storage (provisioned IOPS SSD, io2)",
  standard: "Storage (magnetic)",
};

/**
 * Storage, IOPS and backups of an instance with storage of its own. Backups are free up to the size of the
 * storage, so only what usage `additional_backup_storage_gb` adds is charged.
 * @param source what the instance replicates; it has what the replica does not say
 */
export function instanceStorage(
  engine: string,
  source: PropertyReader | undefined,
  { properties, usage }: ModelInput,
): ComponentDraft[] {
  const deployment = properties.flag("MultiAZ") ? "Multi-AZ" : "Single-AZ";
  const holder = (property: string) => (properties.has(property) ? properties : (source ?? properties));
  const number = (property: string) => holder(property).number(property);
  const iops = number("Iops") ?? 0;
  const type = holder("StorageType").text("StorageType")?.toLowerCase() ?? (iops > 0 ? "io1" : "gp2");
  const isProvisioned = type === "io1" || type === "io2";
  const declaredGb = number("AllocatedStorage") ?? DEFAULT_STORAGE_GB;
  const gb = isProvisioned ? Math.max(declaredGb, IO1_MINIMUM.gb) : declaredGb;
  const isSnapshotsOwn = properties.has("DBSnapshotIdentifier") && number("AllocatedStorage") === undefined;
  const months = (name: string, unit: string, count: Count | null, sku: string) =>
    perMonth({ name, unit, count, property: "AllocatedStorage", price: rds(`${sku} ${deployment}`) });
  const most = Math.max(gb, number("MaxAllocatedStorage") ?? 0);
  const hasBackups =
    (properties.number("BackupRetentionPeriod") ?? 1) > 0 ||
    usage.get("additional_backup_storage_gb") !== null;
  return [
    months(
      NAMES[type] ?? `Storage (${type})`,
      "GB",
      isSnapshotsOwn ? null : { ...exactly(gb), high: new Decimal(most) },
      `${type} storage`,
    ),
    ...(type === "standard" ? [ioRequests(usage)] : []),
    ...(isProvisioned
      ? [months("Provisioned IOPS", "IOPS", Math.max(iops, IO1_MINIMUM.iops), `${type} IOPS`)]
      : []),
    ...(type === "gp3"
      ? gp3Extras(engine, { gb, iops, mbps: number("StorageThroughput") ?? 0 }, months)
      : []),
    ...(hasBackups
      ? [
          perUsage({
            name: "Additional backup storage",
            unit: "GB",
            price: { service: "AWSBackup", sku: "RDS backup beyond free" },
            usageKey: "additional_backup_storage_gb",
            figure: usage.get("additional_backup_storage_gb"),
          }),
        ]
      : []),
  ];
}

function ioRequests(usage: ModelInput["usage"]): ComponentDraft {
  return perUsage({
    name: "I/O requests",
    unit: "1M requests",
    unitSize: 1_000_000,
    price: rds("magnetic I/O requests"),
    usageKey: "monthly_standard_io_requests",
    figure: usage.get("monthly_standard_io_requests"),
  });
}

function gp3Extras(
  engine: string,
  { gb, iops, mbps }: { gb: number; iops: number; mbps: number },
  months: (name: string, unit: string, count: Count | null, sku: string) => ComponentDraft,
): ComponentDraft[] {
  const largeFromGb = engine.startsWith("oracle") ? GP3.largeFromGb / 2 : GP3.largeFromGb;
  const included = gb >= largeFromGb && !engine.startsWith("sqlserver") ? GP3.large : GP3.small;
  const above = (bound: number) => `(above ${bound.toLocaleString("en-US")})`;
  return [
    ...(iops > included.iops
      ? [months(`Provisioned GP3 IOPS ${above(included.iops)}`, "IOPS", iops - included.iops, "gp3 IOPS")]
      : []),
    ...(mbps > included.mbps
      ? [
          months(
            `Provisioned GP3 throughput ${above(included.mbps)}`,
            "Mbps",
            mbps - included.mbps,
            "gp3 throughput",
          ),
        ]
      : []),
  ];
}

function rds(sku: string): PriceKey {
  return { service: "AmazonRDS", sku };
}
