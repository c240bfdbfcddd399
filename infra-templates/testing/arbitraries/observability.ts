import fc from "fast-check";
import { LOG_RETENTION_DAYS } from "../../src/spec/setting-types";
import { MAILED_FROM, type ObservabilitySettings } from "../../src/stacks/observability/settings";
import type { BrokenField } from "./broken-field";
import { anyEmails, wrongEmails } from "./email";

export const anyObservability: fc.Arbitrary<ObservabilitySettings> = fc.record({
  enabled: fc.boolean(),
  emails: anyEmails,
  mailedFrom: fc.constantFrom(...MAILED_FROM),
  prometheus: fc.boolean(),
  grafana: fc.boolean(),
  dashboards: fc.boolean(),
  tracing: fc.boolean(),
  logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
});

export const brokenObservability: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("observability.emails"), value: wrongEmails }),
  fc.record({ path: fc.constant("observability.mailedFrom"), value: fc.constantFrom("", "error", true) }),
  fc.record({
    path: fc.constantFrom("observability.enabled", "observability.grafana", "observability.tracing"),
    value: fc.constantFrom("yes", 1, null),
  }),
  fc.record({ path: fc.constant("observability.logRetentionDays"), value: fc.constantFrom(0, 2, "7") }),
);
