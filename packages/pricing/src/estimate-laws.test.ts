import { verbatim } from "@greenroom/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASES } from "../testing/cases";
import { sampleKeys, variantsOf } from "../testing/draw-drafts";
import { compareEstimates } from "./compare-estimates";
import { estimateTemplates } from "./estimate-templates";
import { COST_MODELS } from "./models";
import { Decimal, sumRanges, toCostRange } from "./ranges";
import { type CostRange, type Estimate, isUnpriced } from "./schema";
import type { Usage, UsageValue } from "./usage";

const decimalsOf = ({ low, expected, high }: CostRange) => ({
  low: new Decimal(low),
  expected: new Decimal(expected),
  high: new Decimal(high),
});

const NOW = new Date("2026-10-15T00:00:00Z");
const usageValue: fc.Arbitrary<UsageValue> = fc
  .tuple(...Array.from({ length: 3 }, () => fc.double({ min: 0, max: 1e11, noNaN: true })))
  .map((values) => {
    const [low = 0, expected = 0, high = 0] = [...values].sort((a, b) => a - b);
    return { low, expected, high, assumption: verbatim("drawn") };
  });

/** Scaling targets of resource A, whatever it turns out to be. */
const TARGETS = Object.fromEntries(
  [
    "dynamodb:table:WriteCapacityUnits",
    "elasticache:replication-group:NodeGroups",
    "elasticache:replication-group:Replicas",
    "ecs:service:DesiredCount",
  ].map((ScalableDimension, index) => [
    `Target${index}`,
    {
      Type: "AWS::ApplicationAutoScaling::ScalableTarget",
      Properties: { ResourceId: { "Fn::Sub": "x/${A}" }, ScalableDimension, MinCapacity: 1, MaxCapacity: 9 },
    },
  ]),
);

interface Case {
  region: string;
  hours: number;
  resources: Record<string, { Type: string; Properties: object }>;
  usage: Record<string, Record<string, UsageValue>>;
}

const drawnResources = fc.dictionary(
  fc.constantFrom(..."ABCDEFGH"),
  fc
    .constantFrom(...COST_MODELS.keys(), "AWS::IAM::Role", "AWS::EC2::Subnet", "AWS::Foo::Bar")
    .chain((Type) =>
      fc.record({ Type: fc.constant(Type), Properties: fc.constantFrom(...variantsOf(Type)) }),
    ),
);

/** Resources of any type in any form, with some of the figures that their models ask for. */
const drawnCase: fc.Arbitrary<Case> = fc
  .record({
    region: fc.constantFrom("ap-northeast-2", "us-east-1", "ap-southeast-1"),
    hours: fc.integer({ min: 1, max: 730 }),
    resources: drawnResources,
    figures: fc.array(fc.option(usageValue), { minLength: 3, maxLength: 7 }),
  })
  .map(({ region, hours, resources, figures }) => ({
    region,
    hours,
    resources: { ...resources, ...besides(resources), ...(resources.A && TARGETS) },
    usage: Object.fromEntries(Object.entries(resources).map(([id, { Type }]) => [id, share(figures, Type)])),
  }));

/** What the drawn forms refer to. */
function besides(resources: Case["resources"]): Case["resources"] {
  const found = Object.values(resources).map(({ Type }) => CASES.get(Type)?.beside ?? {});
  return Object.assign({}, ...found);
}

function share(figures: (UsageValue | null)[], type: string): Record<string, UsageValue> {
  const keys = sampleKeys(COST_MODELS.get(type)?.usageKeys ?? []);
  return Object.fromEntries(
    keys.flatMap((key, index) => {
      const figure = figures[index % figures.length];
      return figure ? [[key, figure]] : [];
    }),
  );
}

function estimate({ region, hours, resources, usage }: Case): Estimate {
  return estimateTemplates({
    stacks: [{ key: "s", region, template: { Resources: resources } }],
    usage: { s: usage } satisfies Usage,
    environmentHours: hours,
    now: NOW,
  });
}

function sum(ranges: (CostRange | null)[]): CostRange {
  return toCostRange(sumRanges(ranges.flatMap((range) => (range ? [decimalsOf(range)] : []))));
}

function isAtLeast(a: CostRange, b: CostRange): boolean {
  return (["low", "expected", "high"] as const).every((bound) => new Decimal(a[bound]).gte(b[bound]));
}

function isInOrder({ low, expected, high }: CostRange): boolean {
  return new Decimal(low).lte(expected) && new Decimal(expected).lte(high);
}

/**
 * The one exception of AWS's: what EFS stores brings throughput along that is otherwise paid for
 * (aws.amazon.com/efs/pricing).
 */
function savesByStoring({ resources }: Case): boolean {
  return Object.values(resources).some(
    ({ Type, Properties }) =>
      Type === "AWS::EFS::FileSystem" && "ProvisionedThroughputInMibps" in (Properties ?? {}),
  );
}

