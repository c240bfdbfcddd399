import type { Value } from "@greenroom/template";
import { type Count, combine, perHour, perMonth, perUsage } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import { referred } from "../neighbours";
import type { PriceKey } from "../price-book";
import { createPropertyReader, type PropertyReader } from "../properties";
import { exactly } from "../ranges";
import type { UsageFigure, UsageReader } from "../usage";
import { vcpusOf } from "../vcpus";
import { multiply, readVolume, type Volume } from "./ebs-charges";

/**
 * Charges that instances, node groups and auto scaling groups have in common. Infracost's names, units and
 * usage keys.
 */

const OPERATING_SYSTEMS: Readonly<Record<string, { label: string; sku: string }>> = {
  linux: { label: "Linux/UNIX", sku: "Linux" },
  windows: { label: "Windows", sku: "Windows" },
  rhel: { label: "RHEL", sku: "RHEL" },
  suse: { label: "SUSE", sku: "SUSE" },
  windows_with_sql: { label: "Windows with SQL Server", sku: "Windows with SQL Server" },
};
/** Metrics of one instance under detailed monitoring, as Infracost counts them. */
const DETAILED_METRICS = 7;
/** Devices that images boot from. */
const ROOT_DEVICES = new Set(["/dev/xvda", "/dev/sda1"]);
/** Types of earlier generations that are charged for EBS optimisation; later ones include it. */
const CHARGED_OPTIMISATION =
  /^(c1\.xlarge|c3\.[24]?xlarge|g2\.2xlarge|i2\.[24]?xlarge|m1\.x?large|m2\.[24]xlarge|m3\.2?xlarge|r3\.[24]?xlarge)$/;
/** T3 and T4g run on credits without limit unless told otherwise; T2 does not. */
const UNLIMITED_BY_DEFAULT = /^t(3|3a|4g)\./;

export const EC2_USAGE_KEYS = [
  "monthly_hrs",
  "operating_system.<windows|rhel|suse>",
  "reserved_instance_type.<standard|convertible>",
  "reserved_instance_term.<1_year|3_year>",
  "reserved_instance_payment_option.<no_upfront|partial_upfront|all_upfront>",
  "monthly_cpu_credit_hrs",
  "vcpu_count",
] as const;

export interface Instances {
  /** Undefined when only deployment will tell. */
  type: string | undefined;
  /** Where the type stands in the template, for what is said when it is not known. */
  property: string;
  /** Other types it may be instead. */
  otherTypes?: readonly string[];
  count: Count;
  isSpot?: boolean;
  operatingSystem?: string;
  tenancy?: string;
}

/**
 * Hours of instances: all of the month, or usage `monthly_hrs` of each. Spot instances are at the indicative
 * average, at most at the on-demand price. A reserved term is taken from usage (`reserved_instance_*`). None
 * on dedicated hosts: the host is charged.
 */
export function instanceHours(instances: Instances, usage: UsageReader): ComponentDraft[] {
  if (instances.tenancy === "host") return [];
  return [withMonthlyHours(hoursOf(instances, usage), usage.get("monthly_hrs"))];
}

function hoursOf(instances: Instances, usage: UsageReader): ComponentDraft {
  const { type, property, otherTypes = [], count, isSpot = false, tenancy } = instances;
  const chosen = usage.choice("operating_system") ?? instances.operatingSystem ?? "linux";
  const system = OPERATING_SYSTEMS[chosen] ?? (OPERATING_SYSTEMS.linux as { label: string; sku: string });
  const term = isSpot ? undefined : usage.choice("reserved_instance_term");
  const purchase = term ? "reserved" : isSpot ? "spot" : "on-demand";
  const isShared = !tenancy || tenancy === "default";
  const key = (of: string, kind: string): PriceKey => ({
    service: kind === SPOT ? "AmazonEC2Spot" : "AmazonEC2",
    sku: [of, isShared ? null : tenancy, system.sku, kind].filter(Boolean).join(" "),
  });
  const name = `Instance usage (${system.label}, ${purchase}, ${type ?? "unknown type"})`;
  if (!type) return perHour({ name, count: null, property, price: null });
  if (term) return perHour({ name, count, price: reservedPrice(type, term, usage) });
  const kinds = isSpot ? [SPOT, "on-demand"] : ["on-demand"];
  const alternatives = kinds.flatMap((kind) => [type, ...otherTypes].map((of) => key(of, kind))).slice(1);
  return perHour({
    name,
    count,
    price: key(type, kinds[0] as string),
    ...(alternatives[0] && { alternatives }),
  });
}

