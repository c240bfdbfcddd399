import { isMessageKey, type Locale, type MessageKey, message, say } from "@greenroom/messages";

/** What a stack is about, the most telling first: a network's gateways say more of it than its log group. */
const TELLING =
  "EKS::Cluster EKS::Nodegroup DynamoDB::Table DynamoDB::GlobalTable ElastiCache::ReplicationGroup ElastiCache::ServerlessCache RDS::DBCluster CloudFront::Distribution ElasticLoadBalancingV2::LoadBalancer WAFv2::WebACL GlobalAccelerator::Accelerator CertificateManager::Certificate ECR::Repository EC2::Instance CloudWatch::Alarm Events::EventBus SQS::Queue Events::Rule Lambda::Function EC2::NatGateway EC2::Subnet EC2::VPCEndpoint EC2::VPC APS::Workspace Grafana::Workspace CloudWatch::Dashboard Backup::BackupPlan Config::ConfigRule FIS::ExperimentTemplate EKS::Addon S3::Bucket Route53::HostedZone KMS::Key SNS::Topic".split(
    " ",
  );
/**
 * Kinds that only join or permit others: they are counted, but stand for what a stack is about only when it
 * has nothing else.
 */
const PLUMBING =
  /(Association|Attachment|Policy|Permission|Alias|Entry|InstanceProfile|SubnetGroup|ParameterGroup|Ingress|Egress|Route|RouteTable|EIP|Role)$/;

function rankOf(type: string): number {
  const rank = TELLING.indexOf(type.replace(/^AWS::/, ""));
  if (rank >= 0) return rank;
  return PLUMBING.test(type) ? TELLING.length + 1 : TELLING.length;
}

/** "AWS::Foo::BarBaz" → "Bar baz (Foo)". */
function fallback(type: string): string {
  const parts = type.split("::");
  const words = (parts.at(-1) ?? type)
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .split(" ");
  const kind = words
    .map((word, index) => (index > 0 && !/^[A-Z]{2}/.test(word) ? word.toLowerCase() : word))
    .join(" ");
  const service = parts.length > 2 ? parts.at(-2) : undefined;
  return service ? `${kind} (${service})` : kind;
}

/** The catalog's key for a type's name; null for a type that nobody gave one. */
function keyOf(type: string): MessageKey | null {
  const key = `resourceKind.${type.replace(/^AWS::/, "").replaceAll("::", ".")}`;
  return isMessageKey(key) ? key : null;
}

/** "6 DynamoDB tables", "1 VPC"; in Korean "DynamoDB 테이블 6개". */
export function countedKind(type: string, count: number, locale: Locale): string {
  const key = keyOf(type);
  if (key === null) {
    return say(locale, message("resources.countedUnknown", { count, kind: fallback(type) }));
  }
  return say(locale, message("resources.counted", { count, kind: { key, values: { count } } }));
}

/** The kind of one resource, as a heading: "DynamoDB table", "Subnet". */
export function kindName(type: string, locale: Locale): string {
  const key = keyOf(type);
  if (key === null) return fallback(type);
  const name = say(locale, { key, values: { count: 1 } });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many resources of each kind there are, those that say what the whole is about first. */
export function countKinds(groups: readonly { type: string; members: readonly string[] }[]) {
  const counts = new Map<string, number>();
  for (const { type, members } of groups) counts.set(type, (counts.get(type) ?? 0) + members.length);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => rankOf(a.type) - rankOf(b.type) || b.count - a.count);
}
