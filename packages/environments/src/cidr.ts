/** An IPv4 network as its first address (unsigned 32 bits) and its size in addresses. */
interface Network {
  start: number;
  size: number;
}

const CIDR_PATTERN = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;
const ADDRESSES = 2 ** 32;

/**
 * Reads "10.20.0.0/16". Null when it is no IPv4 network: an octet over 255, a prefix over 32, or bits set
 * below the prefix.
 */
export function parseCidr(text: string): Network | null {
  const match = CIDR_PATTERN.exec(text);
  if (!match) return null;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return null;
  const start = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = ADDRESSES / 2 ** prefix;
  return start % size === 0 ? { start, size } : null;
}

/** Whether two networks share an address. Text that is no network overlaps nothing. */
export function cidrsOverlap(one: string, other: string): boolean {
  const a = parseCidr(one);
  const b = parseCidr(other);
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