const SPOT = "spot average (indicative)";

/**
 * Reserved prices of the book are standard Linux reservations; the upfront part of the others must be spread,
 * so they have none.
 */
function reservedPrice(type: string, term: string, usage: UsageReader): PriceKey {
  const years = term.replace("_year", "yr");
  const option = (usage.choice("reserved_instance_payment_option") ?? "no_upfront").replaceAll("_", " ");
  const isConvertible = usage.choice("reserved_instance_type") === "convertible";
  return { service: "AmazonEC2", sku: `${type} ${isConvertible ? "convertible " : ""}RI ${years} ${option}` };
}

/**
 * What burstable instances without a limit pay above their baseline: usage `monthly_cpu_credit_hrs` an
 * instance, times vCPUs (`vcpu_count`, or the type's). Listed when that usage is given, for most instances
 * stay below their baseline.
 */
export function cpuCredits(
  { type, count }: { type: string | undefined; count: Count },
  creditSpecification: string | undefined,
  usage: UsageReader,
): ComponentDraft[] {
  const hours = usage.get("monthly_cpu_credit_hrs");
  if (!hours || !type || !/^t\d/.test(type)) return [];
  const isUnlimited = creditSpecification
    ? creditSpecification === "unlimited"
    : UNLIMITED_BY_DEFAULT.test(type);
  if (!isUnlimited) return [];
  const vcpus = usage.get("vcpu_count")?.range ?? exactly(vcpusOf(type) ?? 0);
  const each = combine(hours, vcpus, (credits, each) => credits.times(each)) as UsageFigure;
  return [
    perUsage({
      name: "CPU credits",
      unit: "vCPU-hours",
      price: { service: "AmazonEC2", sku: `${type.split(".")[0]} CPU credits` },
      usageKey: "monthly_cpu_credit_hrs",
      figure: combine(each, multiply(count, 1), (credits, instances) => credits.times(instances)),
    }),
  ];
}

/** What types of earlier generations pay for EBS optimisation, as long as they run. */
export function ebsOptimisation(
  { type, isEbsOptimised }: { type: string | undefined; isEbsOptimised: boolean },
  count: Count,
  usage: UsageReader,
): ComponentDraft[] {
  if (!isEbsOptimised || !type || !CHARGED_OPTIMISATION.test(type)) return [];
  const price = { service: "AmazonEC2", sku: `${type} EBS-optimized usage` };
  return [withMonthlyHours(perHour({ name: "EBS-optimized usage", count, price }), usage.get("monthly_hrs"))];
}

/** Detailed monitoring: seven custom metrics an instance. */
export function detailedMonitoring(isOn: boolean, count: Count): ComponentDraft[] {
  if (!isOn) return [];
  return [
    perMonth({
      name: "EC2 detailed monitoring",
      unit: "metrics",
      count: multiply(count, DETAILED_METRICS),
      price: { service: "AmazonCloudWatch", sku: "custom metric first 10k" },
    }),
  ];
}

/** Public addresses that come with instances, one each: charged like any other. */
export function publicAddresses(hasAddress: boolean, count: Count): ComponentDraft[] {
  if (!hasAddress) return [];
  return [
    perHour({
      name: "Public IPv4 address",
      count,
      price: { service: "AmazonVPC", sku: "public IPv4 address" },
    }),
  ];
}

/** Whether the network interfaces ask for a public address; undefined when they leave it to the subnet. */
export function asksForPublicAddress(properties: PropertyReader): boolean | undefined {
  const asked = (properties.list("NetworkInterfaces") ?? [])
    .map(createPropertyReader)
    .filter((one) => one.has("AssociatePublicIpAddress"));
  return asked.length > 0 ? asked.some((one) => one.flag("AssociatePublicIpAddress")) : undefined;
}

