import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isAppError } from "@greenroom/errors";
import { isSettingKey, LOCALES, say } from "@greenroom/messages";
import { CfnResource, TagManager } from "aws-cdk-lib";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { runs } from "../../scripts/testing/share";
import { BLUEPRINTS, type BlueprintId, type BlueprintModel, describeSpecProblems } from "../src/catalog";
import { type SynthesizedTemplate, synthesizeApp, withApp } from "../src/index";
import { BLUEPRINT_ARBITRARIES } from "../testing/arbitraries/blueprints";
import { anyContext, suited } from "../testing/arbitraries/context";
import { contextOf, resourcesOf } from "../testing/contexts";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  // The validator costs seconds and half a gigabyte; it is a check of its own.
  process.env.CDK_VALIDATION = "false";
});

const PRESETS = BLUEPRINTS.flatMap((model) => model.presets.map((preset) => ({ model, preset })));
const named = <T extends { model: BlueprintModel; preset: { key: string } }>(each: T) =>
  [`${each.model.id} ${each.preset.key}`, each] as const;
const stageOf = ({ stages }: { stages: readonly string[] }) => stages[0] ?? "dev";

it("knows every blueprint by its id", () => {
  expect(BLUEPRINTS.map(({ id }) => id).sort()).toEqual(Object.keys(BLUEPRINT_ARBITRARIES).sort());
});

describe.each(PRESETS.map(named))("preset %s", (_, { model, preset }) => {
  const stage = stageOf(preset);
  let stacks: SynthesizedTemplate[];
  beforeAll(() => {
    stacks = synthesizeApp(model.id, preset.spec, contextOf(stage));
  });

  it("has a valid spec", () => {
    const context = { region: "ap-northeast-2", stage, today: "2026-11-23" };
    expect(describeSpecProblems(model, preset.spec, context)).toEqual([]);
  });

  // After a wanted change: UPDATE_GOLDEN=1 npx vitest run --project unit infra-templates, then read the
  // difference.
  it("has the templates that it had", () => {
    const folder = new URL(`../testing/golden/${model.id}/${preset.key}/`, import.meta.url);
    if (process.env.UPDATE_GOLDEN) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    }
    for (const { key, template } of stacks) {
      const text = `${JSON.stringify(template, null, 2)}\n`;
      const file = new URL(`${key}.json`, folder);
      if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
      expect(text, key).toBe(readFileSync(file, "utf8"));
    }
    expect(readdirSync(folder).sort()).toEqual(stacks.map(({ key }) => `${key}.json`).sort());
  });

  it("is byte-identical for the same inputs, whatever the order of the spec's keys", () => {
    const reversed = Object.fromEntries(Object.entries(preset.spec as object).reverse());
    const again = synthesizeApp(model.id, reversed, contextOf(stage));
    expect(JSON.stringify(again)).toBe(JSON.stringify(stacks));
  });

  it("has the stacks that the catalog names, with the same dependencies", () => {
    expect(stacks.map(({ key, dependsOn }) => ({ key, dependsOn }))).toEqual(
      model.stacks(preset.spec).map(({ key, dependsOn }) => ({ key, dependsOn })),
    );
  });

  it("fits inline, without custom resources, assets or parameters", () => {
    for (const stack of stacks) {
      expect(Buffer.byteLength(JSON.stringify(stack.template))).toBeLessThan(51_200);
      expect(Object.keys(resourcesOf(stack)).length).toBeLessThan(500);
      const parameters = Object.keys((stack.template.Parameters ?? {}) as object);
      expect(parameters.filter((name) => name !== "PermissionsBoundary")).toEqual([]);
      const types = Object.values(resourcesOf(stack)).map((resource) => resource.Type);
      expect(types.filter((type) => /^Custom::|CustomResource$|^AWS::CloudFormation::/.test(type))).toEqual(
        [],
      );
    }
    withApp(model.id, preset.spec, contextOf(stage), (app) => {
      const assembly = app.synth();
      expect(assembly.manifest.missing ?? []).toEqual([]);
      for (const stack of assembly.stacks) expect(stack.assets).toEqual([]);
    });
  });

  it("tags every resource that can be tagged", () => {
    const taggable = new Map<string, string>();
    const constructs = withApp(model.id, preset.spec, contextOf(stage), (app) => app.node.findAll());
    for (const construct of constructs) {
      const manager = CfnResource.isCfnResource(construct) && TagManager.of(construct);
      if (manager) taggable.set(construct.node.path, manager.tagPropertyName);
    }
    expect(taggable.size).toBeGreaterThan(0);
    for (const stack of stacks) {
      for (const [logicalId, resource] of Object.entries(resourcesOf(stack))) {
        const property = taggable.get(`${stack.key}/${logicalId}`);
        if (property === undefined) continue;
        const tags = resource.Properties?.[property.charAt(0).toUpperCase() + property.slice(1)] ?? [];
        const names = Array.isArray(tags) ? tags.map((tag: { Key: string }) => tag.Key) : Object.keys(tags);
        const keys = names.filter((key) => key.startsWith("greenroom:")).sort();
        expect(keys, logicalId).toEqual([
          "greenroom:cost-centre",
          "greenroom:environment",
          "greenroom:expiry",
          "greenroom:owner",
          "greenroom:request",
          "greenroom:stage",
          "greenroom:team",
        ]);
      }
    }
  });

  it("never allows every action of a service, and every resource only where nothing narrower exists", () => {
    for (const statement of stacks.flatMap((stack) => statements(stack.template))) {
      if (statement.Effect !== "Allow") continue;
      const actions = [statement.Action].flat().map(String);
      expect(actions.filter((action) => /^\*$|:\*$/.test(action))).toEqual([]);
      const isEverything = [statement.Resource].flat().includes("*") && !("Principal" in statement);
      // A wildcard action on every resource may only read.
      const wild = actions.filter(
        (action) => action.includes("*") && !/:(Describe|List|Get)\w*\*$/.test(action),
      );
      if (isEverything) expect(wild).toEqual([]);
    }
  });

  it("gives every role the permissions boundary of its account", () => {
    for (const stack of stacks) {
      for (const [logicalId, resource] of Object.entries(resourcesOf(stack))) {
        if (resource.Type !== "AWS::IAM::Role") continue;
        expect(resource.Properties?.PermissionsBoundary, logicalId).toEqual({
          "Fn::If": ["HasPermissionsBoundary", { Ref: "PermissionsBoundary" }, { Ref: "AWS::NoValue" }],
        });
      }
    }
  });
});

