import { message } from "@greenroom/messages";
import type { Json } from "@greenroom/template";
import type { Usage } from "../usage";
import type { AdviceSubject, Advisor, Change, Proposal, SubjectResource } from "./advice-subject";
import { withProperties } from "./edit-stacks";

/** Families of Intel or AMD processors, and those of the same shape on Graviton, newest first. */
const GRAVITON: Readonly<Record<string, readonly string[]>> = {
  t3: ["t4g"],
  t3a: ["t4g"],
  m5: ["m7g", "m6g"],
  m6i: ["m7g", "m6g"],
  m7i: ["m7g"],
  c5: ["c7g", "c6g"],
  c6i: ["c7g", "c6g"],
  r5: ["r7g", "r6g"],
  r6i: ["r7g", "r6g"],
  r7i: ["r7g"],
};
const KARPENTER = /^(karpenter_(?:spot_)?nodes\.)(.+)$/;

/**
 * Nodes on Graviton of the same size, where every one of them has a price. Node groups that a launch template
 * gives a type are left out.
 */
export const graviton: Advisor = (subject) => {
  const caches = subject.ofType("AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::CacheCluster");
  const machines = subject.ofType("AWS::EC2::Instance", "AWS::EKS::Nodegroup");
  return [
    ...advice(subject, caches, {
      title: message("pricing.advice.gravitonCaches.title"),
      risk: message("pricing.advice.gravitonCaches.risk"),
    }),
    ...advice(subject, machines, {
      title: message("pricing.advice.gravitonMachines.title"),
      risk: message("pricing.advice.gravitonMachines.risk"),
    }),
  ];
};

function advice(
  subject: AdviceSubject,
  resources: readonly SubjectResource[],
  words: Pick<Proposal, "title" | "risk">,
) {
  const change: Required<Pick<Change, "stacks" | "usage">> = { stacks: subject.stacks, usage: subject.usage };
  const changed: SubjectResource[] = [];
  for (const resource of resources) {
    const properties = propertiesOf(subject, resource);
    if (!properties) continue;
    change.stacks = withProperties(change.stacks, [resource], properties);
    changed.push(resource);
  }
  if (resources.some(({ type }) => type === "AWS::EKS::Nodegroup")) {
    const { usage, clusters } = karpenterUsage(subject);
    change.usage = usage;
    changed.push(...clusters);
  }
  if (changed.length === 0) return [];
  return [{ key: "graviton" as const, ...words, resources: changed, after: change }];
}

/**
 * The properties that move a resource to Graviton; null when it is there already or has no counterpart with a
 * price.
 */
function propertiesOf(
  subject: AdviceSubject,
  { type, region, properties }: SubjectResource,
): Record<string, Json> | null {
  if (type === "AWS::EKS::Nodegroup") {
    const types = properties.list("InstanceTypes") ?? [];
    const moved = types.map((one) => (typeof one === "string" ? counterpart(subject, one, region) : null));
    return types.length > 0 && moved.every((one) => one !== null) ? { InstanceTypes: moved } : null;
  }
  const property = type === "AWS::EC2::Instance" ? "InstanceType" : "CacheNodeType";
  const current = properties.text(property);
  const moved = current && counterpart(subject, current, region);
  return moved ? { [property]: moved } : null;
}

function counterpart({ book }: AdviceSubject, type: string, region: string): string | null {
  const [, prefix = "", family = "", size] = /^(cache\.)?([a-z0-9]+)\.([a-z0-9]+)$/.exec(type) ?? [];
  const skuOf = (candidate: string) =>
    prefix
      ? { service: "AmazonElastiCache", sku: `${candidate} Redis node on-demand` }
      : { service: "AmazonEC2", sku: `${candidate} Linux on-demand` };
  const candidates = (GRAVITON[family] ?? []).map((graviton) => `${prefix}${graviton}.${size}`);
  return (
    candidates.find((candidate) => {
      const { service, sku } = skuOf(candidate);
      return book.find(service, sku, region) !== null;
    }) ?? null
  );
}

/** Karpenter's nodes belong to no resource: they are usage of the cluster, named by their type. */
function karpenterUsage(subject: AdviceSubject): { usage: Usage; clusters: SubjectResource[] } {
  const clusters: SubjectResource[] = [];
  const usage: Usage = { ...subject.usage };
  for (const cluster of subject.ofType("AWS::EKS::Cluster")) {
    const figures = subject.usage[cluster.stackKey]?.[cluster.logicalId] ?? {};
    const moved = Object.entries(figures).map(([key, value]) => {
      const [, prefix, type = ""] = KARPENTER.exec(key) ?? [];
      const target = prefix && counterpart(subject, type, cluster.region);
      return {
        key: target && !(`${prefix}${target}` in figures) ? `${prefix}${target}` : key,
        from: key,
        value,
      };
    });
    if (moved.every(({ key, from }) => key === from)) continue;
    clusters.push(cluster);
    usage[cluster.stackKey] = {
      ...usage[cluster.stackKey],
      [cluster.logicalId]: Object.fromEntries(moved.map(({ key, value }) => [key, value])),
    };
  }
  return { usage, clusters };
}