/** Whether one of the subnets gives what starts in it a public address, where the instances do not say. */
export function subnetsGiveAddress(
  stack: ModelInput["stack"],
  subnets: readonly (Value | undefined)[],
): boolean {
  return subnets.some((subnet) =>
    referred(stack, subnet, "AWS::EC2::Subnet")?.properties.flag("MapPublicIpOnLaunch"),
  );
}

/**
 * The system of an image that is named by its public SSM parameter (`/aws/service/ami-windows-latest/...`),
 * as far as its name tells. Its licence is part of the price of an hour; of SQL Server only the Express
 * edition has none:
 * https://docs.aws.amazon.com/license-manager/latest/userguide/conversion-types-windows.html
 */
export function systemOfImage(image: Value | undefined): string | undefined {
  const path = typeof image === "string" ? /\/aws\/service\/[^{}]*/.exec(image)?.[0] : undefined;
  if (path === undefined) return undefined;
  if (/ami-windows-latest/i.test(path)) {
    return /SQL_/i.test(path) && !/SQL_\d+_Express/i.test(path) ? "windows_with_sql" : "windows";
  }
  if (/rhel|red-?hat/i.test(path)) return "rhel";
  return /suse|sles/i.test(path) ? "suse" : undefined;
}

/** The root volume, when the mappings name it, and the volumes beside it. */
export function readBlockDevices(mappings: Value[] | undefined): { root: Volume | null; others: Volume[] } {
  const devices = (mappings ?? [])
    .map(createPropertyReader)
    .filter((mapping) => mapping.has("Ebs"))
    .map((mapping) => ({
      device: mapping.text("DeviceName"),
      volume: readVolume(createPropertyReader(mapping.value("Ebs")), "VolumeSize"),
    }));
  const root = devices.find(({ device }) => device && ROOT_DEVICES.has(device));
  const others = devices
    .filter((one) => one !== root)
    .map(({ volume }, index) => ({ ...volume, label: `Volume ${index + 1}` }));
  return { root: root ? { ...root.volume, label: "Root volume" } : null, others };
}

/** What a launch template or launch configuration says of the instances it starts. */
export interface LaunchSpec {
  type: string | undefined;
  creditSpecification: string | undefined;
  isEbsOptimised: boolean;
  isMonitored: boolean;
  isSpot: boolean;
  tenancy: string | undefined;
  /** Undefined: as the subnet has it. */
  hasPublicAddress: boolean | undefined;
  operatingSystem?: string;
  devices: ReturnType<typeof readBlockDevices>;
}

/** @param data the reader of `LaunchTemplateData` */
export function readLaunchTemplate(data: PropertyReader): LaunchSpec {
  return {
    type: data.text("InstanceType"),
    creditSpecification: data.text("CreditSpecification.CpuCredits"),
    isEbsOptimised: data.flag("EbsOptimized"),
    isMonitored: data.flag("Monitoring.Enabled"),
    isSpot: data.text("InstanceMarketOptions.MarketType") === "spot",
    tenancy: data.text("Placement.Tenancy"),
    hasPublicAddress: asksForPublicAddress(data),
    operatingSystem: systemOfImage(data.value("ImageId")),
    devices: readBlockDevices(data.list("BlockDeviceMappings")),
  };
}

/** The launch template of the stack that a specification names, by id or by name. */
export function launchTemplate(
  stack: ModelInput["stack"],
  id: Value | undefined,
  name: Value | undefined,
): PropertyReader | null {
  const template = referred(stack, id ?? name, "AWS::EC2::LaunchTemplate", "LaunchTemplateName");
  return template && createPropertyReader(template.properties.value("LaunchTemplateData"));
}

/** Infracost's `monthly_hrs`: hours that each of a charge's things runs, in place of the whole month. */
export function withMonthlyHours(charge: ComponentDraft, hours: UsageFigure | null): ComponentDraft {
  if (!hours || !charge.quantity) return charge;
  const total = combine(hours, charge.quantity, (value, instances) => value.times(instances)) as UsageFigure;
  return {
    ...charge,
    quantity: total.range,
    isHourly: false,
    isUsageBased: true,
    assumption: hours.assumption,
  };
}
