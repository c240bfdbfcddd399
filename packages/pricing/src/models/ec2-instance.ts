import { isObject, isUnknown, type Value } from "@greenroom/template";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { referrers } from "../neighbours";
import { createPropertyReader, type PropertyReader } from "../properties";
import { volumeCharges } from "./ebs-charges";
import {
  asksForPublicAddress,
  cpuCredits,
  detailedMonitoring,
  EC2_USAGE_KEYS,
  ebsOptimisation,
  instanceHours,
  launchTemplate,
  publicAddresses,
  readBlockDevices,
  subnetsGiveAddress,
  systemOfImage,
} from "./ec2-charges";

/**
 * Covers instance hours (usage `monthly_hrs`; operating system and reserved terms by usage), the root volume
 * (8 GB gp2 when the template leaves it to the image) and the volumes beside it, EBS optimisation of old
 * generations, detailed monitoring, a public address asked for on the network interface, and CPU credits of
 * burstable types when `monthly_cpu_credit_hrs` is given: T3 and T4g run without limit by default, so an
 * instance busier than its baseline costs more than its hours. A public address is also what the subnet gives
 * (`MapPublicIpOnLaunch`), Windows what the path of the image says. Not covered: data transfer, dedicated
 * hosts, snapshots.
 */
export const ec2Instance: CostModel = {
  type: "AWS::EC2::Instance",
  service: "EC2",
  reads: [
    "ImageId",
    "NetworkInterfaces[].SubnetId",
    "SubnetId",
    "InstanceType",
    "BlockDeviceMappings[].DeviceName",
    "BlockDeviceMappings[].Ebs.VolumeType",
    "BlockDeviceMappings[].Ebs.VolumeSize",
    "BlockDeviceMappings[].Ebs.Iops",
    "BlockDeviceMappings[].Ebs.Throughput",
    "EbsOptimized",
    "Monitoring",
    "Tenancy",
    "HostId",
    "CreditSpecification.CPUCredits",
    "NetworkInterfaces[].AssociatePublicIpAddress",
    "LaunchTemplate.LaunchTemplateId",
    "LaunchTemplate.LaunchTemplateName",
  ],
  neighbours: [
    "AWS::EC2::LaunchTemplate that LaunchTemplate names",
    "AWS::EC2::Subnet that it starts in",
    "AWS::EC2::EIP or AWS::EC2::EIPAssociation whose InstanceId names it",
  ],
  notPriced: [
    "ElasticGpuSpecifications",
    "ElasticInferenceAccelerators",
    "NetworkInterfaces[].AssociateCarrierIpAddress",
  ],
  withoutInfluence:
    "AdditionalInfo Affinity BlockDeviceMappings[].Ebs.DeleteOnTermination " +
    "BlockDeviceMappings[].Ebs.Encrypted BlockDeviceMappings[].Ebs.SnapshotId " +
    "BlockDeviceMappings[].NoDevice CpuOptions DisableApiTermination EnclaveOptions " +
    "HibernationOptions IamInstanceProfile InstanceInitiatedShutdownBehavior Ipv6AddressCount " +
    "Ipv6Addresses KernelId LaunchTemplate.Version LicenseSpecifications " +
    "NetworkInterfaces[].DeleteOnTermination NetworkInterfaces[].DeviceIndex " +
    "NetworkInterfaces[].GroupSet NetworkInterfaces[].Ipv6AddressCount " +
    "NetworkInterfaces[].Ipv6Addresses NetworkInterfaces[].NetworkInterfaceId " +
    "NetworkInterfaces[].PrivateIpAddress NetworkInterfaces[].PrivateIpAddresses " +
    "NetworkInterfaces[].SecondaryPrivateIpAddressCount NetworkInterfaces[].EnaSrdSpecification " +
    "PrivateDnsNameOptions PrivateIpAddress PropagateTagsToVolumeOnCreation RamdiskId " +
    "SourceDestCheck SsmAssociations UserData Volumes MetadataOptions",
  usageKeys: [...EC2_USAGE_KEYS, "monthly_standard_io_requests"],
  components: (input) => {
    const { properties, usage } = input;
    const template = templateOf(input);
    const type = properties.text("InstanceType") ?? template?.text("InstanceType");
    const declared = properties.text("Tenancy") ?? template?.text("Placement.Tenancy");
    const tenancy = properties.has("HostId") ? "host" : declared;
    const credits =
      properties.text("CreditSpecification.CPUCredits") ?? template?.text("CreditSpecification.CpuCredits");
    const operatingSystem = systemOfImage(properties.value("ImageId") ?? template?.value("ImageId"));
    const isSpot = template?.text("InstanceMarketOptions.MarketType") === "spot";
    const isMonitored = properties.has("Monitoring")
      ? properties.flag("Monitoring")
      : (template?.flag("Monitoring.Enabled") ?? false);
    const isEbsOptimised = properties.has("EbsOptimized")
      ? properties.flag("EbsOptimized")
      : (template?.flag("EbsOptimized") ?? false);
    return [
      ...instanceHours({ type, property: "InstanceType", count: 1, isSpot, tenancy, operatingSystem }, usage),
      ...ebsOptimisation({ type, isEbsOptimised }, 1, usage),
      ...detailedMonitoring(isMonitored, 1),
      ...cpuCredits({ type, count: 1 }, credits, usage),
      ...publicAddresses(hasPublicAddress(input, template), 1),
      ...volumes(input, template),
    ];
  },
};

