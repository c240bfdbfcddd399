import { GB, GB_MONTHS, HOURS } from "../price-query";
import { type CatalogEntry, regional } from "./catalog-entry";

const LINUX = {
  operatingSystem: "Linux",
  tenancy: "Shared",
  preInstalledSw: "NA",
  capacitystatus: "Used",
  licenseModel: "No License required",
  operation: "RunInstances",
};
const EC2 = { serviceCode: "AmazonEC2", units: HOURS };
const EBS = (ending: string, units: Record<string, string>) => ({ serviceCode: "AmazonEC2", ending, units });
const box = (type = "") => ({
  ...EC2,
  ending: `BoxUsage:${type}`,
  filters: { ...LINUX, instanceType: type },
});
const CACHE = { serviceCode: "AmazonElastiCache", units: HOURS };
const cacheNode = (type = "", engine = "") => ({
  ...CACHE,
  ending: `NodeUsage:${type}`,
  filters: { instanceType: type, cacheEngine: engine },
});
const term = (years: string | undefined) => (years === "3" ? ("3yr" as const) : ("1yr" as const));

/**
 * Usage types: see the team's notes on the Price List, and
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html.
 */
export const COMPUTE: Readonly<Record<string, readonly CatalogEntry[]>> = {
  AmazonEC2: [
    regional(/^(\S+) Linux on-demand$/, ([type]) => box(type)),
    regional(/^(\S+) RI ([13])yr no upfront$/, ([type, years]) => ({ ...box(type), reserved: term(years) })),
  ],
  AmazonEBS: [
    regional(/^gp2 storage$/, EBS("EBS:VolumeUsage.gp2", GB_MONTHS)),
    regional(/^gp3 storage$/, EBS("EBS:VolumeUsage.gp3", GB_MONTHS)),
    regional(/^gp3 provisioned IOPS \(over 3000\)$/, EBS("EBS:VolumeP-IOPS.gp3", { "iops-mo": "1" })),
    // The list prices a GiB/s, the book a MiB/s.
    regional(
      /^gp3 provisioned throughput \(over 125\)$/,
      EBS("EBS:VolumeP-Throughput.gp3", { "mibps-mo": "1", "mbps-mo": "1", "gibps-mo": "1024" }),
    ),
    regional(/^EBS snapshot standard$/, EBS("EBS:SnapshotUsage", GB_MONTHS)),
  ],
  AmazonVPC: [
    regional(/^NAT gateway hour$/, {
      ...EC2,
      ending: "NatGateway-Hours",
      filters: { productFamily: "NAT Gateway" },
    }),
    regional(/^NAT gateway data processed$/, {
      ...EC2,
      units: GB,
      ending: "NatGateway-Bytes",
      filters: { productFamily: "NAT Gateway" },
    }),
    regional(/^public IPv4 address \(in use( or idle)?\)$/, {
      serviceCode: "AmazonVPC",
      units: HOURS,
      ending: "PublicIPv4:InUseAddress",
      filters: { group: "VPCPublicIPv4Address" },
    }),
    regional(/^interface endpoint per AZ$/, {
      serviceCode: "AmazonVPC",
      units: HOURS,
      ending: "VpcEndpoint-Hours",
    }),
    regional(/^interface endpoint data processed \(first 1 PB\)$/, {
      serviceCode: "AmazonVPC",
      units: GB,
      tierFrom: "0",
      ending: "VpcEndpoint-Bytes",
    }),
  ],
  AmazonEKS: [
    regional(/^cluster standard support$/, {
      serviceCode: "AmazonEKS",
      units: HOURS,
      ending: "AmazonEKS-Hours:perCluster",
    }),
    regional(/^cluster extended support surcharge/, {
      serviceCode: "AmazonEKS",
      units: HOURS,
      ending: "AmazonEKS-Hours:extendedSupport",
    }),
  ],
  AmazonElastiCache: [
    regional(/^(cache\.\S+) (Redis|Valkey) node on-demand$/, ([type, engine]) => cacheNode(type, engine)),
    regional(/^(cache\.\S+) (Redis|Valkey) node RI ([13])yr no upfront$/, ([type, engine, years]) => ({
      ...cacheNode(type, engine),
      reserved: term(years),
    })),
  ],
  AWSELB: [
    ...(["ALB", "NLB"] as const).flatMap((kind) => {
      const name = kind === "ALB" ? "Application" : "Network";
      const filters = {
        productFamily: `Load Balancer-${name}`,
        operation: `LoadBalancing:${name}`,
      };
      const charge = { serviceCode: "AWSELB", filters };
      return [
        regional(new RegExp(`^${kind} hour$`), { ...charge, units: HOURS, ending: "LoadBalancerUsage" }),
        regional(new RegExp(`^${kind} LCU$`), {
          ...charge,
          units: { "lcu-hrs": "1", ...HOURS },
          ending: "LCUUsage",
        }),
      ];
    }),
  ],
  AmazonAurora: [
    regional(/^Serverless v2 ACU Standard$/, {
      serviceCode: "AmazonRDS",
      units: { "acu-hr": "1", "acu-hrs": "1" },
      ending: "Aurora:ServerlessV2Usage",
      filters: { productFamily: "ServerlessV2", databaseEngine: "Aurora PostgreSQL" },
    }),
  ],
};
