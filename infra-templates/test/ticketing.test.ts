import { readFileSync, writeFileSync } from "node:fs";
import { isAppError } from "@greenroom/errors";
import { CfnResource, TagManager } from "aws-cdk-lib";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { BlueprintContext } from "../src/blueprint";
import { describeSpecProblems, getBlueprint, SPEC_MESSAGES } from "../src/catalog";
import { buildApp, type SynthesizedTemplate, synthesizeApp } from "../src/index";
import { anyContext, brokenField, validSpec } from "./arbitraries";

// Loading CDK or the resource specification takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const model = getBlueprint("ticketing");
const context = (stage: string): BlueprintContext => ({
  environmentName: "spring-sale",
  teamSlug: "box-office",
  ownerEmail: "rina@demo.greenroom",
  costCentre: "CC-100",
  requestNumber: 7,
  stage,
  region: "ap-northeast-2",
  accountId: "111122223333",
  expiresOn: stage === "prod" ? null : "2027-01-31",
});

type Resource = { Type: string; Properties?: Record<string, unknown>; DeletionPolicy?: string };
const resourcesOf = (stack: SynthesizedTemplate) => stack.template.Resources as Record<string, Resource>;

/** Types of these stacks that AWS never charges for. Whatever is not in this list belongs into the outline. */
const FREE_TYPES = new Set([
  "AWS::EC2::VPC",
  "AWS::EC2::InternetGateway",
  "AWS::EC2::VPCGatewayAttachment",
  "AWS::EC2::Subnet",
  "AWS::EC2::RouteTable",
  "AWS::EC2::Route",
  "AWS::EC2::SubnetRouteTableAssociation",
  // Its log group is what costs.
  "AWS::EC2::FlowLog",
  "AWS::Events::Rule",
  "AWS::IAM::Role",
  "AWS::Lambda::Permission",
  "AWS::SQS::QueuePolicy",
]);

beforeAll(() => {
  // The validator costs seconds and half a gigabyte; it is a check of its own.
  process.env.CDK_VALIDATION = "false";
});

describe("golden templates", () => {
  // After a wanted change: UPDATE_GOLDEN=1 npx vitest run --project unit infra-templates, then read the difference.
  for (const preset of model.presets) {
    it(`${preset.key} is as it was`, () => {
      const stacks = synthesizeApp("ticketing", preset.spec, context(preset.stages[0] ?? "dev"));
      const text = `${JSON.stringify(Object.fromEntries(stacks.map((s) => [s.key, s.template])), null, 2)}\n`;
      const file = new URL(`golden/${preset.key}.json`, import.meta.url);
      if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, "utf8"));
    });
  }

  it("are byte-identical for the same inputs, whatever the order of the spec's keys", () => {
    const spec = model.presets[0]?.spec as Record<string, object>;
    const reversed = Object.fromEntries(Object.entries(spec).reverse());
    const first = synthesizeApp("ticketing", spec, context("dev"));
    expect(JSON.stringify(synthesizeApp("ticketing", reversed, context("dev")))).toBe(JSON.stringify(first));
  });
});

