import fc from "fast-check";
import type { TrafficSettings } from "../../src/traffic/settings";
import type { BrokenField } from "./broken-field";

const amount = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((tenths) => tenths / 10);

const anyRates: fc.Arbitrary<number[]> = fc.oneof(
  fc.constant<number[]>([]),
  fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 24, maxLength: 24 }),
);

export const anyTraffic: fc.Arbitrary<TrafficSettings> = fc.record({
  requestsPerSecond: fc.integer({ min: 0, max: 50_000 }),
  hoursPerDay: amount(24),
  byHour: anyRates,
  natGbPerMonth: amount(1000),
  storageGb: amount(1000),
  kbPerResponse: amount(1000),
});

export const brokenTraffic: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({
    path: fc.constantFrom("traffic.hoursPerDay", "traffic.natGbPerMonth", "traffic.storageGb"),
    value: fc.constantFrom(-1, 1e9, "1", Number.NaN, null),
  }),
  fc.record({
    path: fc.constant("traffic.byHour"),
    value: fc.constantFrom([1], Array(23).fill(1), Array(24).fill("many"), Array(24).fill(50_001), "1", null),
  }),
);
