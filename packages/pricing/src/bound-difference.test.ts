import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareEstimates } from "./compare-estimates";
import { estimateTemplates } from "./estimate-templates";
import { differenceText } from "./reports";
import { type CostComponent, type Estimate, isUnpriced } from "./schema";

const NOW = new Date("2026-11-01T00:00:00Z");

const nat = { Type: "AWS::EC2::NatGateway", Properties: {} };
const odd = { Type: "AWS::Nobody::Knows", Properties: { Size: 1 } };
const volume = (Size: unknown) => ({ Type: "AWS::EC2::Volume", Properties: { VolumeType: "gp3", Size } });
const UNKNOWN = { Ref: "Size" };

function estimate(resources: object, more: object = {}): Estimate {
  const template = { Parameters: { Size: { Type: "Number" } }, ...more, Resources: resources };
  return estimateTemplates({ stacks: [{ key: "app", region: "ap-northeast-2", template }], now: NOW });
}

const compared = (before: object, after: object) => compareEstimates(estimate(before), estimate(after));
const said = (before: object, after: object) => differenceText(compared(before, after));

describe("a difference with parts that have no price", () => {
  it.each([
    ["one added", { Nat: nat }, { Nat: nat, V: volume(UNKNOWN) }, "at least +0.00 USD a month"],
    ["one added with what costs", {}, { Nat: nat, V: volume(UNKNOWN) }, "at least +43.07 USD a month"],
    [
      "one in the place of what costs",
      { Nat: nat },
      { V: volume(UNKNOWN) },
      "not known, at most 43.07 USD a month less",
    ],
    ["one removed", { Nat: nat, V: volume(UNKNOWN) }, { Nat: nat }, "at most +0.00 USD a month"],
    ["one removed with what costs", { Nat: nat, V: volume(UNKNOWN) }, {}, "at most -43.07 USD a month"],
    ["what costs in the place of one", { V: volume(UNKNOWN) }, { Nat: nat }, "at most +43.07 USD a month"],
    [
      "the same on both sides",
      { V: volume(UNKNOWN) },
      { V: volume(UNKNOWN), Nat: nat },
      "+43.07 USD a month",
    ],
    ["another on each side", { V: volume(UNKNOWN) }, { W: volume(UNKNOWN), Nat: nat }, "not known"],
    [
      "a price that is lost",
      { V: volume(100) },
      { V: volume(UNKNOWN) },
      "not known, at most 9.12 USD a month less",
    ],
    ["a price that is found", { V: volume(UNKNOWN) }, { V: volume(100) }, "at most +9.12 USD a month"],
    [
      "a type nobody knows that is added",
      { Nat: nat },
      { Odd: odd },
      "not known, at most 43.07 USD a month less",
    ],
    ["a type nobody knows that stays", { Odd: odd, Nat: nat }, { Odd: odd }, "-43.07 USD a month"],
  ])("%s", (_, before, after, text) => {
    expect(said(before, after)).toBe(text);
  });

  it("takes nothing for the same that another size may hide behind", () => {
    const grown = { Odd: { ...odd, Properties: { Size: 2 } } };
    expect(said({ Odd: odd }, grown)).toBe("not known");
    const chosen = (big: number) => volume({ "Fn::If": ["IsBig", big, 1] });
    const Conditions = { IsBig: { "Fn::Equals": [{ Ref: "Size" }, "2"] } };
    const [small, large] = [100, 900].map((size) => estimate({ V: chosen(size) }, { Conditions }));
    expect(compareEstimates(small ?? null, large ?? null).bound).toBe("UNKNOWN");
    expect(compareEstimates(small ?? null, small ?? null)).toMatchObject({ bound: "EXACT", components: [] });
    const tagged = { Odd: { ...odd, Properties: { Size: 1, Tags: [{ Key: "a", Value: "b" }] } } };
    expect(said({ Odd: odd }, tagged)).toBe("+0.00 USD a month");
  });

  it("takes more of what has no price for dearer and less for cheaper, and hours that a sleep saves for saved", () => {
    const [few, many, asleep] = [
      [1, 730],
      [2, 730],
      [1, 260],
    ].map(([connections = 0, environmentHours = 0]) => {
      const vpn = {
        Type: "AWS::EC2::VPNConnection",
        Properties: { CustomerGatewayId: "c", TransitGatewayId: "t" },
      };
      const Resources = Object.fromEntries(Array.from({ length: connections }, (_, n) => [`Vpn${n}`, vpn]));
      const stacks = [
        { key: "app", region: "ap-northeast-2", template: { Resources: { ...Resources, Nat: nat } } },
      ];
      return estimateTemplates({ stacks, environmentHours, now: NOW });
    }) as [Estimate, Estimate, Estimate];
    expect(few.unpricedComponentCount).toBeGreaterThan(0);
    expect(compareEstimates(few, many).bound).toBe("AT_LEAST");
    expect(compareEstimates(many, few).bound).toBe("AT_MOST");
    expect(compareEstimates(few, asleep)).toMatchObject({ bound: "AT_MOST", leftOutAfter: [] });
    expect(compareEstimates(asleep, few)).toMatchObject({ bound: "AT_LEAST", leftOutBefore: [] });
  });

  it("makes no saving of parts that only cost by a use that nobody gave", () => {
    const queue = { Type: "AWS::SQS::Queue" };
    const swapped = compared({ Nat: nat }, { Queue: queue });
    expect(differenceText(swapped)).toBe("not known, at most 43.07 USD a month less");
    expect(swapped.leftOutAfter).toMatchObject([{ reason: "NO_USAGE", missingUsage: "monthly_requests" }]);
    // The queue is there before, too; and what is dearer without its use is dearer with it.
    expect(said({ Nat: nat, Queue: queue }, { Queue: queue })).toBe("-43.07 USD a month");
    expect(said({}, { Nat: nat, Queue: queue })).toBe("+43.07 USD a month");
  });

  it("names the parts, by side", () => {
    const { leftOutBefore, leftOutAfter } = compared({ Odd: odd }, { V: volume(UNKNOWN) });
    expect(leftOutBefore).toMatchObject([{ logicalId: "Odd", name: null, reason: "NOT_MODELLED" }]);
    expect(leftOutAfter[0]).toMatchObject({ logicalId: "V", reason: "NOT_KNOWN" });
    expect(leftOutAfter[0]?.notKnown).toEqual([{ property: "Size", from: ["Size"] }]);
  });
});

