import fc from "fast-check";
import type { ComplianceSettings } from "../../src/stacks/compliance/settings";
import type { BrokenField } from "./broken-field";

const settings = fc.record({
  enabled: fc.boolean(),
  recorder: fc.boolean(),
  accountRecorder: fc.boolean(),
  trail: fc.boolean(),
  securityHub: fc.boolean(),
  recordRetentionDays: fc.integer({ min: 90, max: 3650 }),
});

/** Rules need a recorder, and an account has one. */
export const anyCompliance: fc.Arbitrary<ComplianceSettings> = settings.map((compliance) => ({
  ...compliance,
  accountRecorder: !compliance.recorder && (compliance.enabled || compliance.accountRecorder),
}));

export const brokenCompliance: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({
    path: fc.constant("compliance.recordRetentionDays"),
    value: fc.constantFrom(0, 89, 3651, 365.5, "365"),
  }),
  fc.record({
    path: fc.constantFrom(
      "compliance.recorder",
      "compliance.accountRecorder",
      "compliance.trail",
      "compliance.securityHub",
    ),
    value: fc.constantFrom("yes", 1, null),
  }),
);
