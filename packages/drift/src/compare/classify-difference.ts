import type { Difference } from "./types";

/**
 * Where a difference comes from. AUTOSCALER: a service scales within its bounds. CAPACITY: a size that people
 * set for a sale or by a schedule. PERSON: AWS recorded who did it. NOISE: AWS tells of a difference that is
 * none. UNKNOWN: nothing says.
 */
export const DRIFT_CLASSES = ["AUTOSCALER", "CAPACITY", "PERSON", "NOISE", "UNKNOWN"] as const;
export type DriftClass = (typeof DRIFT_CLASSES)[number];

/** A range that autoscaling keeps to, as a scalable target of the environment states it. */
export interface ScalingBounds {
  /** Of Application Auto Scaling: "elasticache:replication-group:NodeGroups". */
  dimension: string;
  minimum: number;
  maximum: number;
}

interface Scaled {
  resourceType: string;
  path: string;
  /** The resource's own properties that bound it, or the dimension of the scalable target that does. */
  boundedBy: readonly [minimum: string, maximum: string] | string;
}

/** Dimensions: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html */
const SCALED: readonly Scaled[] = [
  {
    resourceType: "AWS::EKS::Nodegroup",
    path: "ScalingConfig.DesiredSize",
    boundedBy: ["ScalingConfig.MinSize", "ScalingConfig.MaxSize"],
  },
  {
    resourceType: "AWS::AutoScaling::AutoScalingGroup",
    path: "DesiredCapacity",
    boundedBy: ["MinSize", "MaxSize"],
  },
  {
    resourceType: "AWS::ElastiCache::ReplicationGroup",
    path: "NumNodeGroups",
    boundedBy: "elasticache:replication-group:NodeGroups",
  },
  {
    resourceType: "AWS::ElastiCache::ReplicationGroup",
    path: "ReplicasPerNodeGroup",
    boundedBy: "elasticache:replication-group:Replicas",
  },
  {
    resourceType: "AWS::DynamoDB::Table",
    path: "ProvisionedThroughput.ReadCapacityUnits",
    boundedBy: "dynamodb:table:ReadCapacityUnits",
  },
  {
    resourceType: "AWS::DynamoDB::Table",
    path: "ProvisionedThroughput.WriteCapacityUnits",
    boundedBy: "dynamodb:table:WriteCapacityUnits",
  },
];

interface Marked {
  resourceType: string;
  path: RegExp;
  source: string;
}

/** Sizes that people raise before a sale and lower after it. */
const CAPACITIES: readonly Omit<Marked, "source">[] = [
  { resourceType: "AWS::EKS::Nodegroup", path: /^ScalingConfig\.(MinSize|MaxSize|DesiredSize)$/ },
  { resourceType: "AWS::AutoScaling::AutoScalingGroup", path: /^(MinSize|MaxSize|DesiredCapacity)$/ },
  { resourceType: "AWS::ApplicationAutoScaling::ScalableTarget", path: /^(MinCapacity|MaxCapacity)$/ },
  { resourceType: "AWS::ElastiCache::ReplicationGroup", path: /^(NumNodeGroups|ReplicasPerNodeGroup)$/ },
];

const ROADMAP = "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues";
/** What CloudFormation's drift detection tells of although nothing differs. */
const NOISE: readonly Marked[] = [
  {
    resourceType: "AWS::ElasticLoadBalancingV2::TargetGroup",
    path: /^ProtocolVersion$/,
    source: `${ROADMAP}/1345`,
  },
  { resourceType: "AWS::RDS::DBParameterGroup", path: /^Parameters(\.|$)/, source: `${ROADMAP}/1699` },
  { resourceType: "AWS::RDS::OptionGroup", path: /^OptionConfigurations(\.|$)/, source: `${ROADMAP}/1310` },
  { resourceType: "AWS::DMS::ReplicationTask", path: /^ReplicationTaskSettings$/, source: `${ROADMAP}/2563` },
];

/** @param resource as it is declared @param bounds of the scalable targets that scale this resource */
export function classifyDifference(
  { resourceType, declared }: { resourceType: string; declared: Readonly<Record<string, unknown>> },
  { path, actual }: Difference,
  bounds: readonly ScalingBounds[] = [],
): DriftClass {
  const isOf = (rule: { resourceType: string }) => rule.resourceType === resourceType;
  if (NOISE.some((rule) => isOf(rule) && rule.path.test(path))) return "NOISE";
  const scaled = SCALED.find((rule) => isOf(rule) && rule.path === path);
  if (scaled && isWithin(Number(actual), rangeOf(scaled, declared, bounds))) return "AUTOSCALER";
  return CAPACITIES.some((rule) => isOf(rule) && rule.path.test(path)) ? "CAPACITY" : "UNKNOWN";
}

type Range = readonly [minimum: number, maximum: number];

function rangeOf(
  { boundedBy }: Scaled,
  declared: Readonly<Record<string, unknown>>,
  bounds: readonly ScalingBounds[],
): Range | undefined {
  if (typeof boundedBy !== "string")
    return [valueAt(declared, boundedBy[0]), valueAt(declared, boundedBy[1])];
  const found = bounds.find(({ dimension }) => dimension === boundedBy);
  return found && [found.minimum, found.maximum];
}

const isWithin = (value: number, range: Range | undefined): boolean =>
  range !== undefined && value >= range[0] && value <= range[1];

function valueAt(declared: Readonly<Record<string, unknown>>, path: string): number {
  const value = path
    .split(".")
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], declared);
  return Number(value);
}
