import { message } from "@greenroom/messages";
import type { AdviceSubject, Advisor, Proposal, SubjectResource } from "./advice-subject";
import { withProperties } from "./edit-stacks";

/**
 * Peak use that a node of the right size has at most, in percent: room for what the measurement did not see.
 */
const FULL_PERCENT = 70;

/** Where a type stands, by the kind of resource. */
const PROPERTIES: Readonly<Record<string, string>> = {
  "AWS::ElastiCache::ReplicationGroup": "CacheNodeType",
  "AWS::ElastiCache::CacheCluster": "CacheNodeType",
  "AWS::EC2::Instance": "InstanceType",
  "AWS::RDS::DBInstance": "DBInstanceClass",
};
/**
 * Sizes that halve vCPUs and memory step by step. Smaller ones (burstable) do not, so nothing is advised
 * below "large".
 */
const SIZES = ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge"] as const;

/**
 * The smallest size of the same family whose peak use stays below 70 % in both CPU and memory, for what was
 * measured.
 */
export const rightSize: Advisor = (subject) =>
  subject.measured.flatMap((use) => {
    const node = subject.resources.find(
      ({ stackKey, logicalId }) => stackKey === use.stackKey && logicalId === use.logicalId,
    );
    if (!node) return [];
    const peak = Math.max(use.peakCpuPercent, use.peakMemoryPercent);
    return smaller(subject, node, peak).map(({ property, from, to }) =>
      proposal(subject, node, { property, from, to }, use),
    );
  });

interface Resize {
  property: string;
  from: string;
  to: string;
}

function smaller(subject: AdviceSubject, node: SubjectResource, peakPercent: number): Resize[] {
  const property = PROPERTIES[node.type];
  const from = property && node.properties.text(property);
  if (!property || !from) return [];
  const at = from.lastIndexOf(".");
  const [family, size] = [from.slice(0, at), from.slice(at + 1)];
  const current = SIZES.indexOf(size as (typeof SIZES)[number]);
  const fitting = SIZES.slice(0, Math.max(current, 0))
    .filter((_, index) => peakPercent * 2 ** (current - index) <= FULL_PERCENT)
    .map((smallerSize) => ({ property, from, to: `${family}.${smallerSize}` }));
  const priced = fitting.find(({ to }) =>
    subject.isPriced(
      subject.estimate({ stacks: withProperties(subject.stacks, [node], { [property]: to }) }),
    ),
  );
  return priced ? [priced] : [];
}

function proposal(
  subject: AdviceSubject,
  node: SubjectResource,
  { property, from, to }: Resize,
  use: { peakCpuPercent: number; peakMemoryPercent: number },
): Proposal {
  const { peakCpuPercent, peakMemoryPercent } = use;
  return {
    key: "right-size",
    title: message("pricing.advice.rightSize.title", { to, from, node: node.logicalId }),
    risk: message("pricing.advice.rightSize.risk", {
      cpuPercent: peakCpuPercent,
      memoryPercent: peakMemoryPercent,
    }),
    resources: [node],
    after: { stacks: withProperties(subject.stacks, [node], { [property]: to }) },
  };
}
