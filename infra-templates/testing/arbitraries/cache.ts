import fc from "fast-check";
import { LOG_RETENTION_DAYS, WEEKDAYS } from "../../src/spec/setting-types";
import { canAutoscale, existsIn, NODE_TYPE_NAMES } from "../../src/stacks/cache/node-types";
import { CACHE_ENGINE_NAMES, type CacheSettings } from "../../src/stacks/cache/settings";
import type { BrokenField } from "./broken-field";

/** Node types of every region, since the context is made apart from the spec. */
const everywhere = NODE_TYPE_NAMES.filter((name) => existsIn("ap-northeast-2", name));
const scalable = everywhere.filter(canAutoscale);

const shards = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 21, max: 500 }) },
);

export const anyCache: fc.Arbitrary<CacheSettings> = fc
  .record({
    enabled: fc.boolean(),
    engine: fc.constantFrom(...CACHE_ENGINE_NAMES),
    counts: fc.tuple(shards, shards, shards).map((counts) => counts.sort((a, b) => a - b)),
    replicas: fc.integer({ min: 0, max: 5 }),
    multiAz: fc.boolean(),
    node: fc.oneof(
      fc.record({ autoscaling: fc.constant(true), nodeType: fc.constantFrom(...scalable) }),
      fc.record({ autoscaling: fc.constant(false), nodeType: fc.constantFrom(...everywhere) }),
    ),
    snapshotDays: fc.integer({ min: 0, max: 35 }),
    snapshotHour: fc.integer({ min: 0, max: 23 }),
    maintenanceDay: fc.constantFrom(...WEEKDAYS),
    logRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
  })
  .map(({ counts, node, replicas, multiAz, ...rest }) => {
    const [minShards = 1, shards = 1, maxShards = 1] = counts;
    // Five hundred nodes in all.
    const fitting = Math.min(replicas, Math.floor(500 / maxShards) - 1);
    return {
      ...rest,
      ...node,
      minShards,
      shards,
      maxShards,
      replicas: fitting,
      multiAz: multiAz && fitting > 0,
    };
  });

export const brokenCache: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({
    path: fc.constantFrom("cache.shards", "cache.minShards", "cache.maxShards"),
    value: fc.constantFrom(0, -1, 1.5, "8", null),
  }),
  fc.record({ path: fc.constant("cache.shards"), value: fc.constantFrom(501, 1000) }),
  fc.record({ path: fc.constant("cache.replicas"), value: fc.constantFrom(-1, 6, 0.5) }),
  fc.record({ path: fc.constant("cache.engine"), value: fc.constantFrom("redis-2.8", "memcached", null) }),
  fc.record({ path: fc.constant("cache.nodeType"), value: fc.constantFrom("cache.m7g", "m7g.xlarge", "") }),
  fc.record({ path: fc.constant("cache.snapshotDays"), value: fc.constantFrom(-1, 36, "7") }),
  fc.record({ path: fc.constant("cache.snapshotHour"), value: fc.constantFrom(-1, 24) }),
  fc.record({ path: fc.constant("cache.maintenanceDay"), value: fc.constantFrom("sunday", 0) }),
  fc.record({ path: fc.constant("cache.logRetentionDays"), value: fc.constantFrom(0, 2, 4000) }),
);
