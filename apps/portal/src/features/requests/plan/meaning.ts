import type { ResourceChange } from "@greenroom/provisioning/schema";

/**
 * What a resource means to people when it is replaced or deleted: `meanings.<kind>` in the catalog of texts
 * says what is lost or interrupted, and what to do first. LOSES: it holds data or work that goes with it.
 * INTERRUPTS: what uses it has to move.
 */
const MEANINGS = {
  "DynamoDB::Table": ["table", "LOSES"],
  "DynamoDB::GlobalTable": ["table", "LOSES"],
  "ElastiCache::CacheCluster": ["cache", "LOSES"],
  "ElastiCache::ReplicationGroup": ["cache", "LOSES"],
  "ElastiCache::ServerlessCache": ["cache", "LOSES"],
  "S3::Bucket": ["bucket", "LOSES"],
  "RDS::DBCluster": ["database", "LOSES"],
  "RDS::DBInstance": ["databaseInstance", "INTERRUPTS"],
  "Logs::LogGroup": ["logs", "LOSES"],
  "SQS::Queue": ["queue", "LOSES"],
  "Events::Archive": ["archive", "LOSES"],
  "ECR::Repository": ["images", "LOSES"],
  "SecretsManager::Secret": ["secret", "LOSES"],
  "KMS::Key": ["key", "LOSES"],
  "APS::Workspace": ["metrics", "LOSES"],
  "Grafana::Workspace": ["dashboards", "LOSES"],
  "Backup::BackupVault": ["backups", "LOSES"],
  "EKS::Cluster": ["cluster", "LOSES"],
  "EKS::Nodegroup": ["nodes", "INTERRUPTS"],
  "EC2::Instance": ["server", "LOSES"],
  "EC2::NatGateway": ["nat", "INTERRUPTS"],
  "EC2::EIP": ["address", "INTERRUPTS"],
  "EC2::VPC": ["network", "INTERRUPTS"],
  "EC2::Subnet": ["subnet", "INTERRUPTS"],
  "ElasticLoadBalancingV2::LoadBalancer": ["loadBalancer", "INTERRUPTS"],
  "CloudFront::Distribution": ["distribution", "INTERRUPTS"],
  "GlobalAccelerator::Accelerator": ["accelerator", "INTERRUPTS"],
  "Route53::HostedZone": ["zone", "INTERRUPTS"],
  "CertificateManager::Certificate": ["certificate", "INTERRUPTS"],
  "Events::EventBus": ["bus", "INTERRUPTS"],
} as const satisfies Record<string, readonly [kind: string, nature: "LOSES" | "INTERRUPTS"]>;

type Kind = (typeof MEANINGS)[keyof typeof MEANINGS][0];

export interface Meaning {
  /** `other` holds data of a kind without words of its own. */
  kind: Kind | "other";
  /** Data or work is lost, unless something keeps it. */
  isLoss: boolean;
}

/** What a replacement or deletion means; null for other changes, and for resources that nobody misses. */
export function meaningOf({
  action,
  resourceType,
  isStateful,
  safeguards,
}: Pick<ResourceChange, "action" | "resourceType" | "isStateful" | "safeguards">): Meaning | null {
  if (action !== "REPLACE" && action !== "DELETE" && action !== "MAY_REPLACE") return null;
  const type = resourceType.replace(/^AWS::/, "");
  const [kind, nature] = type in MEANINGS ? MEANINGS[type as keyof typeof MEANINGS] : UNKNOWN;
  if (kind === "other" && !isStateful) return null;
  return { kind, isLoss: nature === "LOSES" && !safeguards?.includes("KEPT") };
}

const UNKNOWN = ["other", "LOSES"] as const;
