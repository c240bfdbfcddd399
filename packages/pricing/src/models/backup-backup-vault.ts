import { perUsage } from "../components";
import type { CostModel } from "../cost-model";
import type { PriceKey } from "../price-book";

/** Name, unit, usage key, price. Infracost's names and keys. */
const CHARGES: readonly (readonly [name: string, unit: string, usageKey: string, price: PriceKey])[] = [
  ["EFS backup (warm)", "GB", "monthly_efs_warm_backup_gb", backup("EFS warm backup storage")],
  ["EFS backup (cold)", "GB", "monthly_efs_cold_backup_gb", backup("EFS cold backup storage")],
  ["EFS restore (warm)", "GB", "monthly_efs_warm_restore_gb", backup("EFS warm restore")],
  ["EFS restore (cold)", "GB", "monthly_efs_cold_restore_gb", backup("EFS cold restore")],
  [
    "EFS restore (item-level)",
    "requests",
    "monthly_efs_item_restore_requests",
    backup("EFS item-level restore"),
  ],
  ["EBS snapshot", "GB", "monthly_ebs_snapshot_gb", backup("EBS snapshot via Backup")],
  ["RDS snapshot", "GB", "monthly_rds_snapshot_gb", backup("RDS backup beyond free")],
  [
    "DynamoDB backup",
    "GB",
    "monthly_dynamodb_backup_gb",
    { service: "AmazonDynamoDB", sku: "on-demand backup storage" },
  ],
  [
    "DynamoDB restore",
    "GB",
    "monthly_dynamodb_restore_gb",
    { service: "AmazonDynamoDB", sku: "table restore" },
  ],
  ["Aurora snapshot", "GB", "monthly_aurora_snapshot_gb", backup("Aurora backup beyond free")],
  ["FSx for Windows backup", "GB", "monthly_fsx_windows_backup_gb", backup("FSx for Windows backup storage")],
  ["FSx for Lustre backup", "GB", "monthly_fsx_lustre_backup_gb", backup("FSx for Lustre backup storage")],
];
/** Listed when usage names it: Infracost has no line for it. */
const S3_CHARGE = [
  "S3 backup (warm)",
  "GB",
  "monthly_s3_backup_gb",
  backup("S3 warm backup storage"),
] as const;

/**
 * Covers backups that the vault holds and restores from it, by the kind of what is backed up: usage
 * `monthly_<kind>_gb`. Not covered: copies to other regions and vaults, cold storage of DynamoDB, early
 * deletion, audit controls.
 */
export const backupBackupVault: CostModel = {
  type: "AWS::Backup::BackupVault",
  service: "Backup",
  reads: [],
  withoutInfluence: "LockConfiguration Notifications AccessPolicy",
  usageKeys: [...CHARGES, S3_CHARGE].map(([, , usageKey]) => usageKey),
  components: ({ usage }) => {
    const hasS3 = usage.get("monthly_s3_backup_gb") !== null;
    return [...CHARGES, ...(hasS3 ? [S3_CHARGE] : [])].map(([name, unit, usageKey, price]) =>
      perUsage({ name, unit, price, usageKey, figure: usage.get(usageKey) }),
    );
  },
};

function backup(sku: string): PriceKey {
  return { service: "AWSBackup", sku };
}