describe("laws of an estimate", () => {
  it("parts sum to the total, by component and by service", () => {
    fc.assert(
      fc.property(drawnCase, (drawn) => {
        const { resources, services, monthlyUsd } = estimate(drawn);
        const components = resources.flatMap((resource) => resource.components);
        expect(sum(components.map((component) => component.monthlyCostUsd))).toEqual(monthlyUsd);
        expect(sum(services.map((service) => service.monthlyUsd))).toEqual(monthlyUsd);
      }),
    );
  });

  it("low ≤ expected ≤ high everywhere", () => {
    fc.assert(
      fc.property(drawnCase, (drawn) => {
        const { resources, services, monthlyUsd } = estimate(drawn);
        const components = resources.flatMap((resource) => resource.components);
        const ranges = [monthlyUsd, ...services.map((service) => service.monthlyUsd)]
          .concat(components.map((component) => component.monthlyQuantity))
          .concat(components.flatMap((component) => component.monthlyCostUsd ?? []));
        expect(ranges.filter((range) => !isInOrder(range))).toEqual([]);
      }),
    );
  });

  it("more usage and more hours never cost less", () => {
    const factor = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(drawnCase, factor, fc.integer({ min: 0, max: 100 }), (drawn, times, hours) => {
        fc.pre(!savesByStoring(drawn));
        const more = structuredClone(drawn);
        more.hours += hours;
        for (const value of Object.values(more.usage).flatMap(Object.values<UsageValue>)) {
          Object.assign(value, {
            low: value.low * times,
            expected: value.expected * times,
            high: value.high * times,
          });
        }
        expect(isAtLeast(estimate(more).monthlyUsd, estimate(drawn).monthlyUsd)).toBe(true);
      }),
    );
  });

  it("the order of resources does not matter", () => {
    fc.assert(
      fc.property(drawnCase, (drawn) => {
        const resources = Object.fromEntries(Object.entries(drawn.resources).reverse());
        expect(estimate({ ...drawn, resources })).toEqual(estimate(drawn));
      }),
    );
  });

  it("what has no price is null, never zero, and counted when it is used", () => {
    fc.assert(
      fc.property(drawnCase, (drawn) => {
        const { resources, unpricedComponentCount } = estimate(drawn);
        const components = resources.flatMap((resource) => resource.components);
        const unpriced = components.filter((component) => component.unitPriceUsd === null);
        expect(
          unpriced.every((component) => component.monthlyCostUsd === null && component.source === null),
        ).toBe(true);
        expect(unpricedComponentCount).toBe(unpriced.filter(isUnpriced).length);
        const zeroes = components.filter(
          ({ unitPriceUsd, monthlyCostUsd }) => unitPriceUsd !== null && !monthlyCostUsd,
        );
        expect(zeroes).toEqual([]);
      }),
    );
  });

  it("the difference of two estimates is the sum of the component differences", () => {
    fc.assert(
      fc.property(fc.option(drawnCase), fc.option(drawnCase), (before, after) => {
        const comparison = compareEstimates(before && estimate(before), after && estimate(after));
        expect(sum(comparison.components.map((component) => component.monthlyUsd))).toEqual(
          comparison.monthlyUsd,
        );
      }),
    );
  });

  it("tiers are continuous: their quantities add up to the whole", () => {
    const gigabytes = fc.integer({ min: 0, max: 20 * 1024 * 1024 });
    fc.assert(
      fc.property(gigabytes, (gb) => {
        const value = { low: 0, expected: gb, high: gb, assumption: verbatim("") };
        const { resources } = estimate({
          region: "us-east-1",
          hours: 730,
          resources: { E: { Type: "AWS::EC2::VPCEndpoint", Properties: { VpcEndpointType: "Interface" } } },
          usage: { E: { monthly_data_processed_gb: value } },
        });
        const tiers = resources[0]?.components.filter(({ unit }) => unit === "GB") ?? [];
        expect(sum(tiers.map((tier) => tier.monthlyQuantity)).expected).toBe(String(gb));
      }),
    );
  });
});

describe("compareEstimates", () => {
  const nat: Case = {
    region: "ap-northeast-2",
    hours: 730,
    resources: { Nat: { Type: "AWS::EC2::NatGateway", Properties: {} } },
    usage: {},
  };

  it("says nothing of what stays the same", () => {
    expect(compareEstimates(estimate(nat), estimate(nat)).components).toEqual([]);
  });

  it("marks a component that loses its price", () => {
    const vpn = { Vpn: { Type: "AWS::EC2::VPNConnection", Properties: {} } };
    const drawn = { ...nat, resources: vpn, usage: {} };
    const comparison = compareEstimates(estimate({ ...drawn, region: "us-east-1" }), estimate(drawn));
    const connection = comparison.components.find(({ name }) => name === "VPN connection");
    expect(connection).toMatchObject({ isPartial: true, monthlyUsd: { expected: "-36.5" } });
  });

  it("takes null for an environment that is not there", () => {
    const { before, monthlyUsd, components } = compareEstimates(null, estimate(nat));
    expect([before.expected, monthlyUsd.expected]).toEqual(["0", "43.07"]);
    expect(components.map(({ name }) => name)).toEqual(["Data processed", "NAT gateway"]);
  });
});
