import { type Message, message } from "@greenroom/messages";
import { type Count, perMonth, perUsage } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { PriceKey } from "../price-book";
import type { PropertyReader } from "../properties";
import { Decimal, exactly, mapRange, type Range } from "../ranges";
import type { UsageReader } from "../usage";

/** What a volume without a size gets here, as Infracost has it: the root volume of Amazon Linux images. */
const DEFAULT_SIZE_GB = 8;
/** What a gp3 volume has at no charge: https://aws.amazon.com/ebs/pricing/. */
const GP3_FREE_IOPS = 3000;
const GP3_FREE_MBPS = 125;
/** Bounds of the tiers of io2: https://aws.amazon.com/ebs/pricing/. */
const IO2_TIERS = [
  { name: "Provisioned IOPS", from: 0, upTo: 32_000, sku: "first tier" },
  { name: "Provisioned IOPS (over 32,000)", from: 32_000, upTo: 64_000, sku: "over 32000" },
  { name: "Provisioned IOPS (over 64,000)", from: 64_000, upTo: Number.POSITIVE_INFINITY, sku: "over 64000" },
];

const STORAGE: Readonly<Record<string, { name: string; sku: string }>> = {
  gp2: { name: "Storage (general purpose SSD, gp2)", sku: "gp2 storage" },
  gp3: { name: "Storage (general purpose SSD, gp3)", sku: "gp3 storage" },
  io1: { name: "Storage (provisioned IOPS SSD, io1)", sku: "io1 storage" },
  io2: { name: "Storage (provisioned IOPS SSD, io2)", sku: "io2 storage" },
  sc1: { name: "Storage (cold HDD, sc1)", sku: "sc1 storage" },
  st1: { name: "Storage (throughput optimized HDD, st1)", sku: "st1 storage" },
  standard: { name: "Storage (magnetic)", sku: "magnetic storage" },
};

export interface Volume {
  /** Shown before each name: "Root volume". */
  label?: string;
  /** "gp3"; default gp2, as the API has it. */
  type?: string;
  /** Null: the image decides, and what starts from it has no size of its own to assume. */
  sizeGb?: number | null;
  /** Property that the size depends on; default "BlockDeviceMappings". */
  property?: string;
  iops?: number;
  /** MB/s. */
  throughput?: number;
  /** How many there are; default 1. */
  count?: Count;
}

/** Properties of a volume as CloudFormation names them, on a volume and within a block device mapping. */
export function readVolume(properties: PropertyReader, sizeProperty: string): Volume {
  return {
    type: properties.text("VolumeType"),
    sizeGb: properties.number(sizeProperty),
    iops: properties.number("Iops"),
    throughput: properties.number("Throughput"),
  };
}

/**
 * Storage and provisioned performance of volumes, whole months: they are charged while nobody uses them.
 * Magnetic volumes: I/O requests by usage `monthly_standard_io_requests`. Not covered: snapshots, fast
 * snapshot restore.
 */
export function volumeCharges(volume: Volume, usage: UsageReader): ComponentDraft[] {
  const { label, sizeGb = DEFAULT_SIZE_GB, iops = 0, throughput = 0, count = 1 } = volume;
  const type = volume.type?.toLowerCase() ?? "gp2";
  const storage = STORAGE[type] ?? { name: `Storage (${type})`, sku: `${type} storage` };
  const charge = (name: string, unit: string, each: number | null, sku: string, assumption?: Message) => ({
    ...perMonth({
      name: label ? `${label}: ${name}` : name,
      unit,
      count: each === null ? null : multiply(count, each),
      property: volume.property ?? "BlockDeviceMappings",
      price: ebs(sku),
      ...(assumption && { assumption }),
    }),
    ...(each === null && { isLeftOpen: true }),
  });
  const extraIops = iops - GP3_FREE_IOPS;
  const extraMbps = throughput - GP3_FREE_MBPS;
  return [
    charge(storage.name, "GB", sizeGb, storage.sku, volume.sizeGb === undefined ? SIZE_ASSUMED : undefined),
    ...(type === "gp3" && extraMbps > 0
      ? [charge("Provisioned throughput", "Mbps", extraMbps, "gp3 provisioned throughput (over 125)")]
      : []),
    ...(type === "gp3" && extraIops > 0
      ? [charge("Provisioned IOPS", "IOPS", extraIops, "gp3 provisioned IOPS (over 3000)")]
      : []),
    ...(type === "io1" ? [charge("Provisioned IOPS", "IOPS", iops, "io1 provisioned IOPS")] : []),
    ...(type === "io2"
      ? IO2_TIERS.filter(({ from }) => iops > from || from === 0).map(({ name, from, upTo, sku }) =>
          charge(name, "IOPS", Math.min(iops, upTo) - from, `io2 provisioned IOPS (${sku})`),
        )
      : []),
    ...(type === "standard"
      ? [
          perUsage({
            name: label ? `${label}: I/O requests` : "I/O requests",
            unit: "1M request",
            unitSize: 1_000_000,
            price: ebs("magnetic I/O requests"),
            usageKey: "monthly_standard_io_requests",
            figure: usage.get("monthly_standard_io_requests"),
          }),
        ]
      : []),
  ];
}

/** A number of things, each so much. */
export function multiply(count: Count, each: number): Range {
  if (typeof count === "number") return exactly(new Decimal(count).times(each));
  return mapRange(count, (value) => value.times(each));
}

function ebs(sku: string): PriceKey {
  return { service: "AmazonEBS", sku };
}

const SIZE_ASSUMED: Message = message("pricing.assumption.sizeAssumed", { gb: DEFAULT_SIZE_GB });
