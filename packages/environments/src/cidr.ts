import { parseCidr } from "@greenroom/infra-templates/catalog";

/** An IPv4 network as its first address (unsigned 32 bits) and its size in addresses. */
interface Network {
  start: number;
  size: number;
}

/** Reads "10.20.0.0/16". Null for text that is no network, or has bits set below its prefix. */
export function readNetwork(text: string): Network | null {
  const cidr = parseCidr(text);
  if (!cidr) return null;
  const size = 2 ** (32 - cidr.prefix);
  return cidr.address % size === 0 ? { start: cidr.address, size } : null;
}

/** Whether two networks share an address. Text that is no network overlaps nothing. */
export function cidrsOverlap(one: string, other: string): boolean {
  const a = readNetwork(one);
  const b = readNetwork(other);
  return a !== null && b !== null && a.start < b.start + b.size && b.start < a.start + a.size;
}

/** The first pair that overlaps, or null. */
export function findOverlap(
  wanted: readonly string[],
  taken: readonly string[],
): { wanted: string; taken: string } | null {
  for (const one of wanted) {
    const other = taken.find((network) => cidrsOverlap(one, network));
    if (other !== undefined) return { wanted: one, taken: other };
  }
  return null;
}

/** The lowest /16 of 10.0.0.0/8 that overlaps none of `taken`; null when all 256 are taken. */
export function suggestFreeCidr(taken: readonly string[]): string | null {
  for (let second = 0; second < 256; second++) {
    const candidate = `10.${second}.0.0/16`;
    if (!taken.some((network) => cidrsOverlap(candidate, network))) return candidate;
  }
  return null;
}
