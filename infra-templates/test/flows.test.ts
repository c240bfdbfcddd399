import { defaultPriceBook } from "@greenroom/pricing";
import type { Estimate } from "@greenroom/pricing/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateSpec } from "../../packages/costs/src/index";
import { TICKETING_PRESETS } from "../src/blueprints/ticketing/presets";
import type { TicketingSpec } from "../src/blueprints/ticketing/stacks";
import { BLUEPRINTS, type BlueprintId, type BlueprintModel } from "../src/catalog";
import type { Flow, LegKind } from "../src/flows/flow";
import { requestsPerMonth } from "../src/traffic/rates";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";

const NOW = new Date("2026-11-30T00:00:00Z");

function estimateOf(model: BlueprintModel, spec: unknown): Estimate {
  const stage = model.presets[0]?.stages[0] ?? "dev";
  const input = {
    blueprint: model.id,
    stage,
    region: "ap-northeast-2",
    spec: spec as Record<string, unknown>,
  };
  return estimateSpec({ book: defaultPriceBook(), now: () => NOW }, input);
}

/** What AWS charges by the GB: the components that do it, and how often each leg of a path counts there. */
const CHARGES: Record<string, { type: string; name: RegExp; legs: Partial<Record<LegKind, number>> }> = {
  "out to the internet": {
    type: "AWS::EC2::VPC",
    name: /^Outbound data transfer to Internet/,
    legs: { toInternet: 1 },
  },
  "between zones, both directions": {
    type: "AWS::EC2::VPC",
    name: /^Intra-region data transfer/,
    legs: { acrossZones: 2, acrossZonesToService: 1 },
  },
  "to other regions": {
    type: "AWS::EC2::VPC",
    name: /^Outbound data transfer to other regions/,
    legs: { toOtherRegion: 1 },
  },
  "processed by NAT": { type: "AWS::EC2::NatGateway", name: /^Data processed/, legs: { nat: 1 } },
  "processed by endpoints": {
    type: "AWS::EC2::VPCEndpoint",
    name: /^Data processed/,
    legs: { interfaceEndpoint: 1 },
  },
  "out by CloudFront": {
    type: "AWS::CloudFront::Distribution",
    name: /: Data transfer out to internet/,
    legs: { cloudFrontToVisitors: 1 },
  },
  "to CloudFront's origins": {
    type: "AWS::CloudFront::Distribution",
    name: /: Data transfer out to origin/,
    legs: { cloudFrontToOrigin: 1 },
  },
};
const PREMIUM = { type: "AWS::GlobalAccelerator::EndpointGroup", name: /DT-premium/ };

const gbOf = (flows: readonly Flow[], counts: Partial<Record<LegKind, number>>) =>
  flows.reduce(
    (sum, { path, gb }) => sum + path.reduce((times, { kind }) => times + (counts[kind] ?? 0), 0) * gb,
    0,
  );

function chargedGb({ resources }: Estimate, { type, name }: { type: string; name: RegExp }): number {
  return resources
    .filter(({ resourceType }) => resourceType === type)
    .flatMap(({ components }) => components)
    .filter((component) => name.test(component.name))
    .reduce((sum, component) => sum + Number(component.monthlyQuantity.expected), 0);
}

/** Figures of usage have three decimals each, and an estimate adds up to some twenty of them. */
const SLACK_GB = 0.02;
const close = (gb: number, other: number) => expect(Math.abs(gb - other)).toBeLessThanOrEqual(SLACK_GB);

function holdsTheFlows(model: BlueprintModel, spec: unknown): void {
  const flows = model.flows(spec);
  const estimate = estimateOf(model, spec);
  for (const charge of Object.values(CHARGES)) close(chargedGb(estimate, charge), gbOf(flows, charge.legs));
  const premium = [gbOf(flows, { outByAccelerator: 1 }), gbOf(flows, { inByAccelerator: 1 })];
  close(chargedGb(estimate, PREMIUM), Math.max(...premium));
}

/** Where a flow leaves AWS or its zone: no flow leaves twice. */
const EXITS: readonly LegKind[] = ["cloudFrontToVisitors", "toInternet", "toOtherRegion"];
const CROSSINGS: readonly LegKind[] = ["withinZone", "acrossZones", "acrossZonesToService"];

