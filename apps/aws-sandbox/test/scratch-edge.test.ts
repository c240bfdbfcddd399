import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { getBlueprint } from "../../../infra-templates/src/catalog";
import { synthesizeApp } from "../../../infra-templates/src/index";
import { BLUEPRINT_ARBITRARIES } from "../../../infra-templates/test/arbitraries/blueprints";
import { anyContext, suited } from "../../../infra-templates/test/arbitraries/context";
import { createSandbox } from "../src/create-sandbox";
import type { Sandbox } from "../src/sandbox";
import { deletePlatform, deployPlatform, leftovers, type PlatformStack } from "./platform";

const SPECS = 25;
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

/** Who asks is the same in all, so that equal settings give equal templates, which are judged once. */
const context = anyContext.map((any) => ({
  ...any,
  environmentName: "every-spec",
  teamSlug: "box-office",
  costCentre: "CC-100",
  requestNumber: 7,
}));

let sandbox: Sandbox;
beforeAll(async () => {
  process.env.CDK_VALIDATION = "false";
  sandbox = await createSandbox({ durations: 0, shutdown: new AbortController().signal });
});

/** What stays behind is only what its template says should: the ids of resources that were kept without being asked to. */
function keptUnasked(stacks: readonly PlatformStack[]): string[] {
  const policies = new Map(
    stacks.flatMap(({ stackName, template }) =>
      Object.entries((JSON.parse(template) as Resources).Resources).map(([id, { DeletionPolicy }]) => [
        `${stackName}.${id}`,
        DeletionPolicy ?? "Delete",
      ]),
    ),
  );
  return sandbox.store.retained
    .map(({ stackId, logicalId }) => `${sandbox.store.stacks.get(stackId)?.stackName}.${logicalId}`)
    .filter((name) => !policies.get(name)?.startsWith("Retain"));
}
type Resources = { Resources: Record<string, { DeletionPolicy?: string }> };

describe.each(Object.entries(BLUEPRINT_ARBITRARIES))("any valid spec of %s", (blueprint, { valid }) => {
  it("synthesizes, deploys to COMPLETE and deletes to nothing", async () => {
    const property = fc.asyncProperty(valid, context, async (spec, anywhere) => {
      const described = getBlueprint(blueprint).stacks(spec);
      const where = suited(getBlueprint(blueprint), spec, anywhere);
      const stacks = synthesizeApp(blueprint, spec, where).map((stack) => ({
        ...stack,
        template: JSON.stringify(stack.template),
      }));
      expect(stacks.map(({ key }) => key)).toEqual(described.map(({ key }) => key));
      sandbox.store.reset();
      await deployPlatform(sandbox, stacks);
      await deletePlatform(sandbox, stacks);
      expect(leftovers(sandbox)).toEqual([]);
      expect(keptUnasked(stacks)).toEqual([]);
    });
    await fc.assert(property, { numRuns: SPECS });
  });
});
