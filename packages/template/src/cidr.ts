import { TemplateError } from "./template-error";

const BAD = "Template error: Fn::Cidr object needs a CIDR block, a count of 1 to 256 and cidr bits";

/**
 * Fn::Cidr: the first `count` blocks of `2^cidrBits` addresses within `block` (IPv4 or IPv6).
 * @throws TemplateError when the block is malformed or too small.
 */
export function splitCidr(block: string, count: number, cidrBits: number): string[] {
  const [address = "", prefixText = ""] = block.split("/");
  const isV6 = address.includes(":");
  const width = isV6 ? 128 : 32;
  const prefix = Number(prefixText);
  const base = isV6 ? parseV6(address) : parseV4(address);
  const isValid =
    base !== undefined &&
    /^\d+$/.test(prefixText) &&
    prefix <= width &&
    Number.isInteger(count) &&
    count >= 1 &&
    count <= 256 &&
    Number.isInteger(cidrBits) &&
    cidrBits >= 0 &&
    cidrBits <= width;
  if (!isValid) throw new TemplateError(`${BAD} (got ${block}, ${count}, ${cidrBits})`);
  const size = 1n << BigInt(cidrBits);
  const span = 1n << BigInt(width - prefix);
  if (size * BigInt(count) > span)
    throw new TemplateError(`${BAD}: ${count} blocks do not fit into ${block}`);
  const start = (base / span) * span;
  return Array.from({ length: count }, (_, index) => {
    const first = start + size * BigInt(index);
    return `${isV6 ? formatV6(first) : formatV4(first)}/${width - cidrBits}`;
  });
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255))
    return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function formatV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");
}

function parseV6(text: string): bigint | undefined {
  const [left = "", right, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const head = left === "" ? [] : left.split(":");
  const tail = right ? right.split(":") : [];
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(Math.max(missing, 0)).fill("0"), ...tail];
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

/** IPv6 with the longest run of zero groups written as `::`, as AWS does. */
function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - i * 16)) & 0xffffn).toString(16),
  );
  const runs = [...groups.join(":").matchAll(/\b0(?::0)+\b/g)].sort((a, b) => b[0].length - a[0].length);
  const longest = runs[0];
  if (!longest) return groups.join(":");
  const text = groups.join(":");
  const before = text.slice(0, longest.index).replace(/:$/, "");
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, "");
  return `${before}::${after}`;
}
