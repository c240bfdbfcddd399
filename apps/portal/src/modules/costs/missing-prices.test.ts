import { verbatim } from "@greenroom/messages";
import type { CostComponent, Estimate } from "@greenroom/pricing/schema";
import { describe, expect, it } from "vitest";
import { missingPrices, serviceCosts } from "./missing-prices";

const every = (figure: string) => ({ low: figure, expected: figure, high: figure });

/** A charge of so many units at a price, null where it is not known. */
function part(name: string, quantity: string, price: string | null): CostComponent {
  return {
    name,
    unit: "units",
    monthlyQuantity: every(quantity),
    unitPriceUsd: price,
    monthlyCostUsd: price === null ? null : every(String(Number(quantity) * Number(price))),
    isUsageBased: true,
    source: null,
    asOf: null,
    isStale: false,
    assumption: verbatim(""),
  };
}

function estimateOf(services: Record<string, CostComponent[]>): Estimate {
  const resources = Object.entries(services).map(([service, components]) => ({
    stackKey: "main",
    logicalId: `My${service}`,
    resourceType: `AWS::${service}::Thing`,
    service,
    coverage: "PRICED" as const,
    components,
  }));
  const costOf = (components: CostComponent[]) =>
    every(String(components.reduce((sum, one) => sum + Number(one.monthlyCostUsd?.expected ?? 0), 0)));
  return {
    currency: "USD",
    monthlyUsd: costOf(Object.values(services).flat()),
    services: Object.entries(services).map(([service, parts]) => ({ service, monthlyUsd: costOf(parts) })),
    resources,
    freeResourceCount: 0,
    unpricedComponentCount: Object.values(services)
      .flat()
      .filter((one) => one.monthlyCostUsd === null && one.monthlyQuantity.high !== "0").length,
    staleComponentCount: 0,
    notModelled: [],
    priceBookAsOf: "2026-11-01",
  };
}

describe("what an estimate says of each service", () => {
  const knowledgeOf = (...parts: CostComponent[]) =>
    serviceCosts(estimateOf({ Events: parts }))[0]?.knowledge;

  it("is a sum where every part that is used has a price", () => {
    expect(knowledgeOf(part("Hours", "730", "0.1"), part("Replays", "0", null))).toBe("WHOLE");
    expect(knowledgeOf(part("Requests that cost nothing", "5", "0"))).toBe("WHOLE");
  });

  it("never reads as free where no part that is used has a price", () => {
    expect(knowledgeOf(part("Events", "20", null))).toBe("NONE");
    expect(knowledgeOf(part("Events", "20", null), part("Replays", "0", "0.3"))).toBe("NONE");
  });

  it("says that parts are missing from a sum", () => {
    expect(knowledgeOf(part("Hours", "730", "0.1"), part("Events", "20", null))).toBe("PART");
  });

  it("says that a service costs what is used of it, where no use is known", () => {
    expect(knowledgeOf(part("Events", "0", null), part("Replays", "0", "0.3"))).toBe("BY_USE");
  });
});

describe("the list of parts without a price", () => {
  const alike = [part("Read", "20", null), part("Write", "0", null), part("Store", "3", "0.1")];
  const estimate = estimateOf({ Tables: alike, Queues: alike, Topics: [part("Push", "0", null)] });

  it("holds exactly those that are counted", () => {
    expect(missingPrices(estimate).used).toHaveLength(estimate.unpricedComponentCount);
    expect(
      missingPrices(estimate).used.map(({ logicalId, component }) => [logicalId, component.name]),
    ).toEqual([
      ["MyTables", "Read"],
      ["MyQueues", "Read"],
    ]);
  });

  it("sets those apart that are charged only if they are used", () => {
    expect(missingPrices(estimate).unused.map(({ component }) => component.name)).toEqual([
      "Write",
      "Write",
      "Push",
    ]);
  });
});
