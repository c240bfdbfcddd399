/** A rule that AWS manages. Those that look at changes are narrowed to the environment by its tag; the others look at the account. */
export interface ComplianceRule {
  id: string;
  /** After the environment's name and a hyphen. */
  name: string;
  source: string;
  /** Which point of the platform's compliance list it checks. */
  description: string;
  /** Looks once a day at the whole account and region, because AWS offers it in no other way. */
  isPeriodic: boolean;
}

const onChange = (id: string, name: string, source: string, description: string): ComplianceRule => ({
  id,
  name,
  source,
  description,
  isPeriodic: false,
});
const daily = (id: string, name: string, source: string, description: string): ComplianceRule => ({
  ...onChange(id, name, source, description),
  isPeriodic: true,
});

/** The platform's compliance list as managed rules ("List of AWS Config Managed Rules"). */
export const COMPLIANCE_RULES: readonly ComplianceRule[] = [
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
  ),
  onChange("VolumeRule", "ebs-encryption", "ENCRYPTED_VOLUMES", "At rest: disks are encrypted"),
  daily(
    "EksSecretsRule",
    "eks-secrets",
    "EKS_SECRETS_ENCRYPTED",
    "At rest: secrets of clusters are encrypted",
  ),
  onChange(
    "AdminPolicyRule",
    "iam-no-admin",
    "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
    "Least privilege: no policy allows everything",
  ),
  daily("MfaRule", "iam-mfa", "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS", "MFA for everybody with a password"),
  daily("TrailRule", "cloudtrail", "CLOUD_TRAIL_ENABLED", "Records: CloudTrail is on"),
  daily("FlowLogRule", "vpc-flow-logs", "VPC_FLOW_LOGS_ENABLED", "Records: flow logs are on"),
  daily("PitrRule", "dynamodb-pitr", "DYNAMODB_PITR_ENABLED", "Recovery: tables can go back in time"),
  daily(
    "CacheSnapshotRule",
    "cache-snapshots",
    "ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK",
    "Recovery: caches take snapshots",
  ),
  daily(
    "CacheFailoverRule",
    "cache-failover",
    "ELASTICACHE_REPL_GRP_AUTO_FAILOVER_ENABLED",
    "Multi-AZ: caches fail over by themselves",
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
