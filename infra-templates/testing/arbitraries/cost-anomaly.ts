import fc from "fast-check";
import type { CostAnomalySettings } from "../../src/stacks/cost-anomaly/settings";
import type { BrokenField } from "./broken-field";
import { anyEmails, wrongEmails } from "./email";

export const anyCostAnomaly: fc.Arbitrary<CostAnomalySettings> = fc.record({
  enabled: fc.boolean(),
  thresholdUsd: fc.integer({ min: 1, max: 100_000 }),
  frequency: fc.constantFrom("DAILY" as const, "WEEKLY" as const),
  emails: anyEmails,
});

export const brokenCostAnomaly: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("costAnomaly.thresholdUsd"), value: fc.constantFrom(0, 100_001, 0.5, "50") }),
  fc.record({ path: fc.constant("costAnomaly.frequency"), value: fc.constantFrom("IMMEDIATE", "", null) }),
  fc.record({ path: fc.constant("costAnomaly.emails"), value: wrongEmails }),
);
