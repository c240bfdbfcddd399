import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { describeSpecProblems, getBlueprint } from "../../../infra-templates/src/catalog";
import { synthesizeApp } from "../../../infra-templates/src/index";
import type { BlueprintContext } from "../../../infra-templates/src/model/blueprint";
import { knownException } from "../../../infra-templates/src/policy/known-exceptions";
import { createTemplateValidator } from "../../../infra-templates/src/policy/validate-templates";
import { BLUEPRINT_ARBITRARIES } from "../../../infra-templates/testing/arbitraries/blueprints";
import { anyContext } from "../../../infra-templates/testing/arbitraries/context";
import { runs } from "../../../scripts/testing/share";
import { createSandbox } from "../src/create-sandbox";
import type { Sandbox } from "../src/sandbox";
import {
  deletePlatform,
  deployPlatform,
  leftovers,
  type PlatformStack,
  unprotect,
} from "../testing/platform";

/** So many of the platform, and a part of that of each smaller blueprint. */
const SPECS: Record<string, number> = { ticketing: 500 };
const SPECS_OF_OTHERS = 30;
/**
 * Sections of the random specs come from so many, and contexts from so few, that equal templates repeat and
 * are validated once.
 */
const POOL = 8;
const CONTEXTS = 2;
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

type Spec = Record<string, unknown>;

let sandbox: Sandbox;
let errorsOf: (stack: PlatformStack) => string[];
beforeAll(async () => {
  process.env.CDK_VALIDATION = "false";
  sandbox = await createSandbox({ durations: 0, shutdown: new AbortController().signal });
  errorsOf = findErrors();
});

/** What AWS's own validator has against a template, but for what it does not know yet. */
function findErrors(): (stack: PlatformStack) => string[] {
  const { validate } = createTemplateValidator();
  const known = new Map<string, string[]>();
  const judge = (stack: PlatformStack) =>
    validate({ ...stack, templateHash: stack.template })
      .filter((finding) => finding.severity === "ERROR" && knownException(finding) === null)
      .map(({ logicalId, rule, message }) => `${stack.key}.${logicalId} ${rule}: ${message}`);
  return (stack) => {
    const errors = known.get(stack.template) ?? judge(stack);
    known.set(stack.template, errors);
    return errors;
  };
}

/**
 * Any mixture of the sections of some random specs, for an environment somewhere; what the blueprint refuses
 * there is left out.
 */
function mixtures(blueprint: string, valid: fc.Arbitrary<object>): fc.Arbitrary<[Spec, BlueprintContext]> {
  const model = getBlueprint(blueprint);
  const pool = fc.sample(valid, POOL) as Spec[];
  const contexts = fc.sample(anyContext, CONTEXTS).map((any) => ({ ...any, environmentName: "every-spec" }));
  const sections = Object.keys(pool[0] ?? {});
  const mixed = fc.record(
    Object.fromEntries(sections.map((name) => [name, fc.constantFrom(...pool.map((spec) => spec[name]))])),
  );
  return fc
    .tuple(mixed, fc.constantFrom(...contexts))
    .filter(
      ([spec, { region, stage }]) =>
        describeSpecProblems(model, spec, { region, stage, today: null }).length === 0,
    );
}

/**
 * What stays behind is only what its template says should: the ids of resources that were kept without being
 * asked to.
 */
function keptUnasked(stacks: readonly PlatformStack[]): string[] {
  if (sandbox.store.retained.length === 0) return [];
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
  it("synthesizes, validates, deploys to COMPLETE and deletes to nothing", async () => {
    const property = fc.asyncProperty(mixtures(blueprint, valid), async ([spec, context]) => {
      const described = getBlueprint(blueprint).stacks(spec);
      const stacks = synthesizeApp(blueprint, spec, context).map((stack) => ({
        ...stack,
        template: JSON.stringify(stack.template),
      }));
      expect(stacks.map(({ key }) => key)).toEqual(described.map(({ key }) => key));
      expect(stacks.flatMap(errorsOf)).toEqual([]);
      sandbox.store.reset();
      await deployPlatform(sandbox, stacks);
      unprotect(sandbox);
      await deletePlatform(sandbox, stacks);
      expect(leftovers(sandbox)).toEqual([]);
      expect(keptUnasked(stacks)).toEqual([]);
    });
    await fc.assert(property, { numRuns: runs(SPECS[blueprint] ?? SPECS_OF_OTHERS) });
  });
});