function takesOneWay({ from, to, path, gb }: Flow): void {
  const count = (kinds: readonly LegKind[]) => path.filter(({ kind }) => kinds.includes(kind)).length;
  expect(gb).toBeGreaterThanOrEqual(0);
  expect(new Set(path.map(({ kind, resource }) => `${kind} ${resource}`)).size).toBe(path.length);
  expect(count(EXITS)).toBe(["visitors", "internet", "otherRegion"].includes(to) ? 1 : 0);
  expect(count(["fromInternet"])).toBe(["visitors", "internet"].includes(from) ? 1 : 0);
  expect(count(CROSSINGS)).toBeLessThanOrEqual(1);
  expect(count(["nat", "interfaceEndpoint", "gatewayEndpoint"])).toBeLessThanOrEqual(1);
}

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))(
  "the data that moves in %s",
  (id, model) => {
    it.each(model.presets.map(({ key, spec }) => [key, spec] as const))(
      "is charged once and only once in %s",
      (_key, spec) => holdsTheFlows(model, spec),
    );

    it("is charged once and only once in any spec, each flow by one way", () => {
      fc.assert(
        fc.property(BLUEPRINT_ARBITRARIES[id as BlueprintId].valid, (drawn) => {
          const spec = model.specSchema.parse(drawn);
          holdsTheFlows(model, spec);
          for (const flow of model.flows(spec)) takesOneWay(flow);
        }),
        { numRuns: 30 },
      );
    }, 60_000);

    it("says in both languages where each figure comes from", () => {
      for (const { spec } of model.presets) {
        for (const { assumption } of model.flows(spec)) {
          expect(assumption.en).not.toMatch(/\.$/);
          expect(assumption.ko).toMatch(/[가-힣]/);
        }
      }
    });
  },
);

describe("a choice of the ticketing platform", () => {
  const ticketing = BLUEPRINTS.find(({ id }) => id === "ticketing") as BlueprintModel;
  const flowsOf = (spec: TicketingSpec) => ticketing.flows(ticketing.specSchema.parse(spec));
  const anySpec = BLUEPRINT_ARBITRARIES.ticketing.valid as fc.Arbitrary<TicketingSpec>;

  it("moves what visitors get between CloudFront and the accelerator, and loses nothing", () => {
    fc.assert(
      fc.property(anySpec, fc.boolean(), (drawn, enabled) => {
        const spec = {
          ...drawn,
          edge: { ...drawn.edge, enabled: true, alb: true },
          accelerator: { ...drawn.accelerator, enabled, trafficPercent: 100 },
        };
        const toVisitors = flowsOf(spec).filter(({ to }) => to === "visitors");
        const expected = (requestsPerMonth(spec.traffic) * spec.traffic.kbPerResponse) / 1e6;
        const sum = gbOf(toVisitors, { cloudFrontToVisitors: 1, toInternet: 1 });
        expect(Math.abs(sum - expected)).toBeLessThanOrEqual(expected * 1e-9);
      }),
    );
  });

  it("moves the figure for NAT between gateways and endpoints, and crosses zones only to a single gateway", () => {
    fc.assert(
      fc.property(anySpec, fc.constantFrom("single" as const, "per-zone" as const), (drawn, nat) => {
        const network = { ...drawn.network, nat };
        const flows = flowsOf({ ...drawn, network });
        close(gbOf(flows, { nat: 1, interfaceEndpoint: 1 }), drawn.traffic.natGbPerMonth);
        const throughNat = flows.filter(({ path }) => path.some(({ kind }) => kind === "nat"));
        const crossing = nat === "single" ? (network.zones - 1) / network.zones : 0;
        close(gbOf(throughNat, { acrossZones: 1 }), gbOf(flows, { nat: 1 }) * crossing);
      }),
    );
  });

  it("charges data transfer out beside the accelerator's premium, and asks no price that the book lacks", () => {
    const prod = TICKETING_PRESETS.find(({ key }) => key === "prod")?.spec as TicketingSpec;
    const accelerated = { ...prod, accelerator: { ...prod.accelerator, enabled: true } };
    const [without, withIt] = [prod, accelerated].map((spec) => estimateOf(ticketing, spec));
    const internetUsd = (estimate: Estimate | undefined) =>
      estimate?.resources
        .flatMap(({ components }) => components)
        .find(({ name }) => name.startsWith("Outbound data transfer to Internet"))?.monthlyCostUsd?.expected;
    expect(Number(internetUsd(withIt)) - Number(internetUsd(without))).toBeCloseTo(198.6768, 6);
    const parts = withIt?.resources.filter(({ stackKey }) => stackKey === "accelerator") ?? [];
    const costs = parts.flatMap(({ components }) =>
      components.map(({ name, monthlyCostUsd }) => [name, monthlyCostUsd?.expected]),
    );
    expect(costs).toContainEqual(["Asia Pacific: Outbound DT-premium fee", "67.8024"]);
    expect(costs).toContainEqual(["CAPTCHA attempts", "630.72"]);
    expect(costs.filter(([, usd]) => usd === undefined)).toEqual([]);
  });
});
