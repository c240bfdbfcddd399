import { perHour, perMonth } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";
import type { PropertyReader } from "../properties";

/** Where a domain's settings stand: the older type and the newer one name them differently. */
export interface DomainShape {
  cluster: string;
  counts: { data: string; master: string; warm: string };
  types: { data: string; master: string; warm: string };
  defaultType: string;
}

const DEFAULT_VOLUME_GB = 10;
const DEFAULT_MASTERS = 3;
const UNKNOWN = "unknown type";
/** MB/s that a gp3 volume includes: https://aws.amazon.com/opensearch-service/pricing/. */
const GP3 = { smallUpToGb: 170, small: 125, stepGb: 3000, perStep: 250, most: 1000 };

/**
 * Hours of data, dedicated master and warm nodes, and EBS storage of the data nodes, each of which has a
 * volume of `VolumeSize`. Infracost's names.
 */
export function domainCharges(shape: DomainShape, { properties }: ModelInput): ComponentDraft[] {
  const at = (path: string) => `${shape.cluster}.${path}`;
  const type = properties.text(at(shape.types.data)) ?? shape.defaultType;
  const count = properties.number(at(shape.counts.data)) ?? 1;
  const nodes = (title: string, of: string, number: number) =>
    perHour({
      name: `${title} (on-demand, ${of})`,
      count: number,
      // The price list has the newer ending for both.
      price: of === UNKNOWN ? null : search(`${of.replace(/\.elasticsearch$/, ".search")} instance`),
    });
  const masterType = properties.text(at(shape.types.master)) ?? shape.defaultType;
  const warmType = properties.text(at(shape.types.warm)) ?? UNKNOWN;
  return [
    nodes("Instance", type, count),
    ...(properties.flag("EBSOptions.EBSEnabled") ? volumes(properties, count) : []),
    ...(properties.flag(at("DedicatedMasterEnabled"))
      ? [nodes("Dedicated master", masterType, properties.number(at(shape.counts.master)) ?? DEFAULT_MASTERS)]
      : []),
    ...(properties.flag(at("WarmEnabled"))
      ? [nodes("UltraWarm instance", warmType, properties.number(at(shape.counts.warm)) ?? 1)]
      : []),
  ];
}

function volumes(properties: PropertyReader, count: number): ComponentDraft[] {
  const type = properties.text("EBSOptions.VolumeType") ?? "gp2";
  const gb = properties.number("EBSOptions.VolumeSize") ?? DEFAULT_VOLUME_GB;
  const mbps = (properties.number("EBSOptions.Throughput") ?? 0) - includedMbps(gb);
  const each = (name: string, unit: string, quantity: number, sku: string) =>
    perMonth({ name: `${name} (${type})`, unit, count: quantity * count, price: search(`${type} ${sku}`) });
  return [
    each("Storage", "GB", gb, "storage"),
    ...(type === "gp3" && mbps > 0 ? [each("Throughput", "Mbps", mbps, "throughput")] : []),
    ...(type === "io1"
      ? [each("Storage IOPS", "IOPS", properties.number("EBSOptions.Iops") ?? 0, "IOPS")]
      : []),
  ];
}

function includedMbps(gb: number): number {
  return gb <= GP3.smallUpToGb ? GP3.small : Math.min(GP3.most, Math.ceil(gb / GP3.stepGb) * GP3.perStep);
}

function search(sku: string): PriceKey {
  return { service: "AmazonOpenSearch", sku };
}
