import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@greenroom/errors";
import { App } from "aws-cdk-lib";
import { cacheLabTemplates } from "../blueprints/cache-lab/templates";
import { staticSiteTemplates } from "../blueprints/static-site/templates";
import { ticketingTemplates } from "../blueprints/ticketing/templates";
import { type BlueprintId, getBlueprint, parseSpec } from "../catalog";
import type { BlueprintContext } from "../model/blueprint";
import type { BlueprintTemplates } from "./build-stacks";

/** The CDK half of every blueprint of the catalog. */
const BLUEPRINT_TEMPLATES: Record<BlueprintId, BlueprintTemplates> = {
  ticketing: ticketingTemplates,
  "static-site": staticSiteTemplates,
  "cache-lab": cacheLabTemplates,
};

export interface SynthesizedTemplate {
  key: string;
  stackName: string;
  region: string;
  template: Record<string, unknown>;
  /** Keys of the stacks that must exist before it. */
  dependsOn: string[];
}

/**
 * The blueprint's CDK app. Throws INVALID_INPUT for a spec its schema refuses, NOT_FOUND for an unknown
 * blueprint.
 */
export function buildApp(
  blueprintId: string,
  spec: unknown,
  context: BlueprintContext,
  outdir: string | undefined,
): App {
  const { region, stage } = context;
  const model = getBlueprint(blueprintId);
  const parsed = parseSpec(model, spec, { region, stage, today: null });
  const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
  BLUEPRINT_TEMPLATES[model.id as BlueprintId].build(app, parsed, context);
  return app;
}

/**
 * Works with a blueprint's app, and removes the temporary directory that CDK insists on. Throws as
 * `buildApp`.
 */
export function withApp<Result>(
  blueprintId: string,
  spec: unknown,
  context: BlueprintContext,
  work: (app: App) => Result,
): Result {
  const outdir = mkdtempSync(join(tmpdir(), "greenroom-synth-"));
  try {
    return untraced(() => work(buildApp(blueprintId, spec, context, outdir)));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * For each construct CDK notes where in the code it was made, which takes a third of the time and is never
 * read here.
 */
function untraced<Result>(work: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * The blueprint's templates in the order they are applied. Pure but for a temporary directory.
 * Throws TEMPLATE_INVALID when a stack needs facts that only a lookup in AWS could give.
 */
export function synthesizeApp(
  blueprintId: string,
  spec: unknown,
  context: BlueprintContext,
): SynthesizedTemplate[] {
  return withApp(blueprintId, spec, context, (app) => {
    const assembly = app.synth();
    const missing = assembly.manifest.missing ?? [];
    if (missing.length > 0) {
      throw new AppError("blueprintAsksAws", {
        blueprint: blueprintId,
        asked: missing.map((m) => m.provider).join(", "),
      });
    }
    const order = getBlueprint(blueprintId)
      .stacks(parseSpec(getBlueprint(blueprintId), spec))
      .map((stack) => stack.key);
    const keys = new Map(assembly.stacks.map((stack) => [stack.id, stack.hierarchicalId]));
    return assembly.stacks
      .map((stack) => ({
        key: stack.hierarchicalId,
        stackName: stack.stackName,
        region: stack.environment.region,
        template: stack.template as Record<string, unknown>,
        dependsOn: stack.dependencies.flatMap((dependency) => keys.get(dependency.id) ?? []).sort(),
      }))
      .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  });
}