describe.each(BLUEPRINTS.map((model) => [model.id, model] as const))("laws of %s", (id, model) => {
  const { valid, broken: brokenField } = BLUEPRINT_ARBITRARIES[id as BlueprintId];

  it("outline: resources of the templates, with the properties it tells", () => {
    fc.assert(
      fc.property(valid, anyContext, (spec, anywhere) => {
        const context = suited(model, spec, anywhere);
        const outline = model.outline(spec, context);
        const stacks = synthesizeApp(id, spec, context);
        expect(outline.map(({ key, region }) => ({ key, region }))).toEqual(
          stacks.map(({ key, region }) => ({ key, region })),
        );
        for (const [index, stack] of stacks.entries()) {
          for (const [logicalId, told] of Object.entries(outline[index]!.template.Resources)) {
            expect(resourcesOf(stack)[logicalId], `${stack.key}.${logicalId}`).toMatchObject(told);
          }
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it("usage: only of resources in the outline, with low ≤ expected ≤ high", () => {
    fc.assert(
      fc.property(valid, anyContext, (spec, ctx) => {
        const outline = Object.fromEntries(
          model.outline(spec, ctx).map((s) => [s.key, s.template.Resources]),
        );
        for (const [key, resources] of Object.entries(model.usage(spec))) {
          for (const [id, values] of Object.entries(resources)) {
            expect(outline[key]).toHaveProperty(id);
            for (const value of Object.values(values)) {
              expect(value.low).toBeLessThanOrEqual(value.expected);
              expect(value.expected).toBeLessThanOrEqual(value.high);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("a wrong value is refused, naming its field, the value and the remedy in both languages", () => {
    fc.assert(
      fc.property(valid, brokenField, (spec, { path, value }) => {
        const broken = structuredClone(spec) as Record<string, Record<string, unknown>>;
        const [section = "", field] = path.split(".");
        if (field) broken[section]![field] = value;
        else (broken as Record<string, unknown>)[section] = value;
        const problems = describeSpecProblems(model, broken);
        expect(problems.map((problem) => problem.field)).toEqual([path]);
        expect(isSettingKey(problems[0]!.message.key)).toBe(true);
        for (const locale of LOCALES) expect(say(locale, problems[0]!.message)).not.toMatch(/[{}]|^spec\./);
        try {
          synthesizeApp(id, broken, contextOf("dev"));
          expect.unreachable();
        } catch (error) {
          expect(isAppError(error) && error.field).toBe(`spec.${path}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function statements(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(statements);
  if (typeof node !== "object" || node === null) return [];
  const own = "Effect" in node ? [node as Record<string, unknown>] : [];
  return [...own, ...Object.values(node).flatMap(statements)];
}
