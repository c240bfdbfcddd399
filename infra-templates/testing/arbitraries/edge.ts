import fc from "fast-check";
import { LOG_RETENTION_DAYS } from "../../src/spec/setting-types";
import { type EdgeSettings, PRICE_CLASSES, VIEWER_FUNCTIONS, WAF_LOGS } from "../../src/stacks/edge/settings";
import type { BrokenField } from "./broken-field";
import { anyPublicSourceCidrs, brokenSourceCidrs } from "./source-cidrs";

/** The day that checks of what is drawn count from, always the same, so that a seed draws the same. */
export const TODAY = "2026-12-01";

/** A day that may end a load test: one to 29 days from then. */
const day = fc
  .integer({ min: 1, max: 29 })
  .map((days) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10));

/** A load test with the networks it comes from, or networks that nobody uses yet. */
const loadTest = fc
  .record({ until: fc.option(day, { nil: "" }), sources: anyPublicSourceCidrs })
  .map(({ until, sources }) => ({
    loadTestUntil: until,
    loadTestSources: until !== "" && sources.length === 0 ? ["203.0.113.0/28"] : sources,
  }));

const settings = fc.record({
  enabled: fc.boolean(),
  domain: fc
    .tuple(
      fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?(\.[a-z]([a-z0-9-]{0,10}[a-z0-9])?){0,2}$/),
      fc.constantFrom("box-office.com", "tickets.kr", "sale.co.kr", "shows.dev"),
    )
    .map((parts) => parts.join(".")),
  parentZoneId: fc.constantFrom("", "Z0123456789ABCDEF"),
  alb: fc.boolean(),
  deletionProtection: fc.boolean(),
  priceClass: fc.constantFrom(...PRICE_CLASSES),
  viewerFunction: fc.constantFrom(...VIEWER_FUNCTIONS),
  siteRetentionDays: fc.integer({ min: 1, max: 365 }),
  accessLogs: fc.boolean(),
  accessLogDays: fc.integer({ min: 1, max: 3650 }),
  botControl: fc.boolean(),
  rateLimitPerMinute: fc.integer({ min: 10, max: 1_000_000 }),
  wafLogs: fc.constantFrom(...WAF_LOGS),
  wafLogRetentionDays: fc.constantFrom(...LOG_RETENTION_DAYS),
  loadTestAgent: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ./_-]{3,40}$/),
});

export const anyEdge: fc.Arbitrary<EdgeSettings> = fc
  .tuple(settings, loadTest)
  .map(([edge, test]) => ({ ...edge, ...test }));

export const brokenEdge: fc.Arbitrary<BrokenField> = fc.oneof(
  fc.record({
    path: fc.constant("edge.domain"),
    value: fc.constantFrom(
      "",
      "tickets",
      "Tickets.example",
      "tickets..example",
      "-a.example",
      "a_b.example",
      "https://tickets.example",
      "tickets.example.",
      "10.0.0.1",
      `${"a".repeat(60)}.example`,
      7,
    ),
  }),
  fc.record({
    path: fc.constant("edge.parentZoneId"),
    value: fc.constantFrom("z123456", "Z 1", "zone", null),
  }),
  fc.record({ path: fc.constant("edge.loadTestSources"), value: brokenSourceCidrs }),
  fc.record({ path: fc.constant("edge.loadTestSources"), value: fc.constant(["10.1.0.0/16"]) }),
  fc.record({
    path: fc.constant("edge.loadTestUntil"),
    value: fc.constantFrom("2026-02-30", "2026-13-01", "tomorrow", "2026-1-1", " ", 7),
  }),
  fc.record({
    path: fc.constant("edge.loadTestAgent"),
    value: fc.constantFrom("", "abc", '"*"', "a".repeat(101)),
  }),
  fc.record({
    path: fc.constantFrom("edge.siteRetentionDays", "edge.accessLogDays", "edge.wafLogRetentionDays"),
    value: fc.constantFrom(0, 3651, 1.5, "7"),
  }),
  fc.record({ path: fc.constant("edge.rateLimitPerMinute"), value: fc.constantFrom(0, 9, 1_000_001, null) }),
  fc.record({
    path: fc.constantFrom("edge.priceClass", "edge.viewerFunction", "edge.wafLogs"),
    value: fc.constantFrom("", "some", true),
  }),
);
