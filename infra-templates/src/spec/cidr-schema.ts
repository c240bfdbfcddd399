import { message } from "@greenroom/messages";
import { z } from "zod";
import { refuse } from "./refuse";

/** RFC 1918, section 3. */
const PRIVATE_RANGES = [
  { cidr: "10.0.0.0/8", base: 0x0a000000, prefix: 8 },
  { cidr: "172.16.0.0/12", base: 0xac100000, prefix: 12 },
  { cidr: "192.168.0.0/16", base: 0xc0a80000, prefix: 16 },
];
/** VPCs allow /16 to /28; three tiers over two zones need at least a /21 (see `narrowestPrefixFor`). */
const WIDEST_PREFIX = 16;
const NARROWEST_PREFIX = 21;

/** `address` is the first address as an unsigned 32-bit number. */
export interface Cidr {
  address: number;
  prefix: number;
}

/** Reads "10.180.0.0/16" (four plain decimal octets, no leading zeros). Null when it is not in that form. */
export function parseCidr(text: string): Cidr | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return null;
  const parts = match.slice(1);
  const numbers = parts.map(Number);
  if (parts.some((part, i) => String(numbers[i]) !== part)) return null;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = numbers;
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return null;
  return { address: a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d, prefix };
}

/** The inverse of `parseCidr`. */
export function formatCidr({ address, prefix }: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

/** The network of that size which holds the address. */
export function networkOf({ address, prefix }: Cidr): Cidr {
  const size = 2 ** (32 - prefix);
  return { address: Math.floor(address / size) * size, prefix };
}

/** Whether a network lies inside one of the private ranges. */
export function isPrivate({ address, prefix }: Cidr): boolean {
  return PRIVATE_RANGES.some(
    (range) => prefix >= range.prefix && networkOf({ address, prefix: range.prefix }).address === range.base,
  );
}

/**
 * An IPv4 network for a VPC: private, between /16 and /21, beginning on its own boundary. Each message has
 * the value and, where one exists, the value that would do.
 */
export const cidrSchema = z.string().superRefine((value, context) => {
  if (value.trim() === "") return refuse(context, message("spec.cidr.empty"));
  const cidr = parseCidr(value);
  if (!cidr) return refuse(context, message("spec.cidr.form", { value }));
  const { prefix } = cidr;
  if (prefix < WIDEST_PREFIX || prefix > NARROWEST_PREFIX) {
    const bounds = { widest: WIDEST_PREFIX, narrowest: NARROWEST_PREFIX };
    return refuse(context, message("spec.cidr.size", { value, prefix, ...bounds }));
  }
  const aligned = networkOf(cidr);
  if (!isPrivate(aligned)) return refuse(context, message("spec.cidr.outsidePrivate", { value }));
  if (aligned.address !== cidr.address) {
    return refuse(context, message("spec.cidr.unaligned", { value, suggestion: formatCidr(aligned) }));
  }
});
