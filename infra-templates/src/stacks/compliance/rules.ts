import type { AuroraSettings } from "../aurora/settings";
import type { CacheSettings } from "../cache/settings";
import type { DataSettings } from "../data/settings";
import type { NetworkSettings } from "../network/settings";

/** What of an environment the rules judge; a part that a blueprint has not, or that is off, has no rules. */
export interface JudgedSpec {
  network?: NetworkSettings;
  data?: DataSettings;
  cache?: CacheSettings;
  cluster?: { enabled: boolean };
  edge?: { enabled: boolean; alb: boolean };
  aurora?: AuroraSettings;
}

/**
 * A rule that AWS manages. Those that look at changes are narrowed to the environment by its tag; the others
 * look at the account.
 */
export interface ComplianceRule {
  id: string;
  /** After the environment's name and a hyphen. */
  name: string;
  source: string;
  /** Which point of the platform's compliance list it checks. */
  description: string;
  /** Looks once a day at the whole account and region, because AWS offers it in no other way. */
  isPeriodic: boolean;
  /**
   * Absent: for every environment. A rule about a part that is off, or that the requester chose to be
   * otherwise, is left out.
   */
  isFor?(spec: JudgedSpec): boolean;
  /**
   * The figures it judges by: the environment's own, in place of the defaults of AWS, which would condemn
   * what was chosen.
   */
  parameters?(spec: JudgedSpec): Record<string, string>;
}
type Judged = Pick<ComplianceRule, "isFor" | "parameters">;

const onChange = (
  id: string,
  name: string,
  source: string,
  description: string,
  judged: Judged = {},
): ComplianceRule => ({ id, name, source, description, isPeriodic: false, ...judged });
const daily = (...rule: Parameters<typeof onChange>): ComplianceRule => ({
  ...onChange(...rule),
  isPeriodic: true,
});

const hasCache = ({ cache }: JudgedSpec) => cache?.enabled === true;

/**
 * The platform's compliance list as managed rules. Their parameters and defaults:
 * https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html, a page for each.
 */
const RULES: readonly ComplianceRule[] = [
  onChange(
    "S3TlsRule",
    "s3-tls",
    "S3_BUCKET_SSL_REQUESTS_ONLY",
    "In transit: buckets refuse requests without TLS",
  ),
  daily(
    "AlbHttpsRule",
    "alb-https",
    "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK",
    "In transit: HTTP is sent on to HTTPS",
    { isFor: ({ edge }) => edge?.enabled === true && edge.alb },
  ),
  onChange(
    "S3EncryptionRule",
    "s3-encryption",
    "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED",
    "At rest: buckets are encrypted",
  ),
  daily(
    "TableKeyRule",
    "dynamodb-kms",
    "DYNAMODB_TABLE_ENCRYPTED_KMS",
    "At rest: tables are encrypted by KMS",
    { isFor: ({ data }) => data !== undefined },
  ),
  onChange("VolumeRule", "ebs-encryption", "ENCRYPTED_VOLUMES", "At rest: disks are encrypted"),
  daily(
    "EksSecretsRule",
    "eks-secrets",
    "EKS_SECRETS_ENCRYPTED",
    "At rest: secrets of clusters are encrypted",
    { isFor: ({ cluster }) => cluster?.enabled === true },
  ),
  onChange(
    "AdminPolicyRule",
    "iam-no-admin",
    "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
    "Least privilege: no policy allows everything",
  ),
  daily("MfaRule", "iam-mfa", "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS", "MFA for everybody with a password"),
  daily("TrailRule", "cloudtrail", "CLOUD_TRAIL_ENABLED", "Records: CloudTrail is on"),
  daily("FlowLogRule", "vpc-flow-logs", "VPC_FLOW_LOGS_ENABLED", "Records: flow logs are on", {
    isFor: ({ network }) => network?.flowLogs === true,
    parameters: () => ({ trafficType: "ALL" }),
  }),
  daily("PitrRule", "dynamodb-pitr", "DYNAMODB_PITR_ENABLED", "Recovery: tables can go back in time", {
    isFor: ({ data }) => data?.pointInTimeRecovery === true,
  }),
  daily(
    "CacheSnapshotRule",
    "cache-snapshots",
    "ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK",
    "Recovery: caches take snapshots",
    {
      isFor: ({ cache }) => cache !== undefined && hasCache({ cache }) && cache.snapshotDays > 0,
      // AWS asks for 15 days unless it is told.
      parameters: ({ cache }) => ({ snapshotRetentionPeriod: String(cache?.snapshotDays) }),
    },
  ),
  daily(
    "DatabaseBackupRule",
    "database-backups",
    "DB_INSTANCE_BACKUP_ENABLED",
    "Recovery: databases are backed up",
    {
      isFor: ({ aurora }) => aurora?.enabled === true,
      parameters: ({ aurora }) => ({ backupRetentionPeriod: String(aurora?.backupDays) }),
    },
  ),
  daily(
    "CacheFailoverRule",
    "cache-failover",
    "ELASTICACHE_REPL_GRP_AUTO_FAILOVER_ENABLED",
    "Multi-AZ: caches fail over by themselves",
    { isFor: hasCache },
  ),
  onChange(
    "SubnetRule",
    "private-subnets",
    "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED",
    "Private subnets: nothing gets a public address by itself",
  ),
  onChange(
    "S3PublicRule",
    "s3-private",
    "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    "Nothing public: buckets block public access",
  ),
  onChange("ImdsRule", "imdsv2", "EC2_IMDSV2_CHECK", "Machines give their role's keys to token holders only"),
];

/** The most rules that an environment can have. */
export const MOST_RULES = RULES.length;

/** The rules that an environment is judged by. */
export function complianceRules(spec: JudgedSpec): ComplianceRule[] {
  return RULES.filter((rule) => rule.isFor?.(spec) ?? true);
}
