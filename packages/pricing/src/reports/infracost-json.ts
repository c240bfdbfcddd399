import { say } from "@greenroom/messages";
import { boundDifference } from "../bound-difference";
import { Decimal } from "../ranges";
import {
  type CostComponent,
  type CostRange,
  type DifferenceBound,
  type Estimate,
  isAtLeast,
  isUnpriced,
  leftOutOf,
  priceAge,
  type ResourceCost,
} from "../schema";
import { HOURS_PER_MONTH } from "../schema/hours";
import { diffResources } from "./infracost-diff";

/** Version of Infracost's output that this follows. */
const OUTPUT_VERSION = "0.2";

/**
 * An estimate in the shape of Infracost's JSON output, one project a stack, so that tools which read that
 * read this. Ours beside it: `low` and `high` wherever there is a cost, and on each component its price's
 * source, date and the assumption of its quantity. Money is decimal text, per month of 730 hours and per
 * hour.
 */
export function toInfracostJson(
  estimate: Estimate,
  { before, now, command }: { before?: Estimate | null; now: Date; command: string },
) {
  const keys = [...new Set([...(before?.resources ?? []), ...estimate.resources].map((r) => r.stackKey))];
  const past = before ? before.monthlyUsd : ZERO;
  // Without a before nothing is compared: all of it is new.
  const difference = before ? boundDifference(before, estimate) : null;
  return {
    version: OUTPUT_VERSION,
    metadata: {
      infracostCommand: command,
      vcsBranch: "",
      vcsCommitSha: "",
      vcsCommitAuthorName: "",
      vcsCommitAuthorEmail: "",
      vcsCommitTimestamp: now.toISOString(),
      vcsCommitMessage: "",
    },
    currency: estimate.currency,
    projects: keys.map((key) => toProject(key, estimate, before ?? null)),
    ...totals("total", estimate.monthlyUsd),
    ...totals("pastTotal", past),
    ...diffTotals(subtract(estimate.monthlyUsd, past), difference?.bound ?? "EXACT"),
    ...(difference && toDiffTerms(difference, minus(estimate.monthlyUsd.expected, past.expected))),
    low: estimate.monthlyUsd.low,
    high: estimate.monthlyUsd.high,
    isAtLeast: isAtLeast(estimate),
    leftOut: leftOutOf(estimate),
    unpricedComponents: estimate.unpricedComponentCount,
    staleComponents: estimate.staleComponentCount,
    notModelled: estimate.notModelled,
    priceAge: priceAge(estimate),
    priceBookAsOf: estimate.priceBookAsOf,
    timeGenerated: now.toISOString(),
    summary: toSummary(estimate.resources),
  };
}

const ZERO: CostRange = { low: "0", expected: "0", high: "0" };

function totals(prefix: "total" | "pastTotal" | "diffTotal", monthly: CostRange) {
  return {
    [`${prefix}HourlyCost`]: perHour(monthly.expected),
    [`${prefix}MonthlyCost`]: monthly.expected,
  } as Record<`${typeof prefix}${"Hourly" | "Monthly"}Cost`, string>;
}

/** Null where what has no price keeps the difference from being all of it. */
function diffTotals(monthly: CostRange, bound: DifferenceBound["bound"]) {
  const { diffTotalHourlyCost, diffTotalMonthlyCost } = totals("diffTotal", monthly);
  return bound === "EXACT"
    ? { diffTotalHourlyCost, diffTotalMonthlyCost }
    : { diffTotalHourlyCost: null, diffTotalMonthlyCost: null };
}

/** What is certain of the difference, and the parts that leave it open. */
function toDiffTerms({ bound, leftOutBefore, leftOutAfter, leftOutAlike }: DifferenceBound, monthly: string) {
  return {
    diffBound: bound,
    diffTotalMonthlyCostAtLeast: bound === "EXACT" || bound === "AT_LEAST" ? monthly : null,
    diffTotalMonthlyCostAtMost: bound === "EXACT" || bound === "AT_MOST" ? monthly : null,
    diffLeftOut: { before: leftOutBefore, after: leftOutAfter, alike: leftOutAlike },
  };
}

function toProject(key: string, estimate: Estimate, before: Estimate | null) {
  const now = estimate.resources.filter(({ stackKey }) => stackKey === key);
  const then = before?.resources.filter(({ stackKey }) => stackKey === key) ?? [];
  const { leftOutBefore, leftOutAfter } = boundDifference({ resources: then }, { resources: now });
  const leftOut = before === null ? [] : [...leftOutBefore, ...leftOutAfter];
  const open = new Set(leftOut.map(({ logicalId }) => logicalId));
  const isExact = leftOut.length === 0;
  const less = (fresh: string, past: string) => (isExact ? minus(fresh, past) : null);
  const breakdown = toBreakdown(now);
  const pastBreakdown = toBreakdown(then);
  return {
    name: key,
    displayName: key,
    metadata: { path: key, type: "cloudformation" },
    pastBreakdown,
    breakdown,
    diff: {
      resources: diffResources(pastBreakdown.resources, breakdown.resources, open),
      totalHourlyCost: less(breakdown.totalHourlyCost, pastBreakdown.totalHourlyCost),
      totalMonthlyCost: less(breakdown.totalMonthlyCost, pastBreakdown.totalMonthlyCost),
      totalMonthlyUsageCost: less(breakdown.totalMonthlyUsageCost, pastBreakdown.totalMonthlyUsageCost),
    },
    summary: toSummary(now),
  };
}

