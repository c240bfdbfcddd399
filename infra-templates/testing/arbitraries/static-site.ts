import fc from "fast-check";
import type { StaticSiteSpec } from "../../src/blueprints/static-site/stacks";
import type { BrokenField } from "./broken-field";
import { anyEdge, brokenEdge } from "./edge";
import { anyTraffic } from "./traffic";

export const anyStaticSite: fc.Arbitrary<StaticSiteSpec> = fc.record({
  edge: anyEdge.map((edge) => ({ ...edge, enabled: true as const, alb: false as const })),
  traffic: anyTraffic.map(({ requestsPerSecond, hoursPerDay, byHour, kbPerResponse }) => ({
    requestsPerSecond,
    hoursPerDay,
    byHour,
    kbPerResponse,
  })),
});

export const brokenStaticSite: fc.Arbitrary<BrokenField> = fc.oneof(
  brokenEdge,
  fc.record({ path: fc.constant("edge.enabled"), value: fc.constant(false) }),
  fc.record({ path: fc.constant("edge.alb"), value: fc.constant(true) }),
  fc.record({ path: fc.constant("traffic.kbPerResponse"), value: fc.constantFrom(-1, 10_001, "20") }),
  fc.record({ path: fc.constantFrom("edge.surprise", "network"), value: fc.anything() }),
);
