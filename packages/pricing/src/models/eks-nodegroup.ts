import { perHour } from "../components";
import type { CostModel, ModelInput } from "../cost-model";
import { type Volume, volumeCharges } from "./ebs-charges";
import {
  cpuCredits,
  detailedMonitoring,
  EC2_USAGE_KEYS,
  ebsOptimisation,
  instanceHours,
  type LaunchSpec,
  launchTemplate,
  publicAddresses,
  readLaunchTemplate,
  subnetsGiveAddress,
} from "./ec2-charges";
import { countOf, scaledCount } from "./scaling";

/** Defaults of the EKS API. */
const DEFAULT_TYPE = "t3.medium";
const DEFAULT_DISK_GB = 20;
const DEFAULT_WINDOWS_DISK_GB = 50;

/**
 * Covers node hours between the bounds of `ScalingConfig` (desired is expected; usage `instances` says
 * otherwise), on demand or spot, and the volumes of the nodes: those of the launch template, or `DiskSize`
 * (20 GB; gp3 on AL2023 and Bottlerocket, gp2 otherwise). Of several instance types the first is expected, as
 * managed groups prefer it; low and high take the others. Not covered: nodes that the Cluster Autoscaler
 * keeps away from the bounds, data transfer, snapshots.
 */
export const eksNodegroup: CostModel = {
  type: "AWS::EKS::Nodegroup",
  service: "EKS",
  reads: [
    "Subnets[]",
    "InstanceTypes[]",
    "CapacityType",
    "ScalingConfig.DesiredSize",
    "ScalingConfig.MinSize",
    "ScalingConfig.MaxSize",
    "DiskSize",
    "AmiType",
    "LaunchTemplate.Id",
    "LaunchTemplate.Name",
  ],
  neighbours: ["AWS::EC2::LaunchTemplate that LaunchTemplate names", "AWS::EC2::Subnet that Subnets names"],
  notPriced: ["WarmPoolConfig"],
  withoutInfluence:
    "UpdateConfig Labels Taints ReleaseVersion ForceUpdateEnabled Version LaunchTemplate.Version " +
    "RemoteAccess NodeRepairConfig",
  usageKeys: ["instances", ...EC2_USAGE_KEYS],
  components: (input) => {
    const { properties, usage } = input;
    const launch = launchSpec(input);
    const types = instanceTypes(input, launch);
    const [type] = types;
    const declared = scaledCount(
      properties.number("ScalingConfig.DesiredSize"),
      properties.number("ScalingConfig.MinSize"),
      properties.number("ScalingConfig.MaxSize"),
    );
    const scaling = properties.has("ScalingConfig") ? declared : scaledCount(2, 1, 2);
    const count = countOf(usage.get("instances"), scaling);
    if (count === null) {
      return [perHour({ name: "Instance usage", count: null, property: "ScalingConfig", price: null })];
    }
    const operatingSystem = properties.text("AmiType")?.startsWith("WINDOWS") ? "windows" : "linux";
    const isSpot = properties.text("CapacityType") === "SPOT";
    return [
      ...instanceHours(
        {
          type,
          property: "InstanceTypes",
          otherTypes: types.slice(1),
          count,
          isSpot,
          operatingSystem,
          tenancy: launch?.tenancy,
        },
        usage,
      ),
      ...ebsOptimisation({ type, isEbsOptimised: launch?.isEbsOptimised ?? false }, count, usage),
      ...cpuCredits({ type, count }, launch?.creditSpecification, usage),
      ...detailedMonitoring(launch?.isMonitored ?? false, count),
      ...publicAddresses(
        launch?.hasPublicAddress ?? subnetsGiveAddress(input.stack, input.properties.list("Subnets") ?? []),
        count,
      ),
      ...volumes(input, launch).flatMap((volume) => volumeCharges({ ...volume, count }, usage)),
    ];
  },
};

function launchSpec({ properties, stack }: ModelInput): LaunchSpec | null {
  const at = (key: string) => properties.value(`LaunchTemplate.${key}`);
  const data = launchTemplate(stack, at("Id"), at("Name"));
  return data && readLaunchTemplate(data);
}

function instanceTypes({ properties }: ModelInput, launch: LaunchSpec | null): string[] {
  // AWS takes the types from one place: the group, or its launch template.
  if (properties.has("InstanceTypes")) {
    return (properties.list("InstanceTypes") ?? []).filter((type) => typeof type === "string");
  }
  return [launch?.type ?? DEFAULT_TYPE];
}

function volumes({ properties }: ModelInput, launch: LaunchSpec | null): Volume[] {
  const own = ownVolume(properties.text("AmiType"), properties.number("DiskSize"));
  const { root, others } = launch?.devices ?? { root: null, others: [] };
  // A template that maps other devices leaves the root volume to its image.
  return [root ?? (others.length > 0 ? { ...own, sizeGb: null } : own), ...others];
}

function ownVolume(amiType = "", sizeGb?: number): Volume {
  const isRecent = /^(AL2023|BOTTLEROCKET)/.test(amiType);
  const standard = amiType.startsWith("WINDOWS") ? DEFAULT_WINDOWS_DISK_GB : DEFAULT_DISK_GB;
  return { label: "Root volume", type: isRecent ? "gp3" : "gp2", sizeGb: sizeGb ?? standard };
}
