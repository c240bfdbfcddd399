import fc from "fast-check";
import { LOG_RETENTION_DAYS } from "../../src/spec/setting-types";
import type { EventsSettings } from "../../src/stacks/events/settings";
import type { BrokenField } from "./broken-field";

export const anyEvents: fc.Arbitrary<EventsSettings> = fc.record({
  archiveDays: fc.integer({ min: 1, max: 365 }),
  logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
  maxReceiveCount: fc.integer({ min: 1, max: 100 }),
  queueRetentionDays: fc.integer({ min: 1, max: 13 }),
});

export const brokenEvents: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("events.logRetentionDays"), value: fc.constantFrom(0, 2, 4000, "7") }),
  fc.record({
    path: fc.constantFrom("events.archiveDays", "events.maxReceiveCount", "events.queueRetentionDays"),
    value: fc.constantFrom(0, -1, 366, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "3", null),
  }),
);
