import fc from "fast-check";
import type { RegistrySettings } from "../../src/stacks/registry/settings";
import type { BrokenField } from "./broken-field";

export const anyRegistry: fc.Arbitrary<RegistrySettings> = fc.record({
  enabled: fc.boolean(),
  keepImages: fc.integer({ min: 1, max: 1000 }),
});

export const brokenRegistry: fc.Arbitrary<BrokenField> = fc.record({
  path: fc.constant("registry.keepImages"),
  value: fc.constantFrom(0, 1001, 2.5, "10", null),
});
