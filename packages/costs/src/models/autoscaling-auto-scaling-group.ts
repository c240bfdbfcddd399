import type { Value } from "@greenroom/template";
import { type Count, perHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referred } from "../neighbours";
import { createPropertyReader, type PropertyReader } from "../properties";
import { mapRange, type Range, zipRanges } from "../ranges";
import { multiply, volumeCharges } from "./ebs-charges";
import {
  cpuCredits,
  detailedMonitoring,
  EC2_USAGE_KEYS,
  ebsOptimisation,
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
 * their volumes. Of several instance types the first is expected, by its weight; low and high take the prices of the others.
 * Not covered: warm pools, capacity reservations, other types' weights, data transfer.
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
    `${MIXED}.Overrides[].WeightedCapacity`,
    `${DISTRIBUTION}.OnDemandBaseCapacity`,
    `${DISTRIBUTION}.OnDemandPercentageAboveBaseCapacity`,
  ],
  neighbours: ["AWS::EC2::LaunchTemplate or AWS::AutoScaling::LaunchConfiguration that the group names"],
  usageKeys: ["instances", ...EC2_USAGE_KEYS],
  components: (input) => {
    const { properties, usage } = input;
    const launch = launchSpec(input);
    const count = countOf(usage.get("instances"), declaredInstances(properties));
    if (!launch || count === null) {
      const property = launch ? "MaxSize" : "LaunchTemplate";
      return [perHour({ name: "Instance usage", count: null, property, price: null })];
    }
    const { root, others } = launch.devices;
    const volumes = [root ?? { label: "Root volume" }, ...others];
    return [
      ...instances(launch, count, input),
      ...ebsOptimisation({ type: launch.type, count }, launch.isEbsOptimised),
      ...detailedMonitoring(launch.isMonitored, count),
      ...cpuCredits({ type: launch.type, count }, launch.creditSpecification, usage),
      ...publicAddresses(launch.hasPublicAddress, count),
      ...volumes.flatMap((volume) => volumeCharges({ ...volume, count }, usage)),
    ];
  },
};

/**
 * Capacity between its bounds, in instances: a type with a weight stands for so many units of capacity. A group that says neither how
 * many it wants nor that it needs any is expected to run one, as Infracost has it: nobody builds a group for nothing.
 */
function declaredInstances(properties: PropertyReader): Count | null {
  const [minimum, maximum] = [properties.number("MinSize"), properties.number("MaxSize")];
  const desired = properties.number("DesiredCapacity");
  const isOpen = !properties.has("DesiredCapacity") && minimum === 0 && (maximum ?? 0) > 0;
  const capacity = scaledCount(isOpen ? 1 : desired, minimum, maximum);
  const [first] = properties.list(`${MIXED}.Overrides`) ?? [];
  const weight = createPropertyReader(first).number("WeightedCapacity") ?? 1;
  if (capacity === null || weight === 1) return capacity;
  return mapRange(multiply(capacity, 1), (units) => units.div(weight).ceil());
}

function launchSpec({ properties, stack }: ModelInput): LaunchSpec | null {
  const named = (path: string): Value | undefined =>
    properties.value(`${path}.LaunchTemplateId`) ?? properties.value(`${path}.LaunchTemplateName`);
  const reference = named("LaunchTemplate") ?? named(`${MIXED}.LaunchTemplateSpecification`);
  const template = referred(stack, reference, "AWS::EC2::LaunchTemplate", "LaunchTemplateName");
  if (template)
    return readLaunchTemplate(createPropertyReader(template.properties.value("LaunchTemplateData")));
  const name = properties.value("LaunchConfigurationName");
  const configuration = referred(
    stack,
    name,
    "AWS::AutoScaling::LaunchConfiguration",
    "LaunchConfigurationName",
  )?.properties;
  if (!configuration) return null;
  return {
    type: configuration.text("InstanceType"),
    creditSpecification: undefined,
    // CloudFormation's default for launch configurations.
    isMonitored: !configuration.has("InstanceMonitoring") || configuration.flag("InstanceMonitoring"),
    isEbsOptimised: configuration.flag("EbsOptimized"),
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
