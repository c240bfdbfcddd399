import { message } from "@greenroom/messages";
import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { refuse } from "../../spec/refuse";
import { logRetention, whole } from "../../spec/setting-types";
import { domainSchema } from "./domain";
import { isDay, loadTestAgent, loadTestDay, loadTestSources } from "./load-test";

export const PRICE_CLASSES = ["PriceClass_100", "PriceClass_200", "PriceClass_All"] as const;
export const VIEWER_FUNCTIONS = ["none", "rewrite", "redirect"] as const;
export const WAF_LOGS = ["stopped", "all"] as const;

const hostedZoneId = z.string().superRefine((value, context) => {
  if (value !== "" && !/^Z[A-Z0-9]{5,31}$/.test(value))
    refuse(context, message("spec.zoneId", { value: value.slice(0, 60) }));
});

/** The fields without the rule between them, for blueprints that fix some of them. */
export const edgeFields = z.strictObject({
  enabled: z.boolean(),
  domain: domainSchema,
  /** Route 53 zone of the account that the domain lies in; empty: somebody else delegates it. */
  parentZoneId: hostedZoneId,
  alb: z.boolean(),
  /** Of the load balancer; AWS refuses to destroy the environment while it is on. */
  deletionProtection: z.boolean(),
  priceClass: z.enum(PRICE_CLASSES),
  viewerFunction: z.enum(VIEWER_FUNCTIONS),
  /** Days that overwritten and deleted files of the site stay recoverable. */
  siteRetentionDays: whole(1, 365),
  /** Logs of the load balancer, of CloudFront and of the site's bucket. */
  accessLogs: z.boolean(),
  accessLogDays: whole(1, 3650),
  botControl: z.boolean(),
  /** The least that WAF allows is 10. */
  rateLimitPerMinute: whole(10, 1_000_000),
  wafLogs: z.enum(WAF_LOGS),
  wafLogRetentionDays: logRetention,
  loadTestUntil: loadTestDay,
  loadTestSources,
  loadTestAgent,
});
export type EdgeSettings = z.infer<typeof edgeFields>;

/** A load test without named sources would let anybody in who calls himself a load generator. */
export function needsSources(
  edge: Pick<EdgeSettings, "loadTestUntil" | "loadTestSources">,
  context: z.RefinementCtx,
): void {
  if (!isDay(edge.loadTestUntil) || edge.loadTestSources.length > 0) return;
  refuse(context, message("spec.loadTest.noSources", { value: edge.loadTestUntil }), "loadTestSources");
}

export const edgeSettings = edgeFields.superRefine(needsSources);

const base: EdgeSettings = {
  enabled: true,
  domain: "tickets.your-company.com",
  parentZoneId: "",
  alb: true,
  deletionProtection: false,
  priceClass: "PriceClass_200",
  viewerFunction: "rewrite",
  siteRetentionDays: 30,
  accessLogs: true,
  accessLogDays: 90,
  botControl: true,
  rateLimitPerMinute: 1000,
  wafLogs: "stopped",
  wafLogRetentionDays: 90,
  loadTestUntil: "",
  loadTestSources: [],
  loadTestAgent: "greenroom-load-test/1.0",
};

/** The domain is a starting value. */
export const EDGE_SIZES: Record<Size, EdgeSettings> = {
  dev: {
    ...base,
    enabled: false,
    domain: "dev.tickets.your-company.com",
    siteRetentionDays: 7,
    accessLogDays: 7,
    botControl: false,
    wafLogRetentionDays: 7,
  },
  staging: {
    ...base,
    domain: "staging.tickets.your-company.com",
    siteRetentionDays: 14,
    accessLogDays: 14,
    wafLogRetentionDays: 14,
  },
  loadtest: {
    ...base,
    domain: "loadtest.tickets.your-company.com",
    siteRetentionDays: 3,
    accessLogDays: 3,
    wafLogRetentionDays: 3,
  },
  prod: { ...base, deletionProtection: true, priceClass: "PriceClass_All" },
};
