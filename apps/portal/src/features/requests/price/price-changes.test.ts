import { verbatim } from "@greenroom/messages";
import type { CostComponent, Estimate, ResourceCost } from "@greenroom/pricing/schema";
import { describe, expect, it } from "vitest";
import { priceChanges } from "./price-changes";

const range = (value: string) => ({ low: value, expected: value, high: value });
const component = (name: string, usd: string | null, quantity = "730"): CostComponent => ({
  name,
  unit: "hours",
  monthlyQuantity: range(quantity),
  unitPriceUsd: usd && "1",
  monthlyCostUsd: usd === null ? null : range(usd),
  isUsageBased: false,
  source: null,
  asOf: null,
  isStale: false,
  assumption: verbatim(""),
});
const resource = (logicalId: string, service: string, ...components: CostComponent[]): ResourceCost => ({
  stackKey: "network",
  logicalId,
  resourceType: "AWS::X",
  service,
  coverage: "PRICED",
  components,
});
function estimate(total: Record<string, string>, ...resources: ResourceCost[]): Estimate {
  return {
    currency: "USD",
    monthlyUsd: range("0"),
    resources,
    freeResourceCount: 0,
    notModelled: [],
    unpricedComponentCount: 0,
    staleComponentCount: 0,
    priceBookAsOf: "2026-11-01",
    services: Object.entries(total).map(([service, usd]) => ({ service, monthlyUsd: range(usd) })),
  };
}

describe("priceChanges", () => {
  const before = estimate(
    { VPC: "53.07", SQS: "2", KMS: "1" },
    resource("NatA", "VPC", component("NAT gateway", "43.07"), component("Data processed", "10")),
    resource("Queue", "SQS", component("Requests", "2")),
    resource("Key", "KMS", component("Key", "1")),
  );
  const after = estimate(
    { VPC: "94.14", SQS: "3", KMS: "1" },
    resource("NatA", "VPC", component("NAT gateway", "43.07"), component("Data processed", "8")),
    resource("NatB", "VPC", component("NAT gateway", "43.07"), component("Data processed", "0", "0")),
    resource("Queue", "SQS", component("Requests", "3")),
    resource("Key", "KMS", component("Key", "1")),
  );

  it("groups what is added, dearer and cheaper by service, the largest change first", () => {
    const { services, counts } = priceChanges(before, after);
    expect(services.map(({ service, beforeUsd, afterUsd }) => [service, beforeUsd, afterUsd])).toEqual([
      ["VPC", "53.07", "94.14"],
      ["SQS", "2", "3"],
    ]);
    expect(
      services[0]?.parts.map(({ kind, logicalId, name, differenceUsd }) => [
        kind,
        logicalId,
        name,
        differenceUsd,
      ]),
    ).toEqual([
      ["ADDED", "NatB", "NAT gateway", "43.07"],
      ["CHEAPER", "NatA", "Data processed", "-2"],
    ]);
    expect(counts).toEqual({ ADDED: 1, REMOVED: 0, DEARER: 1, CHEAPER: 1, CHANGED: 0 });
  });

  it("keeps apart what changes no price, also when it is new", () => {
    const same = priceChanges(before, after).same.map(({ logicalId, name }) => `${logicalId} ${name}`);
    expect(same).toEqual(["NatA NAT gateway", "NatB Data processed", "Key Key"]);
  });

  it("shows what is gone, and says nothing of figures that nobody knows", () => {
    const unpriced = estimate({ VPC: "0" }, resource("NatA", "VPC", component("NAT gateway", null)));
    const [vpc, ...others] = priceChanges(before, unpriced).services;
    expect(vpc?.parts).toMatchObject([
      { name: "NAT gateway", beforeUsd: "43.07", afterUsd: null, differenceUsd: null },
      { kind: "REMOVED", name: "Data processed", differenceUsd: "-10" },
    ]);
    expect(vpc?.bound).toBe("AT_LEAST");
    expect(others.map(({ parts, bound }) => [parts[0]?.kind, bound])).toEqual([
      ["REMOVED", "EXACT"],
      ["REMOVED", "EXACT"],
    ]);
  });

  it("calls nothing cheaper whose price is lost or found", () => {
    const lost = { ...component("NAT gateway", null, "0"), notKnown: [{ property: "Type", from: ["Type"] }] };
    const unknown = estimate({ VPC: "0" }, resource("NatA", "VPC", lost));
    const known = estimate({ VPC: "43.07" }, resource("NatA", "VPC", component("NAT gateway", "43.07")));
    for (const [was, is] of [
      [known, unknown],
      [unknown, known],
    ] as const) {
      expect(priceChanges(was, is).services[0]?.parts).toMatchObject([
        { kind: "CHANGED", differenceUsd: null },
      ]);
    }
  });

  it("finds nothing between an estimate and itself", () => {
    expect(priceChanges(after, after)).toMatchObject({ services: [], counts: { ADDED: 0 } });
  });
});