describe("the law of stated differences", () => {
  const resources = fc.dictionary(
    fc.constantFrom("A", "B", "C", "D"),
    fc.oneof(
      fc.constantFrom(nat, { Type: "AWS::KMS::Key" }, { Type: "AWS::EC2::EIP" }),
      fc.integer({ min: 1, max: 500 }).map(volume),
    ),
  );
  const picks = fc.func<[string], boolean>(fc.boolean());

  it("holds whatever the parts without a price cost, and never makes them a saving", () => {
    fc.assert(
      fc.property(resources, resources, picks, picks, (before, after, isLostBefore, isLostAfter) => {
        const [was, is] = [estimate(before), estimate(after)];
        const whole = compareEstimates(was, is);
        // A new part without its usage figure may cost more than the truth says here.
        fc.pre(whole.bound === "EXACT");
        const open = compareEstimates(withoutPrices(was, isLostBefore), withoutPrices(is, isLostAfter));
        const [truth, stated] = [Number(whole.monthlyUsd.expected), Number(open.monthlyUsd.expected)];
        const text = differenceText(open);
        if (open.bound === "EXACT") expect(stated).toBeCloseTo(truth, 6);
        if (open.bound === "AT_LEAST") expect(stated).toBeLessThanOrEqual(truth + 1e-6);
        if (open.bound === "AT_MOST") expect(stated).toBeGreaterThanOrEqual(truth - 1e-6);
        const isSaving = /^(at most )?-/.test(text);
        if (isSaving) expect(truth).toBeLessThan(0);
      }),
      { numRuns: 150 },
    );
  });

  /** The estimate as it is when some of its components lose their prices. */
  function withoutPrices(whole: Estimate, isLost: (name: string) => boolean): Estimate {
    const strip = (one: CostComponent, id: string): CostComponent =>
      isLost(`${id} ${one.name}`) && one.monthlyQuantity.high !== "0"
        ? { ...one, unitPriceUsd: null, monthlyCostUsd: null }
        : one;
    const kept = whole.resources.map((resource) => ({
      ...resource,
      components: resource.components.map((one) => strip(one, resource.logicalId)),
    }));
    const costs = kept.flatMap(({ components }) =>
      components.map((one) => Number(one.monthlyCostUsd?.expected ?? 0)),
    );
    const usd = costs.reduce((sum, cost) => sum + cost, 0).toFixed(10);
    const unpriced = kept.flatMap(({ components }) => components.filter(isUnpriced)).length;
    return {
      ...whole,
      resources: kept,
      unpricedComponentCount: unpriced,
      monthlyUsd: { low: usd, expected: usd, high: usd },
    };
  }
});
