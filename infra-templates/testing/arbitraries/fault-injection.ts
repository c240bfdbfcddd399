import fc from "fast-check";
import type { FaultInjectionSettings } from "../../src/stacks/fault-injection/settings";
import type { BrokenField } from "./broken-field";

export const anyFaultInjection: fc.Arbitrary<FaultInjectionSettings> = fc.record({
  enabled: fc.boolean(),
  nodePercent: fc.integer({ min: 1, max: 100 }),
  minutes: fc.integer({ min: 1, max: 60 }),
});

export const brokenFaultInjection: fc.Arbitrary<BrokenField> = fc.record({
  path: fc.constantFrom("faultInjection.nodePercent", "faultInjection.minutes"),
  value: fc.constantFrom(0, 101, 1.5, "10", null),
});
