import { type Message, message } from "@greenroom/messages";
import { isUnknown, type Value } from "@greenroom/template";
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
  ebsOptimisation,
  instanceHours,
  type LaunchSpec,
  launchTemplate,
  publicAddresses,
  readBlockDevices,
  readLaunchTemplate,
  subnetsGiveAddress,
  systemOfImage,
} from "./ec2-charges";
import { countOf, scaledCount } from "./scaling";

const NOTHING = createPropertyReader(undefined);
const MIXED = "MixedInstancesPolicy.LaunchTemplate";
const DISTRIBUTION = "MixedInstancesPolicy.InstancesDistribution";

/**
 * Covers the instances that its launch template or launch configuration starts, between `MinSize` and
 * `MaxSize` (expected `DesiredCapacity`; usage `instances` says otherwise), shared out between on demand and
 * spot as a mixed instances policy says, with their volumes. Of several instance types the first is expected
 * and its weight counts; low and high take the others of that weight. A root volume that a launch template
 * leaves to its image is listed without a size. Not covered: warm pools, capacity reservations, data
 * transfer.
 */
export const autoScalingAutoScalingGroup: CostModel = {
  type: "AWS::AutoScaling::AutoScalingGroup",
  service: "EC2",
  reads: [
    "MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification.LaunchTemplateName",
    "MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification.LaunchTemplateId",
    "MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceRequirements",
    "VPCZoneIdentifier[]",
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
  neighbours: [
    "AWS::EC2::LaunchTemplate or AWS::AutoScaling::LaunchConfiguration that the group names",
    "AWS::EC2::Subnet that VPCZoneIdentifier names",
  ],
  withoutInfluence:
    "CapacityRebalance Context Cooldown DefaultInstanceWarmup DesiredCapacityType " +
    "HealthCheckGracePeriod HealthCheckType InstanceId LaunchTemplate.Version " +
    "LifecycleHookSpecificationList MaxInstanceLifetime MetricsCollection " +
    "MixedInstancesPolicy.InstancesDistribution.OnDemandAllocationStrategy " +
    "MixedInstancesPolicy.InstancesDistribution.SpotAllocationStrategy " +
    "MixedInstancesPolicy.InstancesDistribution.SpotInstancePools " +
    "MixedInstancesPolicy.InstancesDistribution.SpotMaxPrice " +
    "MixedInstancesPolicy.InstancesDistribution.DistributionSegments " +
    "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version " +
    "MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification.Version " +
    "MixedInstancesPolicy.LaunchTemplate.Overrides[].ImageId NewInstancesProtectedFromScaleIn " +
    "NotificationConfigurations PlacementGroup TerminationPolicies AvailabilityZoneImpairmentPolicy " +
    "InstanceLifecyclePolicy SkipZonalShiftValidation NotificationConfiguration " +
    "AvailabilityZoneDistribution InstanceMaintenancePolicy TrafficSources " +
    "CapacityReservationSpecification",
  usageKeys: ["instances", ...EC2_USAGE_KEYS],
  components: (input) => {
    const { usage } = input;
    const launch = launchSpec(input);
    const count = countOf(usage.get("instances"), declaredCount(input));
    if (!launch || count === null) {
      const property = launch ? "MaxSize" : "LaunchTemplate";
      return [perHour({ name: "Instance usage", count: null, property, price: null })];
    }
    const { root, others } = launch.devices;
    const imagesOwn = { label: "Root volume", ...(launch.isTemplate && { sizeGb: null }) };
    const volumes = [root ?? imagesOwn, ...others];
    return [
      ...instances(launch, count, input),
      ...ebsOptimisation(launch, count, usage),
      ...detailedMonitoring(launch.isMonitored, count),
      ...cpuCredits({ type: launch.type, count }, launch.creditSpecification, usage),
      ...publicAddresses(launch.hasPublicAddress ?? subnetsGiveAddress(input.stack, subnetsOf(input)), count),
      ...volumes.flatMap((volume) => volumeCharges({ ...volume, count }, usage)),
    ];
  },
};

/** A list, or one unknown that stands for it. */
function subnetsOf({ properties }: ModelInput): (Value | undefined)[] {
  return properties.list("VPCZoneIdentifier") ?? [properties.value("VPCZoneIdentifier")];
}

interface GroupLaunchSpec extends LaunchSpec {
  isTemplate: boolean;
}

function launchSpec(input: ModelInput): GroupLaunchSpec | null {
  const { properties, stack } = input;
  const specification = properties.has("LaunchTemplate")
    ? "LaunchTemplate"
    : `${MIXED}.LaunchTemplateSpecification`;
  const at = (key: string) => properties.value(`${specification}.${key}`);
  const data = launchTemplate(stack, at("LaunchTemplateId"), at("LaunchTemplateName"));
  // The types of a mixed group tell what its instances cost, wherever its template is.
  const isMixed = overridesOf(input).length > 0;
  if (data) {
    const launch = { ...readLaunchTemplate(data), isTemplate: true };
    return isMixed && isUnknown(data.value("Placement")) ? { ...launch, tenancy: undefined } : launch;
  }
  if (isMixed) return { ...readLaunchTemplate(NOTHING), isTemplate: true };
  const name = properties.value("LaunchConfigurationName");
  const configuration = referred(
    stack,
    name,
    "AWS::AutoScaling::LaunchConfiguration",
    "LaunchConfigurationName",
  )?.properties;
  if (!configuration) return null;
  return {
    isTemplate: false,
    type: configuration.text("InstanceType"),
    creditSpecification: undefined,
    isEbsOptimised: configuration.flag("EbsOptimized"),
    // CloudFormation's default for launch configurations.
    isMonitored: !configuration.has("InstanceMonitoring") || configuration.flag("InstanceMonitoring"),
    isSpot: configuration.has("SpotPrice"),
    tenancy: configuration.text("PlacementTenancy"),
    hasPublicAddress: configuration.has("AssociatePublicIpAddress")
      ? configuration.flag("AssociatePublicIpAddress")
      : undefined,
    operatingSystem: systemOfImage(configuration.value("ImageId")),
    devices: readBlockDevices(configuration.list("BlockDeviceMappings")),
  };
}

/**
 * Instances between the bounds: as many as their capacity takes, where the first type of a mixed group has a
 * weight. A group that may shrink to none and does not say how large it starts is expected to run one, as
 * Infracost has it.
 */
function declaredCount(input: ModelInput): Count | null {
  const { properties } = input;
  const minimum = properties.number("MinSize");
  const maximum = properties.number("MaxSize");
  const desired =
    properties.number("DesiredCapacity") ?? (minimum === 0 ? Math.min(1, maximum ?? 1) : undefined);
  const capacity = scaledCount(desired, minimum, maximum);
  const weight = overridesOf(input)[0]?.weight ?? 1;
  return capacity && mapRange(multiply(capacity, 1), (units) => units.div(weight).ceil());
}

interface Override {
  type: string;
  /** Units of the group's capacity that one instance counts for. */
  weight: number;
}

function overridesOf({ properties, stack }: ModelInput): Override[] {
  return (properties.list(`${MIXED}.Overrides`) ?? []).map(createPropertyReader).flatMap((override) => {
    const at = (key: string) => override.value(`LaunchTemplateSpecification.${key}`);
    const own = launchTemplate(stack, at("LaunchTemplateId"), at("LaunchTemplateName"));
    const type = override.text("InstanceType") ?? own?.text("InstanceType");
    return type ? [{ type, weight: override.number("WeightedCapacity") || 1 }] : [];
  });
}

/** On-demand and spot instances of a group, one line each. */
function instances(launch: LaunchSpec, count: Count, input: ModelInput): ComponentDraft[] {
  const { properties, usage } = input;
  const overrides = overridesOf(input);
  const isChosenByAws = (properties.list(`${MIXED}.Overrides`) ?? []).some((one) =>
    createPropertyReader(one).has("InstanceRequirements"),
  );
  const [first = { type: launch.type, weight: 1 }, ...rest] = overrides;
  // A type of another weight takes another number of instances, which one line does not tell.
  const otherTypes = rest.filter(({ weight }) => weight === first.weight).map(({ type }) => type);
  const line = (isSpot: boolean, number: Count) =>
    instanceHours(
      {
        type: first.type,
        otherTypes,
        property: "LaunchTemplate.InstanceType",
        count: number,
        isSpot,
        operatingSystem: launch.operatingSystem,
        tenancy: launch.tenancy,
      },
      usage,
    ).map((charge) => (isChosenByAws ? { ...charge, assumption: CHOSEN_BY_AWS } : charge));
  if (!properties.has("MixedInstancesPolicy")) return line(launch.isSpot, count);
  const all = multiply(count, 1);
  const base = properties.number(`${DISTRIBUTION}.OnDemandBaseCapacity`) ?? 0;
  const percent = properties.number(`${DISTRIBUTION}.OnDemandPercentageAboveBaseCapacity`) ?? 100;
  const onDemand = mapRange(all, (total) =>
    total.lte(base) ? total : total.minus(base).times(percent).div(100).ceil().plus(base),
  );
  const spot: Range = zipRanges(all, onDemand, (total, rest) => total.minus(rest));
  return [
    ...(onDemand.high.isZero() ? [] : line(false, onDemand)),
    ...(spot.high.isZero() ? [] : line(true, spot)),
  ];
}

const CHOSEN_BY_AWS: Message = message("pricing.assumption.typeChosenByAws");
