import fc from "fast-check";
import type { DataSettings } from "../../src/stacks/data/settings";
import type { BrokenField } from "./broken-field";

export const anyData: fc.Arbitrary<DataSettings> = fc.record({
  pointInTimeRecovery: fc.boolean(),
  recoveryDays: fc.integer({ min: 1, max: 35 }),
  deletionProtection: fc.boolean(),
});

export const brokenData: fc.Arbitrary<BrokenField> = fc.record({
  path: fc.constant("data.recoveryDays"),
  value: fc.constantFrom(0, 36, 1.5, "7"),
});
