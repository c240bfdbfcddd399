import { perMonth, perUsage } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";

/** What RDS gives when the template does not say. */
const DEFAULT_STORAGE_GB = 20;
/** The least that provisioned IOPS storage has. */
const IO1_MINIMUM = { gb: 100, iops: 1000 };
/** IOPS that gp3 includes, and from which size on it includes more. */
const GP3 = { small: 3000, large: 12_000, largeFromGb: 400 };

const NAMES: Readonly<Record<string, string>> = {
  gp2: "Storage (general purpose SSD, gp2)",
  gp3: "Storage (general purpose SSD, gp3)",
  io1: "Storage (provisioned IOPS SSD, io1)",
  io2: "Storage (provisioned IOPS SSD, io2)",
  standard: "Storage (magnetic)",
};

/**
 * Storage, IOPS and backups of an instance with storage of its own. Backups are free up to the size of the storage, so only what
 * usage `additional_backup_storage_gb` adds is charged.
 */
export function instanceStorage({ properties, usage }: ModelInput): ComponentDraft[] {
  const type = properties.text("StorageType")?.toLowerCase() ?? (properties.has("Iops") ? "io1" : "gp2");
  const deployment = properties.flag("MultiAZ") ? "Multi-AZ" : "Single-AZ";
  const isProvisioned = type === "io1" || type === "io2";
  const declaredGb = properties.number("AllocatedStorage") ?? DEFAULT_STORAGE_GB;
  const gb = isProvisioned ? Math.max(declaredGb, IO1_MINIMUM.gb) : declaredGb;
  const months = (name: string, unit: string, count: number, sku: string) =>
    perMonth({ name, unit, count, price: rds(`${sku} ${deployment}`) });
  const hasBackups =
    (properties.number("BackupRetentionPeriod") ?? 1) > 0 ||
    usage.get("additional_backup_storage_gb") !== null;
  return [
    months(NAMES[type] ?? `Storage (${type})`, "GB", gb, `${type} storage`),
    ...(type === "standard" ? [ioRequests(usage)] : []),
    ...(isProvisioned
      ? [
          months(
            "Provisioned IOPS",
            "IOPS",
            Math.max(properties.number("Iops") ?? 0, IO1_MINIMUM.iops),
            `${type} IOPS`,
          ),
        ]
      : []),
    ...(type === "gp3" ? gp3Iops(properties.number("Iops") ?? 0, gb, months) : []),
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

function gp3Iops(
  iops: number,
  gb: number,
  months: (name: string, unit: string, count: number, sku: string) => ComponentDraft,
): ComponentDraft[] {
  const included = gb >= GP3.largeFromGb ? GP3.large : GP3.small;
  if (iops <= included) return [];
  const bound = included.toLocaleString("en-US");
  return [months(`Provisioned GP3 IOPS (above ${bound})`, "IOPS", iops - included, "gp3 IOPS")];
}

function rds(sku: string): PriceKey {
  return { service: "AmazonRDS", sku };
}
