import fc from "fast-check";
import { formatCidr } from "../../src/spec/cidr-schema";
import { LOG_RETENTION_DAYS } from "../../src/spec/setting-types";
import { NAT_CHOICES, type NetworkSettings } from "../../src/stacks/network/settings";
import type { BrokenField } from "./broken-field";

/** Any private network from /16 to /21 on its own boundary. */
const cidr = fc
  .tuple(
    fc.constantFrom(
      { base: 0x0a000000, prefix: 8 },
      { base: 0xac100000, prefix: 12 },
      { base: 0xc0a80000, prefix: 16 },
    ),
    fc.integer({ min: 16, max: 21 }),
    fc.nat(),
  )
  .map(([range, prefix, n]) =>
    formatCidr({ address: range.base + (n % 2 ** (prefix - range.prefix)) * 2 ** (32 - prefix), prefix }),
  );

export const anyNetwork: fc.Arbitrary<NetworkSettings> = fc
  .record({
    cidr,
    zones: fc.constantFrom(2 as const, 3 as const),
    nat: fc.constantFrom(...NAT_CHOICES),
    flowLogs: fc.boolean(),
    flowLogRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
    interfaceEndpoints: fc.boolean(),
  })
  .filter(({ cidr, zones }) => zones === 2 || !cidr.endsWith("/21"));

export const brokenNetwork: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({
    path: fc.constant("network.cidr"),
    value: fc.constantFrom(
      "10.180.0.0",
      "10.180.0.1/16",
      "8.8.0.0/16",
      "10.0.0.0/8",
      "10.0.0.0/22",
      "10.0.0.0/28",
      "010.1.0.0/16",
      "300.1.0.0/16",
      "",
      "10.180.0.0/16 ",
      "::/16",
      7,
    ),
  }),
  fc.record({ path: fc.constant("network.zones"), value: fc.constantFrom(1, 4, "2", 2.5, null) }),
  fc.record({ path: fc.constant("network.nat"), value: fc.constantFrom("two", "", true) }),
  fc.record({ path: fc.constant("network.interfaceEndpoints"), value: fc.constantFrom("yes", 1, null) }),
  fc.record({ path: fc.constant("network.flowLogs"), value: fc.constantFrom("yes", 1, null) }),
  fc.record({ path: fc.constant("network.flowLogRetentionDays"), value: fc.constantFrom(0, 2, 4000, "7") }),
);
