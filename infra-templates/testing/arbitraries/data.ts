import fc from "fast-check";
import type { DataSettings } from "../../src/stacks/data/settings";
import type { BrokenField } from "./broken-field";

const limits = fc
  .tuple(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1, max: 40_000 }))
  .map((pair) => pair.sort((a, b) => a - b));

/** Copies are at home in some region: `suited` finds a context for the spec. */
export const anyData: fc.Arbitrary<DataSettings> = fc
  .record({
    pointInTimeRecovery: fc.boolean(),
    recoveryDays: fc.integer({ min: 1, max: 35 }),
    deletionProtection: fc.boolean(),
    billing: fc.constantFrom("on-demand" as const, "provisioned" as const),
    reads: limits,
    writes: limits,
    targetUtilization: fc.integer({ min: 20, max: 90 }),
    replicaTokyo: fc.boolean(),
    replicaSingapore: fc.boolean(),
  })
  .map(({ reads, writes, ...rest }) => ({
    ...rest,
    minReadUnits: reads[0] ?? 1,
    maxReadUnits: reads[1] ?? 1,
    minWriteUnits: writes[0] ?? 1,
    maxWriteUnits: writes[1] ?? 1,
  }));

export const brokenData: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("data.recoveryDays"), value: fc.constantFrom(0, 36, 1.5, "7") }),
  fc.record({ path: fc.constant("data.billing"), value: fc.constantFrom("free", "", null, 1) }),
  fc.record({
    path: fc.constantFrom("data.minReadUnits", "data.maxWriteUnits"),
    value: fc.constantFrom(-1, 40_001, 0.5, "10", null),
  }),
  fc.record({ path: fc.constant("data.targetUtilization"), value: fc.constantFrom(19, 91, "70") }),
  fc.record({ path: fc.constant("data.replicaTokyo"), value: fc.constantFrom("yes", 1, null) }),
);
