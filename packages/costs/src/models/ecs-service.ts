import { HOURS_PER_MONTH, perHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred, scalableBounds } from "../neighbours";
import { createPropertyReader } from "../properties";
import { multiply } from "./ebs-charges";
import { withinBounds } from "./scaling";

const UNITS_PER_VCPU = 1024;
const MB_PER_GB = 1024;

/**
 * Covers vCPU and memory of tasks on Fargate, by the task definition's size and architecture, between the bounds of Application Auto
 * Scaling (expected `DesiredCount`). Services on EC2 or external capacity are free: their instances are charged.
 * Not covered: ephemeral storage above 20 GB, Windows licences, Fargate Spot's discount, load balancers, data transfer.
 */
export const ecsService: CostModel = {
  type: "AWS::ECS::Service",
  service: "ECS",
  reads: ["LaunchType", "DesiredCount", "TaskDefinition", "CapacityProviderStrategy[].CapacityProvider"],
  neighbours: [
    "AWS::ECS::TaskDefinition that TaskDefinition names",
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
    const { properties, stack } = input;
    const task = referred(stack, properties.value("TaskDefinition"), "AWS::ECS::TaskDefinition")?.properties;
    const [bounds] = scalableBounds(input, "ecs:service:DesiredCount");
    const count = withinBounds(properties.number("DesiredCount") ?? 1, bounds);
    const cpu = task?.number("Cpu");
    const memory = task?.number("Memory");
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
      charge("Per GB per hour", "GB", memory && memory / MB_PER_GB, "memory"),
      charge("Per vCPU per hour", "CPU", cpu && cpu / UNITS_PER_VCPU, "vCPU"),
    ];
  },
};

function isOnFargate({ properties }: ModelInput): boolean {
  const providers = (properties.list("CapacityProviderStrategy") ?? []).map(
    (one) => createPropertyReader(one).text("CapacityProvider") ?? "",
  );
  return properties.text("LaunchType") === "FARGATE" || providers.some((name) => name.startsWith("FARGATE"));
}
