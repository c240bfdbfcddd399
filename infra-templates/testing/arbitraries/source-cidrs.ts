import fc from "fast-check";
import { formatCidr, isPrivate, networkOf } from "../../src/spec/cidr-schema";

const cidr = fc
  .record({ address: fc.integer({ min: 0, max: 2 ** 32 - 1 }), prefix: fc.integer({ min: 8, max: 32 }) })
  .map(networkOf);

/** Networks from /8 to /32 on their own boundary, each once. */
export const anySourceCidrs = fc.uniqueArray(cidr.map(formatCidr), { maxLength: 4 });
export const anyPublicSourceCidrs = fc.uniqueArray(cidr.filter((one) => !isPrivate(one)).map(formatCidr), {
  maxLength: 4,
});

export const brokenSourceCidrs = fc.constantFrom<unknown>(
  "203.0.113.0/24",
  ["0.0.0.0/0"],
  ["203.0.113.0/24", "0.0.0.0/7"],
  ["203.0.113.7/24"],
  ["203.0.113.7"],
  ["office"],
  [""],
  ["203.0.113.0/24", "203.0.113.0/24"],
  Array.from({ length: 41 }, (_, i) => `203.0.113.${i}/32`),
);