describe.each(model.presets.map((preset) => [preset.key, preset] as const))("preset %s", (_, preset) => {
  const stage = preset.stages[0] ?? "dev";
  let stacks: SynthesizedTemplate[];
  beforeAll(() => {
    stacks = synthesizeApp("ticketing", preset.spec, context(stage));
  });

  it("has a valid spec", () => expect(describeSpecProblems(model, preset.spec)).toEqual([]));

  it("has the stacks that the catalogue names, with the same dependencies", () => {
    expect(stacks.map(({ key, dependsOn }) => ({ key, dependsOn }))).toEqual(
      model.stacks(preset.spec).map(({ key, dependsOn }) => ({ key, dependsOn })),
    );
  });

  it("fits inline, without custom resources, assets or parameters", () => {
    for (const stack of stacks) {
      expect(Buffer.byteLength(JSON.stringify(stack.template))).toBeLessThan(51_200);
      expect(Object.keys(resourcesOf(stack)).length).toBeLessThan(500);
      expect(stack.template.Parameters).toBeUndefined();
      const types = Object.values(resourcesOf(stack)).map((resource) => resource.Type);
      expect(types.filter((type) => /^Custom::|CustomResource$|^AWS::CloudFormation::/.test(type))).toEqual(
        [],
      );
    }
    const assembly = buildApp("ticketing", preset.spec, context(stage)).synth();
    expect(assembly.manifest.missing ?? []).toEqual([]);
    for (const stack of assembly.stacks) expect(stack.assets).toEqual([]);
  });

  it("tags every resource that can be tagged", () => {
    const app = buildApp("ticketing", preset.spec, context(stage));
    const taggable = new Set<string>();
    for (const construct of app.node.findAll()) {
      if (CfnResource.isCfnResource(construct) && TagManager.of(construct)) taggable.add(construct.node.path);
    }
    expect(taggable.size).toBeGreaterThan(50);
    for (const stack of stacks) {
      for (const [logicalId, resource] of Object.entries(resourcesOf(stack))) {
        if (!taggable.has(`${stack.key}/${logicalId}`)) continue;
        const tags = (resource.Properties?.Tags ?? []) as { Key: string; Value: string }[];
        const keys = tags.map((tag) => tag.Key).filter((key) => key.startsWith("greenroom:"));
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

  it("never allows every action on every resource", () => {
    for (const statement of stacks.flatMap((stack) => statements(stack.template))) {
      if (statement.Effect !== "Allow") continue;
      const actions = [statement.Action].flat();
      expect(actions.filter((action) => String(action).includes("*"))).toEqual([]);
      if (!("Principal" in statement)) expect([statement.Resource].flat()).not.toContain("*");
    }
  });

  it("has no way from the db tier to the internet", () => {
    const network = resourcesOf(stacks[0]!);
    const routes = Object.values(network).filter((resource) => resource.Type === "AWS::EC2::Route");
    expect(routes.length).toBeGreaterThan(0);
    expect(JSON.stringify(routes)).not.toContain("DbRouteTable");
    for (const [logicalId, resource] of Object.entries(network)) {
      if (!/^DbSubnet\dRoutes$/.test(logicalId)) continue;
      expect(resource.Properties?.RouteTableId).toEqual({ Ref: "DbRouteTable" });
    }
    expect(Object.keys(network).filter((id) => /^DbSubnet\dRoutes$/.test(id))).toHaveLength(2);
  });

  it("gives every queue and every target dead letters, and keeps data only where it must outlive the stack", () => {
    const events = resourcesOf(stacks[2]!);
    const rules = Object.values(events).filter((resource) => resource.Type === "AWS::Events::Rule");
    expect(rules).toHaveLength(8);
    for (const rule of rules) {
      for (const target of (rule.Properties?.Targets ?? [{}]) as object[]) {
        expect(target).toMatchObject({ RetryPolicy: {}, DeadLetterConfig: { Arn: {} } });
      }
    }
    for (const [logicalId, resource] of Object.entries(events)) {
      if (resource.Type !== "AWS::SQS::Queue" || logicalId.endsWith("DeadLetters")) continue;
      expect(resource.Properties?.RedrivePolicy, logicalId).toBeDefined();
    }
    const tables = Object.values(resourcesOf(stacks[1]!)).filter((r) => r.Type === "AWS::DynamoDB::Table");
    expect(tables).toHaveLength(6);
    const kept = stage === "prod" ? "RetainExceptOnCreate" : "Delete";
    for (const table of tables) expect(table.DeletionPolicy).toBe(kept);
  });
});

describe("laws", () => {
  it("outline: the same priced resources as the templates, on every property it tells", () => {
    fc.assert(
      fc.property(validSpec, anyContext, (spec, ctx) => {
        const outline = model.outline(spec, ctx);
        const stacks = synthesizeApp("ticketing", spec, ctx);
        expect(outline.map(({ key, region }) => ({ key, region }))).toEqual(
          stacks.map(({ key, region }) => ({ key, region })),
        );
        for (const [index, stack] of stacks.entries()) {
          const told = outline[index]!.template.Resources;
          const priced = Object.entries(resourcesOf(stack)).filter(([, r]) => !FREE_TYPES.has(r.Type));
          expect(Object.keys(told).sort()).toEqual(priced.map(([id]) => id).sort());
          for (const [id, resource] of priced) expect(resource).toMatchObject(told[id]!);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("usage: only of resources in the outline, with low ≤ expected ≤ high", () => {
    fc.assert(
      fc.property(validSpec, anyContext, (spec, ctx) => {
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
      fc.property(validSpec, brokenField, (spec, { path, value }) => {
        const broken = structuredClone(spec) as Record<string, Record<string, unknown>>;
        const [section = "", field] = path.split(".");
        if (field) broken[section]![field] = value;
        else (broken as Record<string, unknown>)[section] = value;
        const problems = describeSpecProblems(model, broken);
        expect(problems.map((problem) => problem.field)).toEqual([path]);
        expect(SPEC_MESSAGES).toHaveProperty([problems[0]!.messageKey]);
        for (const text of [problems[0]!.message, problems[0]!.messageKo]) expect(text).not.toMatch(/[{}]/);
        try {
          synthesizeApp("ticketing", broken, context("dev"));
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
