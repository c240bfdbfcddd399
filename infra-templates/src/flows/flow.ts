import type { LocalText } from "../model/local-text";

/** Where data comes from or goes to. */
type Place =
  | "awsServices"
  | "cache"
  | "cloudFront"
  | "database"
  | "internet"
  | "loadGenerator"
  | "nodes"
  | "otherRegion"
  | "services"
  | "siteBucket"
  | "tables"
  | "visitors";

/** A stretch of a path. `resource` is the logical id of what it leads through, where there are several. */
export interface Leg {
  kind: LegKind;
  resource?: string;
}

/**
 * GB that move in a month of expected traffic from one place to another: where they pass and who charges them
 * follows from the path.
 */
export interface Flow {
  from: Place;
  to: Place;
  path: readonly Leg[];
  gb: number;
  /** A clause without an end, since flows that one resource counts together are told together. */
  assumption: LocalText;
}

/** What counts the GB of a leg: a usage figure of a resource. */
interface Meter {
  stack: string;
  /** Absent: the leg names it. */
  resource?: string;
  usageKey: string;
  /** What a GB counts for on the meter; default 1. */
  each?: number;
}

const network = (usageKey: string, each = 1): Meter => ({
  stack: "network",
  resource: "Vpc",
  usageKey,
  each,
});

/**
 * Who charges what of a leg; null where nobody does. The network's figure between zones is charged on both
 * sides, so what has only one side that pays counts for half. CloudFront's and the accelerator's figures are
 * those of visitors in Korea and most of Asia.
 */
const LEGS = {
  /**
   * https://aws.amazon.com/cloudfront/pricing/: out to viewers, and what is sent to the origin; both instead
   * of data transfer out.
   */
  cloudFrontToVisitors: {
    stack: "edge",
    resource: "Distribution",
    usageKey: "monthly_data_transfer_to_internet_gb.asia_pacific",
  },
  cloudFrontToOrigin: {
    stack: "edge",
    resource: "Distribution",
    usageKey: "monthly_data_transfer_to_origin_gb.asia_pacific",
  },
  /** https://aws.amazon.com/cloudfront/pricing/: from an origin in AWS to CloudFront is free. */
  originToCloudFront: null,
  /** https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer: in from the internet is free. */
  fromInternet: null,
  /** https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer: out to the internet, in tiers. */
  toInternet: network("monthly_outbound_internet_gb"),
  /**
   * https://aws.amazon.com/global-accelerator/pricing/: a premium on top of data transfer out, for the
   * direction that has more.
   */
  outByAccelerator: {
    stack: "accelerator",
    resource: "EndpointGroup",
    usageKey: "monthly_outbound_data_transfer_gb.asia_pacific",
  },
  inByAccelerator: {
    stack: "accelerator",
    resource: "EndpointGroup",
    usageKey: "monthly_inbound_data_transfer_gb.asia_pacific",
  },
  /**
   * https://aws.amazon.com/elasticloadbalancing/pricing/: requests and answers are processed bytes of its
   * capacity units.
   */
  loadBalancer: { stack: "edge", resource: "Alb", usageKey: "processed_bytes_gb" },
  /**
   * Free across zones within a VPC:
   * https://aws.amazon.com/blogs/networking-and-content-delivery/exploring-data-transfer-costs-for-classic-and-application-load-balancers/
   */
  loadBalancerToTargets: null,
  /** https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer: free by private addresses. */
  withinZone: null,
  /**
   * https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer: out of one machine and into the other, each
   * charged.
   */
  acrossZones: network("monthly_intra_region_gb"),
  /**
   * Only the machine's side pays, and copies between nodes of the service are free:
   * https://aws.amazon.com/elasticache/pricing/ and https://aws.amazon.com/rds/aurora/pricing/ (data
   * transfer).
   */
  acrossZonesToService: network("monthly_intra_region_gb", 0.5),
  /** https://aws.amazon.com/vpc/pricing/: each GB either way, on top of data transfer. */
  nat: { stack: "network", usageKey: "monthly_data_processed_gb" },
  /** https://aws.amazon.com/privatelink/pricing/: each GB either way; between zones nothing on top of it. */
  interfaceEndpoint: { stack: "network", usageKey: "monthly_data_processed_gb" },
  /** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html: no charge. */
  gatewayEndpoint: null,
  /** https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer: AWS services of the region, no charge. */
  withinRegion: null,
  /**
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/global-tables-billing.html: fees of data
   * transfer between regions come on top of replicated writes.
   */
  toOtherRegion: network("monthly_outbound_other_regions_gb"),
} as const satisfies Record<string, Meter | null>;
export type LegKind = keyof typeof LEGS;

/** What counts a leg's GB, with the resource that it leads through; null where nobody charges them. */
export function meterOf({ kind, resource }: Leg): Required<Meter> | null {
  const meter: Meter | null = LEGS[kind];
  return meter && { ...meter, resource: meter.resource ?? resource ?? "", each: meter.each ?? 1 };
}

/** A path of legs that need no more than their kind. */
export const by = (...kinds: LegKind[]): Leg[] => kinds.map((kind) => ({ kind }));