/**
 * What the instance or its template asks for, or what the subnet gives. An Elastic IP takes the place of what
 * the subnet gives.
 */
function hasPublicAddress(
  { properties, stack, logicalId }: ModelInput,
  template: PropertyReader | null,
): boolean {
  const asked = asksForPublicAddress(properties) ?? (template ? asksForPublicAddress(template) : undefined);
  if (asked !== undefined) return asked;
  const elastic = ["AWS::EC2::EIP", "AWS::EC2::EIPAssociation"].flatMap((type) =>
    referrers(stack, type, "InstanceId", logicalId),
  );
  if (elastic.length > 0) return false;
  const subnets = [properties, template].flatMap((one) => [
    one?.value("SubnetId"),
    ...(one?.list("NetworkInterfaces") ?? []).map((face) => createPropertyReader(face).value("SubnetId")),
  ]);
  return subnetsGiveAddress(stack, subnets);
}

function templateOf({ properties, stack }: ModelInput): PropertyReader | null {
  const at = (key: string) => properties.value(`LaunchTemplate.${key}`);
  return launchTemplate(stack, at("LaunchTemplateId"), at("LaunchTemplateName"));
}

function volumes({ properties, usage }: ModelInput, template: PropertyReader | null): ComponentDraft[] {
  const mappings = mergeMappings(
    template?.list("BlockDeviceMappings") ?? [],
    properties.list("BlockDeviceMappings") ?? [],
  );
  const { root, others } = readBlockDevices(mappings);
  return [root ?? { label: "Root volume" }, ...others].flatMap((volume) => volumeCharges(volume, usage));
}

/** What the instance says of a device is said over what the template says of it. */
function mergeMappings(base: Value[], own: Value[]): Value[] {
  const merged = base.map((mapping) => {
    const device = createPropertyReader(mapping).text("DeviceName");
    const override = own.find((one) => device && createPropertyReader(one).text("DeviceName") === device);
    return override ? { ...fields(mapping), Ebs: { ...ebs(mapping), ...ebs(override) } } : mapping;
  });
  const devices = new Set(base.map((mapping) => createPropertyReader(mapping).text("DeviceName")));
  return [...merged, ...own.filter((one) => !devices.has(createPropertyReader(one).text("DeviceName")))];
}

function fields(value: Value | undefined): Record<string, Value> {
  return isObject(value) && !isUnknown(value) ? (value as Record<string, Value>) : {};
}

function ebs(mapping: Value): Record<string, Value> {
  return fields(fields(mapping).Ebs);
}
