import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "@greenroom/errors";
import { availabilityZones, synthesizeApp } from "@greenroom/infra-templates";
import { getBlueprint, parseSpec } from "@greenroom/infra-templates/catalog";
import { type ManifestSpec, manifestFiles, remainingSteps } from "@greenroom/infra-templates/manifests";

export interface WriteTemplatesInput {
  blueprint: string;
  /** Key of the size to start from; the blueprint's first when it is not said. */
  preset?: string;
  /** Settings that differ from the size. */
  overrides: Record<string, unknown>;
  region: string;
  name: string;
  stage?: string;
  account: string;
  /**
   * Folder, made when it is not there. Templates of stacks that this environment does not have are removed
   * from it.
   */
  out: string;
}

export interface WrittenTemplate {
  key: string;
  file: string;
  region: string;
  resourceCount: number;
  bytes: number;
}

/**
 * Writes each stack's template as it is sent to CloudFormation: minified JSON, `<stack>.template.json`.
 * @throws AppError NOT_FOUND for an unknown blueprint or size, INVALID_INPUT with the field for settings that
 * are refused; nothing is written then
 */
export function writeTemplates(input: WriteTemplatesInput): WrittenTemplate[] {
  const { model, spec, stage } = chosen(input);
  availabilityZones(input.region, 1);
  // Synthesis itself does not ask for the day, since what was once approved must stay as it is.
  parseSpec(model, spec, {
    region: input.region,
    stage,
    today: new Date().toISOString().slice(0, 10),
  });
  const stacks = synthesizeApp(model.id, spec, {
    environmentName: input.name,
    teamSlug: "sample-team",
    ownerEmail: "owner@sample.invalid",
    costCentre: "sample",
    requestNumber: 0,
    stage,
    region: input.region,
    accountId: input.account,
    expiresOn: null,
  });
  mkdirSync(input.out, { recursive: true });
  const fileOf = (key: string) => path.join(input.out, `${key}.template.json`);
  for (const { key } of model.everyStack) rmSync(fileOf(key), { force: true });
  return stacks.map(({ key, region, template }) => {
    const text = JSON.stringify(template);
    writeFileSync(fileOf(key), text);
    const resourceCount = Object.keys(template.Resources as object).length;
    return { key, file: fileOf(key), region, resourceCount, bytes: Buffer.byteLength(text) };
  });
}

/** @throws AppError NOT_FOUND for an unknown blueprint or size */
function chosen(input: WriteTemplatesInput) {
  const model = getBlueprint(input.blueprint);
  const preset =
    model.presets.find(({ key }) => key === input.preset) ?? (input.preset ? null : model.presets[0]);
  if (!preset) {
    const known = model.presets.map(({ key }) => key).join(", ");
    throw new AppError("sizeUnknown", { blueprint: model.id, size: input.preset ?? null, known });
  }
  const stage = input.stage ?? preset.stages[0] ?? "dev";
  const spec = merge(preset.spec, input.overrides);
  return { model, spec, stage };
}

/**
 * Writes what is applied to the cluster afterwards below `manifests`; what only a deployment tells stands as
 * <stack.Output>. The environment's page has the same files filled in.
 * @returns the files, none for a blueprint or spec without a cluster
 */
export function writeManifests(input: WriteTemplatesInput): string[] {
  const { model, spec, stage } = chosen(input);
  const folder = path.join(input.out, "manifests");
  rmSync(folder, { recursive: true, force: true });
  const context = {
    environmentName: input.name,
    region: input.region,
    stage,
    accountId: input.account,
  };
  const read = (stack: string, output: string) => `<${stack}.${output}>`;
  const files = manifestFiles(remainingSteps(model.specSchema.parse(spec) as ManifestSpec, context, read));
  if (files.length > 0) mkdirSync(folder, { recursive: true });
  return files.map(({ name, content }) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The size's settings with those of the overrides in their place, group by group; a list is replaced as a
 * whole.
 */
function merge(base: unknown, overrides: unknown): unknown {
  if (!isObject(base) || !isObject(overrides)) return overrides;
  const merged = Object.entries(overrides).map(([key, value]) => [
    key,
    key in base ? merge(base[key], value) : value,
  ]);
  return { ...base, ...Object.fromEntries(merged) };
}
