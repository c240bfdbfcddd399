import { isObject, isUnknown, type Value } from "@greenroom/template";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
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
} from "./ec2-charges";

/**
 * Covers instance hours (usage `monthly_hrs`; operating system and reserved terms by usage), the root volume (8 GB gp2 when the
 * template leaves it to the image) and the volumes beside it, EBS optimisation of old generations, detailed monitoring, a public
 * address asked for on the network interface, and CPU credits of burstable types when `monthly_cpu_credit_hrs` is given: T3 and
 * T4g run without limit by default, so an instance busier than its baseline costs more than its hours.
 * Not covered: data transfer, a public address that only the subnet's default gives, dedicated hosts, snapshots.
 */
export const ec2Instance: CostModel = {
  type: "AWS::EC2::Instance",
  service: "EC2",
  reads: [
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
  neighbours: ["AWS::EC2::LaunchTemplate that LaunchTemplate names"],
  usageKeys: [...EC2_USAGE_KEYS, "monthly_standard_io_requests"],
  components: (input) => {
    const { properties, usage } = input;
    const template = templateOf(input);
    const type = properties.text("InstanceType") ?? template?.text("InstanceType");
    const declared = properties.text("Tenancy") ?? template?.text("Placement.Tenancy");
    const tenancy = properties.has("HostId") ? "host" : declared;
    const credits =
      properties.text("CreditSpecification.CPUCredits") ?? template?.text("CreditSpecification.CpuCredits");
    const isSpot = template?.text("InstanceMarketOptions.MarketType") === "spot";
    const isMonitored = properties.has("Monitoring")
      ? properties.flag("Monitoring")
      : (template?.flag("Monitoring.Enabled") ?? false);
    const isEbsOptimised = properties.has("EbsOptimized")
      ? properties.flag("EbsOptimized")
      : (template?.flag("EbsOptimized") ?? false);
    const hasAddress =
      asksForPublicAddress(properties) || (template ? asksForPublicAddress(template) : false);
    return [
      ...instanceHours({ type, property: "InstanceType", count: 1, isSpot, tenancy }, usage),
      ...ebsOptimisation({ type, isEbsOptimised }, 1, usage),
      ...detailedMonitoring(isMonitored, 1),
      ...cpuCredits({ type, count: 1 }, credits, usage),
      ...publicAddresses(hasAddress, 1),
      ...volumes(input, template),
    ];
  },
};

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
