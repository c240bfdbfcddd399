import { message } from "@greenroom/messages";
import { perHour, perUsageHour } from "../components";
import type { ComponentDraft, CostModel, ModelInput } from "../cost-model";
import { createPropertyReader } from "../properties";
import { Decimal, type Range, zipRanges } from "../ranges";
import { HOURS_PER_MONTH } from "../schema/hours";
import type { UsageFigure } from "../usage";

const SERVICE = "AWSELB";
const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;
/** A 730th has no end: what is kept of a capacity unit, so that sums stay exact. */
const UNIT_DECIMALS = 12;

interface Kind {
  name: string;
  hour: string;
  unit: string;
  /** What one capacity unit holds: https://aws.amazon.com/elasticloadbalancing/pricing/. */
  perUnit: { newPerSecond: number; active: number; rulesPerSecond?: number };
}
const KINDS: Readonly<Record<string, Kind>> = {
  application: {
    name: "Application load balancer",
    hour: "ALB hour",
    unit: "ALB LCU",
    perUnit: { newPerSecond: 25, active: 3000, rulesPerSecond: 1000 },
  },
  network: {
    name: "Network load balancer",
    hour: "NLB hour",
    unit: "NLB LCU",
    perUnit: { newPerSecond: 800, active: 100_000 },
  },
  gateway: {
    name: "Gateway load balancer",
    hour: "GLB hour",
    unit: "GLB LCU",
    perUnit: { newPerSecond: 600, active: 60_000 },
  },
};

/**
 * Covers hours, capacity units and, for one that faces the internet, a public IPv4 address in each zone (not
 * those of Elastic IPs, which are priced on themselves). Capacity units are the most of four measures: usage
 * `processed_bytes_gb`, `new_connections` and `rule_evaluations` a month, `active_connections` at a time on
 * average. Not covered: data transfer, trust stores, reserved capacity units, what the first ten rules leave
 * free (give evaluations beyond them).
 */
export const elbV2LoadBalancer: CostModel = {
  type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
  service: "Load balancing",
  reads: ["Type", "Scheme", "IpAddressType", "Subnets[]", "SubnetMappings[].AllocationId"],
  notPriced: ["MinimumLoadBalancerCapacity"],
  withoutInfluence:
    "LoadBalancerAttributes SubnetMappings[].IPv6Address SubnetMappings[].PrivateIPv4Address " +
    "SubnetMappings[].SourceNatIpv6Prefix EnablePrefixForIpv6SourceNat " +
    "EnableCapacityReservationProvisionStabilize " +
    "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic Ipv4IpamPoolId",
  usageKeys: ["processed_bytes_gb", "new_connections", "active_connections", "rule_evaluations"],
  components: (input) => {
    const kind = KINDS[input.properties.text("Type") ?? "application"] ?? (KINDS.application as Kind);
    return [
      perHour({ name: kind.name, price: { service: SERVICE, sku: kind.hour } }),
      perUsageHour({
        name: "Load balancer capacity units",
        unit: "LCU",
        unitSize: HOURS_PER_MONTH,
        price: { service: SERVICE, sku: kind.unit },
        usageKey: "processed_bytes_gb",
        figure: capacityUnits(input, kind.perUnit),
      }),
      ...publicAddresses(input, kind),
    ];
  },
};

/** The most of the measures that were given; null when none was. */
function capacityUnits({ usage }: ModelInput, perUnit: Kind["perUnit"]): UsageFigure | null {
  const measures: [key: string, size: number][] = [
    ["processed_bytes_gb", HOURS_PER_MONTH],
    ["new_connections", perUnit.newPerSecond * SECONDS_PER_MONTH],
    ["active_connections", perUnit.active],
    ...(perUnit.rulesPerSecond
      ? [["rule_evaluations", perUnit.rulesPerSecond * SECONDS_PER_MONTH] as [string, number]]
      : []),
  ];
  return measures.reduce<UsageFigure | null>((most, [key, size]) => {
    const figure = usage.get(key);
    if (!figure) return most;
    const units = zipRanges(figure.range, most?.range ?? figure.range, (value, other) =>
      Decimal.max(value.div(size).toDecimalPlaces(UNIT_DECIMALS), most ? other : 0),
    );
    return { ...figure, range: units satisfies Range };
  }, null);
}

function publicAddresses({ properties }: ModelInput, kind: Kind): ComponentDraft[] {
  const isInternal = properties.text("Scheme") === "internal" || kind.name.startsWith("Gateway");
  const isDualStackWithout4 = properties.text("IpAddressType") === "dualstack-without-public-ipv4";
  const mappings = (properties.list("SubnetMappings") ?? []).map(createPropertyReader);
  const withOwn = mappings.filter((mapping) => mapping.has("AllocationId")).length;
  const zones = mappings.length || (properties.list("Subnets")?.length ?? null);
  if (isInternal || isDualStackWithout4 || (zones !== null && zones === withOwn)) return [];
  return [
    perHour({
      name: "Public IPv4 address",
      count: zones === null ? null : zones - withOwn,
      property: "Subnets",
      price: { service: "AmazonVPC", sku: "public IPv4 address" },
      ...(zones !== null && {
        assumption: message("pricing.assumption.addressInEachZone"),
      }),
    }),
  ];
}
