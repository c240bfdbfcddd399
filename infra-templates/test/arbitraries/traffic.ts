import fc from "fast-check";
import type { TrafficSettings } from "../../src/traffic";
import type { BrokenField } from "./broken-field";

const amount = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((tenths) => tenths / 10);

export const anyTraffic: fc.Arbitrary<TrafficSettings> = fc.record({
  requestsPerSecond: fc.integer({ min: 0, max: 50_000 }),
  hoursPerDay: amount(24),
  natGbPerMonth: amount(1000),
  storageGb: amount(1000),
  kbPerResponse: amount(1000),
});

export const brokenTraffic: fc.Arbitrary<BrokenField> = fc.record({
  path: fc.constantFrom("traffic.hoursPerDay", "traffic.natGbPerMonth", "traffic.storageGb"),
  value: fc.constantFrom(-1, 1e9, "1", Number.NaN, null),
});