function toBreakdown(resources: readonly ResourceCost[]) {
  const priced = resources.filter(({ coverage }) => coverage === "PRICED").map(toResource);
  const free = resources.filter(({ coverage }) => coverage === "FREE");
  return {
    resources: priced,
    freeResources: free.map(({ logicalId, resourceType, reason }) => ({
      name: logicalId,
      resourceType,
      metadata: { reason },
    })),
    totalHourlyCost: sum(priced.map(({ hourlyCost }) => hourlyCost)),
    totalMonthlyCost: sum(priced.map(({ monthlyCost }) => monthlyCost)),
    totalMonthlyUsageCost: sum(priced.map(({ monthlyUsageCost }) => monthlyUsageCost)),
  };
}

function toResource({ logicalId, resourceType, components }: ResourceCost) {
  const costOf = (some: readonly CostComponent[], bound: keyof CostRange) =>
    sum(some.map(({ monthlyCostUsd }) => monthlyCostUsd?.[bound] ?? "0"));
  const monthlyCost = costOf(components, "expected");
  return {
    name: logicalId,
    resourceType,
    metadata: {},
    hourlyCost: perHour(monthlyCost),
    monthlyCost,
    monthlyUsageCost: costOf(
      components.filter(({ isUsageBased }) => isUsageBased),
      "expected",
    ),
    low: costOf(components, "low"),
    high: costOf(components, "high"),
    costComponents: components.map(toComponent),
  };
}

function toComponent(component: CostComponent) {
  const { monthlyQuantity, monthlyCostUsd, unitPriceUsd } = component;
  // A figure that nobody gave is no figure: Infracost writes null, and shows the unit price alone.
  const isKnown = component.missingUsage === undefined && component.notKnown === undefined;
  const cost = isKnown ? (monthlyCostUsd?.expected ?? null) : null;
  return {
    name: component.name,
    unit: component.unit,
    hourlyQuantity: isKnown ? perHour(monthlyQuantity.expected) : null,
    monthlyQuantity: isKnown ? monthlyQuantity.expected : null,
    price: unitPriceUsd,
    hourlyCost: cost === null ? null : perHour(cost),
    monthlyCost: cost,
    usageBased: component.isUsageBased,
    priceNotFound: unitPriceUsd === null,
    low: isKnown ? (monthlyCostUsd?.low ?? null) : null,
    high: isKnown ? (monthlyCostUsd?.high ?? null) : null,
    unpriced: unitPriceUsd === null,
    leftOut: isUnpriced(component),
    source: component.source,
    asOf: component.asOf,
    stale: component.isStale,
    assumption: say("en", component.assumption),
    missingUsage: component.missingUsage ?? null,
    notKnown: component.notKnown ?? null,
  };
}

function toSummary(resources: readonly ResourceCost[]) {
  const count = (coverage: ResourceCost["coverage"]) =>
    resources.filter((resource) => resource.coverage === coverage).length;
  const unsupported = resources.filter(({ coverage }) => coverage === "NOT_MODELLED");
  const unsupportedResourceCounts: Record<string, number> = {};
  for (const { resourceType } of unsupported) {
    unsupportedResourceCounts[resourceType] = (unsupportedResourceCounts[resourceType] ?? 0) + 1;
  }
  return {
    totalDetectedResources: resources.length,
    totalSupportedResources: count("PRICED"),
    totalUnsupportedResources: unsupported.length,
    totalUsageBasedResources: resources.filter(({ components }) => components.some((c) => c.isUsageBased))
      .length,
    totalNoPriceResources: count("FREE"),
    unsupportedResourceCounts,
    noPriceResourceCounts: countFree(resources),
  };
}

function countFree(resources: readonly ResourceCost[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { coverage, resourceType } of resources) {
    if (coverage === "FREE") counts[resourceType] = (counts[resourceType] ?? 0) + 1;
  }
  return counts;
}

/** Twelve decimals: an hour of the smallest charge is still told. */
const perHour = (monthly: string): string =>
  new Decimal(monthly).div(HOURS_PER_MONTH).toDecimalPlaces(12).toFixed();
const minus = (a: string, b: string): string => new Decimal(a).minus(b).toFixed();
const sum = (parts: readonly string[]): string =>
  parts.reduce((total, part) => total.plus(part), new Decimal(0)).toFixed();
const subtract = (a: CostRange, b: CostRange): CostRange => ({
  low: minus(a.low, b.low),
  expected: minus(a.expected, b.expected),
  high: minus(a.high, b.high),
});
