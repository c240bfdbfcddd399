import fc from "fast-check";
import { SUPPORTED_REGIONS } from "../src/availability-zones";
import type { BlueprintContext } from "../src/blueprint";
import { formatCidr } from "../src/cidr-schema";
import { LOG_RETENTION_DAYS, NAT_CHOICES, type TicketingSpec } from "../src/ticketing/spec";

/** Any private network from /16 to /20 on its own boundary. */
const cidr = fc
  .tuple(
    fc.constantFrom(
      { base: 0x0a000000, prefix: 8 },
      { base: 0xac100000, prefix: 12 },
      { base: 0xc0a80000, prefix: 16 },
    ),
    fc.integer({ min: 16, max: 20 }),
    fc.nat(),
  )
  .map(([range, prefix, n]) =>
    formatCidr({ address: range.base + (n % 2 ** (prefix - range.prefix)) * 2 ** (32 - prefix), prefix }),
  );
const amount = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((tenths) => tenths / 10);

export const validSpec: fc.Arbitrary<TicketingSpec> = fc.record({
  network: fc.record({
    cidr,
    zones: fc.constantFrom(2 as const, 3 as const),
    nat: fc.constantFrom(...NAT_CHOICES),
    flowLogs: fc.boolean(),
    flowLogRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
  }),
  data: fc.record({
    pointInTimeRecovery: fc.boolean(),
    recoveryDays: fc.integer({ min: 1, max: 35 }),
    deletionProtection: fc.boolean(),
  }),
  events: fc.record({
    archiveDays: fc.integer({ min: 1, max: 365 }),
    logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
    maxReceiveCount: fc.integer({ min: 1, max: 100 }),
    queueRetentionDays: fc.integer({ min: 1, max: 13 }),
  }),
  traffic: fc.record({
    requestsPerSecond: fc.integer({ min: 0, max: 50_000 }),
    hoursPerDay: amount(24),
    natGbPerMonth: amount(1000),
    storageGb: amount(1000),
  }),
});

const name = fc.stringMatching(/^[a-z][a-z0-9]{1,10}(-[a-z0-9]{1,11})?$/);

export const anyContext: fc.Arbitrary<BlueprintContext> = fc.record({
  environmentName: name,
  teamSlug: name,
  ownerEmail: fc.constant("rina@demo.greenroom"),
  costCentre: name,
  requestNumber: fc.integer({ min: 1, max: 99_999 }),
  stage: fc.constantFrom("dev", "staging", "prod"),
  region: fc.constantFrom(...SUPPORTED_REGIONS),
  accountId: fc.constant("111122223333"),
  expiresOn: fc.constantFrom(null, "2027-01-31"),
});

/** A wrong value for one field, with the field's path. */
export const brokenField: fc.Arbitrary<{ path: string; value: unknown }> = fc.oneof(
  fc.record({
    path: fc.constant("network.cidr"),
    value: fc.constantFrom(
      "10.180.0.0",
      "10.180.0.1/16",
      "8.8.0.0/16",
      "10.0.0.0/8",
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
  fc.record({ path: fc.constant("network.flowLogs"), value: fc.constantFrom("yes", 1, null) }),
  fc.record({
    path: fc.constantFrom("network.flowLogRetentionDays", "events.logRetentionDays"),
    value: fc.constantFrom(0, 2, 4000, "7"),
  }),
  fc.record({ path: fc.constant("data.recoveryDays"), value: fc.constantFrom(0, 36, 1.5, "7") }),
  fc.record({
    path: fc.constantFrom("events.archiveDays", "events.maxReceiveCount", "events.queueRetentionDays"),
    value: fc.constantFrom(0, -1, 366, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "3", null),
  }),
  fc.record({
    path: fc.constantFrom("traffic.hoursPerDay", "traffic.natGbPerMonth", "traffic.storageGb"),
    value: fc.constantFrom(-1, 1e9, "1", Number.NaN, null),
  }),
  fc.record({ path: fc.constantFrom("network.surprise", "surprise"), value: fc.anything() }),
);
