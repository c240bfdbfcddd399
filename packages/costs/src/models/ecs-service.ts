import { HOURS_PER_MONTH, perHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred, referrers, scalableBounds } from "../neighbours";
import { createPropertyReader, type PropertyReader } from "../properties";
import { multiply } from "./ebs-charges";
import { withinBounds } from "./scaling";

const UNITS_PER_VCPU = 1024;
const MB_PER_GB = 1024;

/**
 * Covers vCPU and memory of tasks on Fargate, by the task definition's size and architecture, between the bounds of Application Auto
 * Scaling (expected `DesiredCount`). A service that names neither launch type nor providers runs on what its cluster has. Services on
 * EC2 or external capacity are free: their instances are charged.
 * Not covered: ephemeral storage above 20 GB, Windows licences, Fargate Spot's discount, load balancers, data transfer.
 */
export const ecsService: CostModel = {
  type: "AWS::ECS::Service",
  service: "ECS",
  reads: [
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
  usageKeys: [],
  freeBecause: (input) =>
    isOnFargate(input)
      ? null
      : {
          en: "Tasks on EC2 are charged as the instances they run on.",
          ko: "EC2에서 실행되는 작업은 인스턴스로 과금됩니다.",
        },
  components: (input) => {
    const { properties } = input;
    const task = taskDefinition(input);
    const [bounds] = scalableBounds(input, "ecs:service:DesiredCount");
    const count = withinBounds(properties.number("DesiredCount") ?? 1, bounds);
    const family = task?.text("RuntimePlatform.CpuArchitecture") === "ARM64" ? "arm64" : "x86";
    const charge = (name: string, unit: string, each: number | undefined, sku: string): ComponentDraft =>
      perHour({
        name,
        unit,
        unitSize: HOURS_PER_MONTH,
        count: each === undefined ? null : multiply(count, each),
        property: "TaskDefinition",
        price: { service: "AmazonECS", sku: `Fargate ${family} ${sku}` },
      });
    return [
      charge("Per GB per hour", "GB", sizeOf(task?.text("Memory"), MB_PER_GB), "memory"),
      charge("Per vCPU per hour", "CPU", sizeOf(task?.text("Cpu"), UNITS_PER_VCPU), "vCPU"),
    ];
  },
};

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
  const { properties } = input;
  const launchType = properties.text("LaunchType");
  if (launchType) return launchType === "FARGATE";
  const own = providersIn(properties, "CapacityProviderStrategy");
  return (own.length > 0 ? own : clusterProviders(input)).some((name) => name.startsWith("FARGATE"));
}

/** The default strategy of the service's cluster; without one, all providers of the cluster when there are no others than Fargate. */
function clusterProviders({ properties, stack }: ModelInput): string[] {
  const cluster = referred(stack, properties.value("Cluster"), "AWS::ECS::Cluster", "ClusterName");
  if (!cluster) return [];
  const type = "AWS::ECS::ClusterCapacityProviderAssociations";
  const name = cluster.properties.text("ClusterName");
  const settings = [cluster.properties, ...referrers(stack, type, "Cluster", cluster.logicalId, name)];
  const strategy = settings.flatMap((one) => providersIn(one, "DefaultCapacityProviderStrategy"));
  if (strategy.length > 0) return strategy;
  const all = settings.flatMap((one) => one.list("CapacityProviders") ?? []);
  const isFargateOnly = all.every((one) => typeof one === "string" && one.startsWith("FARGATE"));
  return isFargateOnly ? (all as string[]) : [];
}

function providersIn(properties: PropertyReader, strategy: string): string[] {
  return (properties.list(strategy) ?? []).map(
    (one) => createPropertyReader(one).text("CapacityProvider") ?? "",
  );
}
