import fc from "fast-check";
import { LOG_RETENTION_DAYS } from "../../src/spec/setting-types";
import { AURORA_VERSION_NAMES, type AuroraSettings } from "../../src/stacks/aurora/settings";
import type { BrokenField } from "./broken-field";

const halves = fc.integer({ min: 0, max: 512 }).map((count) => count / 2);

export const anyAurora: fc.Arbitrary<AuroraSettings> = fc
  .record({
    enabled: fc.boolean(),
    version: fc.constantFrom(...AURORA_VERSION_NAMES),
    capacity: fc.tuple(halves, halves).map((pair) => pair.sort((a, b) => a - b)),
    instances: fc.constantFrom(1 as const, 2 as const),
    backupDays: fc.integer({ min: 1, max: 35 }),
    deletionProtection: fc.boolean(),
    logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
  })
  .map(({ capacity, ...rest }) => ({
    ...rest,
    minAcu: capacity[0] ?? 0,
    maxAcu: Math.max(1, capacity[1] ?? 1),
  }));

export const brokenAurora: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({ path: fc.constant("aurora.version"), value: fc.constantFrom("11.1", "", null) }),
  fc.record({
    path: fc.constantFrom("aurora.minAcu", "aurora.maxAcu"),
    value: fc.constantFrom(-1, 257, "2", Number.NaN, null),
  }),
  fc.record({ path: fc.constant("aurora.maxAcu"), value: fc.constantFrom(0, 1.25, 300.5) }),
  fc.record({ path: fc.constant("aurora.instances"), value: fc.constantFrom(0, 3, "1") }),
  fc.record({ path: fc.constant("aurora.backupDays"), value: fc.constantFrom(0, 36, 1.5) }),
);
