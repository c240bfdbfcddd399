import fc from "fast-check";
import { LOAD_TYPES } from "../../src/blueprints/cache-lab/load-generator/settings";
import type { CacheLabSpec } from "../../src/blueprints/cache-lab/stacks";
import type { BrokenField } from "./broken-field";
import { anyCache, brokenCache } from "./cache";
import { anyNetwork, brokenNetwork } from "./network";
import { anyTraffic } from "./traffic";

/** Machines need a way out, so there are none where there is no NAT gateway. */
export const anyCacheLab: fc.Arbitrary<CacheLabSpec> = fc
  .record({
    network: anyNetwork,
    cache: anyCache.map((cache) => ({ ...cache, enabled: true as const })),
    loadGenerator: fc.record({
      instanceType: fc.constantFrom(...LOAD_TYPES),
      instances: fc.integer({ min: 0, max: 20 }),
    }),
    traffic: anyTraffic.map(({ requestsPerSecond, hoursPerDay, byHour, natGbPerMonth }) => ({
      requestsPerSecond,
      hoursPerDay,
      byHour,
      natGbPerMonth,
    })),
  })
  .map((spec) =>
    spec.network.nat === "none" ? { ...spec, loadGenerator: { ...spec.loadGenerator, instances: 0 } } : spec,
  );

export const brokenCacheLab: fc.Arbitrary<BrokenField> = fc.oneof(
  brokenCache,
  brokenNetwork,
  fc.record({ path: fc.constant("cache.enabled"), value: fc.constant(false) }),
  fc.record({ path: fc.constant("loadGenerator.instances"), value: fc.constantFrom(-1, 21, 1.5, "2", null) }),
  fc.record({
    path: fc.constant("loadGenerator.instanceType"),
    value: fc.constantFrom("p5.48xlarge", "", null),
  }),
  fc.record({
    path: fc.constantFrom("traffic.storageGb", "data", "loadGenerator.surprise"),
    value: fc.constant(1),
  }),
);
