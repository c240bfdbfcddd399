import type { Value } from "@greenroom/template";
import { type Count, perHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred } from "../neighbours";
import { createPropertyReader } from "../properties";
import { mapRange, type Range, zipRanges } from "../ranges";
import { multiply, volumeCharges } from "./ebs-charges";
import {
  cpuCredits,
  detailedMonitoring,
  EC2_USAGE_KEYS,
  instanceHours,
  type LaunchSpec,
  publicAddresses,
  readBlockDevices,
  readLaunchTemplate,
} from "./ec2-charges";
import { countOf, scaledCount } from "./scaling";

const MIXED = "MixedInstancesPolicy.LaunchTemplate";
const DISTRIBUTION = "MixedInstancesPolicy.InstancesDistribution";

/**
 * Covers the instances that its launch template or launch configuration starts, between `MinSize` and `MaxSize` (expected
 * `DesiredCapacity`; usage `instances` says otherwise), shared out between on demand and spot as a mixed instances policy says, with
 * their volumes. Of several instance types the first is expected; low and high take the others.
 * Not covered: warm pools, capacity reservations, weights of instance types, data transfer.
 */
export const autoScalingAutoScalingGroup: CostModel = {
  type: "AWS::AutoScaling::AutoScalingGroup",
  service: "EC2",
  reads: [
    "MinSize",
    "MaxSize",
    "DesiredCapacity",
    "LaunchConfigurationName",
    "LaunchTemplate.LaunchTemplateId",
    "LaunchTemplate.LaunchTemplateName",
    `${MIXED}.LaunchTemplateSpecification.LaunchTemplateId`,
    `${MIXED}.LaunchTemplateSpecification.LaunchTemplateName`,
    `${MIXED}.Overrides[].InstanceType`,
    `${DISTRIBUTION}.OnDemandBaseCapacity`,
    `${DISTRIBUTION}.OnDemandPercentageAboveBaseCapacity`,
  ],
  neighbours: ["AWS::EC2::LaunchTemplate or AWS::AutoScaling::LaunchConfiguration that the group names"],
  usageKeys: ["instances", ...EC2_USAGE_KEYS],
  components: (input) => {
    const { properties, usage } = input;
    const launch = launchSpec(input);
    const scaling = scaledCount(
      properties.number("DesiredCapacity"),
      properties.number("MinSize"),
      properties.number("MaxSize"),
    );
    const count = countOf(usage.get("instances"), scaling);
    if (!launch || count === null) {
      const property = launch ? "MaxSize" : "LaunchTemplate";
      return [perHour({ name: "Instance usage", count: null, property, price: null })];
    }
    const { root, others } = launch.devices;
    const volumes = [root ?? { label: "Root volume" }, ...others];
    return [
      ...instances(launch, count, input),
      ...detailedMonitoring(launch.isMonitored, count),
      ...cpuCredits({ type: launch.type, count }, launch.creditSpecification, usage),
      ...publicAddresses(launch.hasPublicAddress, count),
      ...volumes.flatMap((volume) => volumeCharges({ ...volume, count }, usage)),
    ];
  },
};

function launchSpec({ properties, stack }: ModelInput): LaunchSpec | null {
  const named = (path: string): Value | undefined =>
    properties.value(`${path}.LaunchTemplateId`) ?? properties.value(`${path}.LaunchTemplateName`);
  const reference = named("LaunchTemplate") ?? named(`${MIXED}.LaunchTemplateSpecification`);
  const template = referred(stack, reference, "AWS::EC2::LaunchTemplate");
  if (template)
    return readLaunchTemplate(createPropertyReader(template.properties.value("LaunchTemplateData")));
  const name = properties.value("LaunchConfigurationName");
  const configuration = referred(stack, name, "AWS::AutoScaling::LaunchConfiguration")?.properties;
  if (!configuration) return null;
  return {
    type: configuration.text("InstanceType"),
    creditSpecification: undefined,
    // CloudFormation's default for launch configurations.
    isMonitored: !configuration.has("InstanceMonitoring") || configuration.flag("InstanceMonitoring"),
    isSpot: configuration.has("SpotPrice"),
    tenancy: configuration.text("PlacementTenancy"),
    hasPublicAddress: configuration.flag("AssociatePublicIpAddress"),
    devices: readBlockDevices(configuration.list("BlockDeviceMappings")),
  };
}

/** On-demand and spot instances of a group, one line each. */
function instances(launch: LaunchSpec, count: Count, { properties, usage }: ModelInput): ComponentDraft[] {
  const overrides = (properties.list(`${MIXED}.Overrides`) ?? []).flatMap(
    (override) => createPropertyReader(override).text("InstanceType") ?? [],
  );
  const types = overrides.length > 0 ? overrides : launch.type ? [launch.type] : [];
  const line = (isSpot: boolean, number: Count) =>
    instanceHours(
      {
        type: types[0],
        otherTypes: types.slice(1),
        property: "LaunchTemplate.InstanceType",
        count: number,
        isSpot,
        tenancy: launch.tenancy,
      },
      usage,
    );
  if (!properties.has("MixedInstancesPolicy")) return [line(launch.isSpot, count)];
  const all = multiply(count, 1);
  const base = properties.number(`${DISTRIBUTION}.OnDemandBaseCapacity`) ?? 0;
  const percent = properties.number(`${DISTRIBUTION}.OnDemandPercentageAboveBaseCapacity`) ?? 100;
  const onDemand = mapRange(all, (total) =>
    total.lte(base) ? total : total.minus(base).times(percent).div(100).ceil().plus(base),
  );
  const spot: Range = zipRanges(all, onDemand, (total, rest) => total.minus(rest));
  return [
    ...(onDemand.high.isZero() ? [] : [line(false, onDemand)]),
    ...(spot.high.isZero() ? [] : [line(true, spot)]),
  ];
}
