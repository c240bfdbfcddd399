import { message } from "@greenroom/messages";
import { type Count, perHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred, referrers, scalableBounds } from "../neighbours";
import { createPropertyReader, type PropertyReader } from "../properties";
import { Decimal, mapRange, type Range } from "../ranges";
import { HOURS_PER_MONTH } from "../schema/hours";
import { multiply } from "./ebs-charges";
import { publicAddresses } from "./ec2-charges";
import { withinBounds } from "./scaling";

const UNITS_PER_VCPU = 1024;
const MB_PER_GB = 1024;
/** What a task has at no charge: https://aws.amazon.com/fargate/pricing/. */
const FREE_STORAGE_GB = 20;

/**
 * Covers vCPU and memory of tasks on Fargate, by the task definition's size and architecture, between the
 * bounds of Application Auto Scaling (expected `DesiredCount`). A service that names neither launch type nor
 * providers runs on what its cluster has. Services on EC2 or external capacity are free: their instances are
 * charged. Tasks on Fargate Spot and on Windows have prices of their own; storage beyond 20 GB and public
 * addresses of tasks are charged too. Not covered: load balancers, data transfer.
 */
export const ecsService: CostModel = {
  type: "AWS::ECS::Service",
  service: "ECS",
  reads: [
    "CapacityProviderStrategy[].Weight",
    "CapacityProviderStrategy[].Base",
    "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp",
    "LaunchType",
    "DesiredCount",
    "TaskDefinition",
    "CapacityProviderStrategy[].CapacityProvider",
    "Cluster",
  ],
  neighbours: [
    "AWS::ECS::TaskDefinition that TaskDefinition names",
    "AWS::ECS::TaskSet whose Service names the service",
    "AWS::ECS::Cluster that Cluster names",
    "AWS::ECS::ClusterCapacityProviderAssociations whose Cluster names that cluster",
    "AWS::ApplicationAutoScaling::ScalableTarget whose ResourceId names the service",
  ],
  notPriced: ["VolumeConfigurations", "Monitoring", "VpcLatticeConfigurations"],
  withoutInfluence:
    "PlatformVersion HealthCheckGracePeriodSeconds EnableExecuteCommand PlacementConstraints " +
    "LoadBalancers ServiceConnectConfiguration PlacementStrategies DeploymentController " +
    "ServiceRegistries SchedulingStrategy DeploymentConfiguration AvailabilityZoneRebalancing " +
    "ForceNewDeployment",
  usageKeys: [],
  freeBecause: (input) => (isOnFargate(input) ? null : message("pricing.free.tasksOnInstances")),
  components: (input) => {
    const { properties } = input;
    const task = taskDefinition(input);
    const [bounds] = scalableBounds(input, "ecs:service:DesiredCount");
    const count = withinBounds(properties.number("DesiredCount") ?? 1, bounds);
    const isPublic = properties.text("NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp") === "ENABLED";
    return [
      ...sharesOf(multiply(count, 1), input).flatMap(({ isSpot, share }) => taskHours(task, share, isSpot)),
      ...ephemeralStorage(task, count),
      ...publicAddresses(isPublic, count),
    ];
  },
};

/**
 * vCPU and memory of tasks, by architecture and system. Spot tasks and Windows have prices of their own, and
 * Windows a licence.
 */
function taskHours(task: PropertyReader | undefined, count: Range, isSpot: boolean): ComponentDraft[] {
  const isWindows = task?.text("RuntimePlatform.OperatingSystemFamily")?.startsWith("WINDOWS") ?? false;
  const architecture = task?.text("RuntimePlatform.CpuArchitecture") === "ARM64" ? "arm64" : "x86";
  const kind = [isSpot && "Spot", isWindows && "Windows"].filter(Boolean).join(" ");
  const charge = (name: string, unit: string, each: number | undefined, sku: string) =>
    perHour({
      name: kind ? `${name} (${kind})` : name,
      unit,
      unitSize: HOURS_PER_MONTH,
      count: each === undefined ? null : multiply(count, each),
      property: "TaskDefinition",
      price: { service: "AmazonECS", sku: ["Fargate", kind, architecture, sku].filter(Boolean).join(" ") },
    });
  const vcpus = sizeOf(task?.text("Cpu"), UNITS_PER_VCPU);
  return [
    charge("Per GB per hour", "GB", sizeOf(task?.text("Memory"), MB_PER_GB), "memory"),
    charge("Per vCPU per hour", "CPU", vcpus, "vCPU"),
    ...(isWindows ? [charge("Licence per vCPU per hour", "CPU", vcpus, "licence")] : []),
  ];
}

