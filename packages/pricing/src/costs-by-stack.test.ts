import { describe, expect, it } from "vitest";
import { BLUEPRINTS } from "../../../infra-templates/src/catalog";
import { costsByStack } from "./costs-by-stack";
import { estimateTemplates } from "./estimate-templates";
import { Decimal } from "./ranges";

const NOW = new Date("2026-11-01T00:00:00Z");

const stack = (key: string, Resources: Record<string, { Type: string; Properties?: object }>) => ({
  key,
  region: "ap-northeast-2",
  template: { Resources },
});

describe("costs by stack", () => {
  it("add up to the estimate, stack by stack and resource by resource", () => {
    const model = BLUEPRINTS[0]!;
    const spec = model.presets.at(-1)!.spec;
    const context = {
      environmentName: "x",
      teamSlug: "t",
      ownerEmail: "o@example.com",
      costCentre: "c",
      requestNumber: 1,
      stage: "prod",
      region: "ap-northeast-2",
      accountId: "1",
      expiresOn: null,
    };
    const estimate = estimateTemplates({
      stacks: model.outline(spec, context),
      usage: model.usage(spec),
      now: NOW,
    });
    const stacks = Object.values(costsByStack(estimate));
    const sum = (terms: string[]) => terms.reduce((all, term) => all.plus(term), new Decimal(0)).toFixed();
    expect(sum(stacks.map(({ monthlyUsd }) => monthlyUsd))).toBe(estimate.monthlyUsd.expected);
    for (const { monthlyUsd, resources } of stacks) expect(sum(Object.values(resources))).toBe(monthlyUsd);
    expect(Number(estimate.monthlyUsd.expected)).toBeGreaterThan(0);
  });

  it("name what has no price, and leave out what costs nothing", () => {
    const estimate = estimateTemplates({
      now: NOW,
      stacks: [stack("a", { Odd: { Type: "AWS::Nobody::Knows" }, Role: { Type: "AWS::IAM::Role" } })],
    });
    expect(costsByStack(estimate)).toEqual({ a: { monthlyUsd: "0", resources: {}, unpriced: ["Odd"] } });
  });
});
