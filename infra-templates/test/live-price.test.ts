import { estimateTemplates } from "@greenroom/pricing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { runs } from "../../scripts/testing/share";
import { BLUEPRINTS, type BlueprintId, type BlueprintModel } from "../src/catalog";
import { synthesizeApp } from "../src/index";
import type { BlueprintContext } from "../src/model/blueprint";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";
import { anyContext, suited } from "../testing/arbitraries/context";

beforeAll(() => {
  // The validator costs seconds and half a gigabyte; it is a check of its own.
  process.env.CDK_VALIDATION = "false";
});

/** What a form shows before anything is synthesized, beside what the plan says afterwards. */
function bothEstimates(model: BlueprintModel, spec: unknown, context: BlueprintContext) {
  const now = new Date("2026-10-15T00:00:00Z");
  const usage = model.usage(spec);
  return [model.outline(spec, context), synthesizeApp(model.id, spec, context)].map((stacks) => {
    const { resources, freeResourceCount, ...rest } = estimateTemplates({ stacks, usage, now });
    return { ...rest, priced: resources.filter(({ coverage }) => coverage === "PRICED") };
  });
}

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))("the live price of %s", (id, model) => {
  it("is the price of the synthesized templates, to the last component", () => {
    fc.assert(
      fc.property(BLUEPRINT_ARBITRARIES[id as BlueprintId].valid, anyContext, (spec, context) => {
        const [live, planned] = bothEstimates(model, spec, suited(model, spec, context));
        expect(live).toEqual(planned);
        expect(planned?.notModelled).toEqual([]);
      }),
      { numRuns: runs(15), endOnFailure: true },
    );
  }, 60_000);
});
