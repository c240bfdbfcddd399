import fc from "fast-check";
import { type AcceleratorSettings, CLIENT_AFFINITIES } from "../../src/stacks/accelerator/settings";
import type { BrokenField } from "./broken-field";

export const anyAccelerator: fc.Arbitrary<AcceleratorSettings> = fc.record({
  enabled: fc.boolean(),
  clientAffinity: fc.constantFrom(...CLIENT_AFFINITIES),
  trafficPercent: fc.integer({ min: 0, max: 100 }),
});

export const brokenAccelerator: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("accelerator.trafficPercent"), value: fc.constantFrom(-1, 101, 1.5, "50") }),
  fc.record({ path: fc.constant("accelerator.clientAffinity"), value: fc.constantFrom("", "none", true) }),
);