/** Disk of each task beyond what is free. */
function ephemeralStorage(task: PropertyReader | undefined, count: Count): ComponentDraft[] {
  const extra = (task?.number("EphemeralStorage.SizeInGiB") ?? FREE_STORAGE_GB) - FREE_STORAGE_GB;
  if (extra <= 0) return [];
  return [
    perHour({
      name: "Ephemeral storage",
      unit: "GB",
      unitSize: HOURS_PER_MONTH,
      count: multiply(count, extra),
      price: { service: "AmazonECS", sku: "Fargate ephemeral storage over 20 GB" },
    }),
  ];
}

interface Share {
  isSpot: boolean;
  share: Range;
}

/**
 * How many tasks run on Fargate and how many on Fargate Spot: each provider's base first, the rest by weight
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html). A
 * provider without any weight in a strategy where none has one takes an equal part.
 */
function sharesOf(count: Range, input: ModelInput): Share[] {
  const strategy = strategyOf(input);
  const weights = strategy.reduce((sum, { weight }) => sum + weight, 0);
  const bases = strategy.reduce((sum, { base }) => sum + base, 0);
  const of = (isSpot: boolean) =>
    mapRange(count, (tasks) => {
      const rest = Decimal.max(0, tasks.minus(bases));
      const own = strategy.filter(({ name }) => name === (isSpot ? "FARGATE_SPOT" : "FARGATE"));
      return own.reduce((sum, { base, weight }) => {
        const part = weights > 0 ? rest.times(weight).div(weights) : rest.div(strategy.length);
        return sum.plus(bases > 0 ? Decimal.min(tasks, bases).times(base).div(bases) : 0).plus(part);
      }, new Decimal(0));
    });
  if (strategy.length === 0) return [{ isSpot: false, share: count }];
  return [false, true]
    .filter((isSpot) => strategy.some(({ name }) => name === (isSpot ? "FARGATE_SPOT" : "FARGATE")))
    .map((isSpot) => ({ isSpot, share: of(isSpot) }));
}

/** By reference, or by family and revision ("web", "web:3"); without one, that of the service's task set. */
function taskDefinition({ properties, stack, logicalId }: ModelInput): PropertyReader | undefined {
  const [taskSet] = referrers(stack, "AWS::ECS::TaskSet", "Service", logicalId);
  const named = properties.value("TaskDefinition") ?? taskSet?.value("TaskDefinition");
  const family = typeof named === "string" ? named.replace(/:\d+$/, "") : named;
  return referred(stack, family, "AWS::ECS::TaskDefinition", "Family")?.properties;
}

/** "1024" counts small units, "1 vCPU" and "2 GB" whole ones: both are task definitions' own forms. */
function sizeOf(text: string | undefined, unitsInWhole: number): number | undefined {
  const [, number, unit] = /^([\d.]+)\s*(vCPU|GB)?$/i.exec(text?.trim() ?? "") ?? [];
  return number === undefined ? undefined : Number(number) / (unit ? 1 : unitsInWhole);
}

function isOnFargate(input: ModelInput): boolean {
  const launchType = input.properties.text("LaunchType");
  if (launchType) return launchType === "FARGATE";
  return strategyOf(input).length > 0;
}

interface Provider {
  name: string;
  base: number;
  weight: number;
}

/**
 * The strategy that puts tasks on Fargate, among others: the service's own, or its cluster's. Empty with a
 * launch type.
 */
function strategyOf(input: ModelInput): Provider[] {
  const { properties } = input;
  if (properties.has("LaunchType")) return [];
  const own = providersIn(properties, "CapacityProviderStrategy");
  const all = own.length > 0 ? own : clusterProviders(input);
  return all.some(({ name }) => name.startsWith("FARGATE")) ? all : [];
}

/**
 * The default strategy of the service's cluster; without one, all providers of the cluster when there are no
 * others than Fargate.
 */
function clusterProviders({ properties, stack }: ModelInput): Provider[] {
  const cluster = referred(stack, properties.value("Cluster"), "AWS::ECS::Cluster", "ClusterName");
  if (!cluster) return [];
  const type = "AWS::ECS::ClusterCapacityProviderAssociations";
  const name = cluster.properties.text("ClusterName");
  const settings = [cluster.properties, ...referrers(stack, type, "Cluster", cluster.logicalId, name)];
  const strategy = settings.flatMap((one) => providersIn(one, "DefaultCapacityProviderStrategy"));
  if (strategy.length > 0) return strategy;
  const all = settings.flatMap((one) => one.list("CapacityProviders") ?? []);
  const isFargateOnly = all.every((one) => typeof one === "string" && one.startsWith("FARGATE"));
  // Nothing says that tasks run on Spot, so they are taken to run on the first.
  return isFargateOnly && all.length > 0 ? [{ name: "FARGATE", base: 0, weight: 1 }] : [];
}

function providersIn(properties: PropertyReader, strategy: string): Provider[] {
  return (properties.list(strategy) ?? []).map(createPropertyReader).map((one) => ({
    name: one.text("CapacityProvider") ?? "",
    base: one.number("Base") ?? 0,
    weight: one.number("Weight") ?? 0,
  }));
}
