import fc from "fast-check";
import type { BackupSettings } from "../../src/stacks/backup/settings";
import type { BrokenField } from "./broken-field";

export const anyBackup: fc.Arbitrary<BackupSettings> = fc.record({
  enabled: fc.boolean(),
  hour: fc.integer({ min: 0, max: 23 }),
  dailyRetentionDays: fc.integer({ min: 1, max: 365 }),
  monthly: fc.boolean(),
  monthlyRetentionDays: fc.integer({ min: 31, max: 3650 }),
  locked: fc.boolean(),
});

export const brokenBackup: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({
    path: fc.constantFrom("backup.dailyRetentionDays", "backup.monthlyRetentionDays"),
    value: fc.constantFrom(0, 3651, 7.5, "7", null),
  }),
  fc.record({ path: fc.constant("backup.hour"), value: fc.constantFrom(-1, 24, "18") }),
  fc.record({ path: fc.constantFrom("backup.enabled", "backup.locked"), value: fc.constantFrom("yes", 1) }),
);
