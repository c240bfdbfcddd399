import fc from "fast-check";
import { BASTION_TYPES, type BastionSettings } from "../../src/stacks/bastion/settings";
import type { BrokenField } from "./broken-field";
import { anySourceCidrs, brokenSourceCidrs } from "./source-cidrs";

export const anyBastion: fc.Arbitrary<BastionSettings> = fc.record({
  enabled: fc.boolean(),
  instanceType: fc.constantFrom(...BASTION_TYPES),
  sshCidrs: anySourceCidrs,
  diskGb: fc.integer({ min: 8, max: 200 }),
});

export const brokenBastion: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("bastion.sshCidrs"), value: brokenSourceCidrs }),
  fc.record({ path: fc.constant("bastion.diskGb"), value: fc.constantFrom(7, 201, 8.5, "10") }),
  fc.record({ path: fc.constant("bastion.instanceType"), value: fc.constantFrom("t3.micro", "", 1) }),
);
