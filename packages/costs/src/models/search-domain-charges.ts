import { perHour, perMonth } from "../components";
import type { ComponentDraft, ModelInput } from "../cost-model";
import type { PriceKey } from "../price-book";

/** Where a domain's settings stand: the older type and the newer one name them differently. */
export interface DomainShape {
  cluster: string;
  counts: { data: string; master: string; warm: string };
  types: { data: string; master: string; warm: string };
  defaultType: string;
}

const DEFAULT_VOLUME_GB = 10;
const UNKNOWN = "unknown type";

/** Hours of data, dedicated master and warm nodes, and EBS storage of the data nodes. Infracost's names. */
export function domainCharges(shape: DomainShape, { properties }: ModelInput): ComponentDraft[] {
  const at = (path: string) => `${shape.cluster}.${path}`;
  const type = properties.text(at(shape.types.data)) ?? shape.defaultType;
  const count = properties.number(at(shape.counts.data)) ?? 1;
  const nodes = (title: string, of: string, number: number) =>
    perHour({
      name: `${title} (on-demand, ${of})`,
      count: number,
      price: of === UNKNOWN ? null : search(`${of} instance`),
    });
  const masterType = properties.text(at(shape.types.master)) ?? type;
  const warmType = properties.text(at(shape.types.warm)) ?? UNKNOWN;
  const volumeType = properties.text("EBSOptions.VolumeType") ?? "gp2";
  const gb = properties.number("EBSOptions.VolumeSize") ?? DEFAULT_VOLUME_GB;
  const iops = properties.number("EBSOptions.Iops") ?? 0;
  return [
    nodes("Instance", type, count),
    ...(properties.flag("EBSOptions.EBSEnabled")
      ? [
          perMonth({
            name: `Storage (${STORAGE[volumeType] ?? volumeType})`,
            unit: "GB",
            count: gb * count,
            price: search(`${volumeType} storage`),
          }),
          ...(volumeType === "io1"
            ? [
                perMonth({
                  name: "Storage IOPS (io1)",
                  unit: "IOPS",
                  count: iops * count,
                  price: search("io1 IOPS"),
                }),
              ]
            : []),
        ]
      : []),
    ...(properties.flag(at("DedicatedMasterEnabled"))
      ? [nodes("Dedicated master", masterType, properties.number(at(shape.counts.master)) ?? 1)]
      : []),
    ...(properties.flag(at("WarmEnabled"))
      ? [nodes("UltraWarm instance", warmType, properties.number(at(shape.counts.warm)) ?? 1)]
      : []),
  ];
}

const STORAGE: Readonly<Record<string, string>> = {
  gp2: "general purpose SSD, gp2",
  gp3: "general purpose SSD, gp3",
  io1: "provisioned IOPS SSD, io1",
  standard: "magnetic",
};

function search(sku: string): PriceKey {
  return { service: "AmazonOpenSearch", sku };
}
