import { formatCidr, parseCidr } from "../../spec/cidr-schema";

/** Networks of one zone's three subnets. */
export interface ZoneSubnets {
  public: string;
  app: string;
  db: string;
}

/** A third zone comes after the first two, so that adding it moves no subnet that exists. */
const PUBLIC_UNITS = [0, 1, 16];
const DB_UNITS = [2, 3, 17];
const APP_UNITS = [4, 8, 12];

/**
 * The least that a unit can be: app subnets (four units) of /23 give a zone 507 addresses for its nodes and
 * pods.
 */
const SMALLEST_UNIT = 25;

/**
 * The smallest network that so many zones fit in: 12 units of two zones take a /21, the 18 units of three a
 * /20.
 */
export function narrowestPrefixFor(zones: number): number {
  return zones > 2 ? SMALLEST_UNIT - 5 : SMALLEST_UNIT - 4;
}

/**
 * Splits a VPC's network as the platform does: /24 public and db subnets, /22 app subnets (10.180.0.0/24,
 * .1.0/24 | .4.0/22, .8.0/22 | .2.0/24, .3.0/24). They fit from /16 to /19 as they are; a /20 uses /25 and
 * /23, and so does a /21 with two zones.
 */
export function splitNetwork(cidr: string, zones: number): ZoneSubnets[] {
  const network = parseCidr(cidr);
  if (!network) throw new Error(`${cidr} is not a network`);
  const unitPrefix = Math.min(SMALLEST_UNIT, Math.max(24, network.prefix + 5));
  const at = (unit: number, prefix: number) =>
    formatCidr({ address: network.address + unit * 2 ** (32 - unitPrefix), prefix });
  return Array.from({ length: zones }, (_, zone) => ({
    public: at(PUBLIC_UNITS[zone] ?? 0, unitPrefix),
    app: at(APP_UNITS[zone] ?? 0, unitPrefix - 2),
    db: at(DB_UNITS[zone] ?? 0, unitPrefix),
  }));
}

/** How many NAT gateways the choice means. */
export function natCount(nat: "single" | "per-zone" | "none", zones: number): number {
  return nat === "none" ? 0 : nat === "single" ? 1 : zones;
}
