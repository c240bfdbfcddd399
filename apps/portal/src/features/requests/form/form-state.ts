import type { Stage } from "@greenroom/environments/schema";
import type { BlueprintModel, FormField } from "@greenroom/infra-templates/catalog";
import { readPath } from "@greenroom/infra-templates/catalog";
import type { FormContext } from "@greenroom/requests/schema";
import { isFieldVisible, sameValue, writePath } from "../../../modules/environments/spec-path";

type Spec = Record<string, unknown>;

/**
 * The blueprint's part of a form: where it started (a preset, or an environment as it is) and what was
 * changed since.
 */
export interface SpecForm {
  base: Spec;
  /** Changed values by dotted path; a path that is absent has the base's value. */
  changes: Record<string, unknown>;
}

/** A whole form for a new environment, as it is kept while somebody fills it in. */
export interface CreateForm {
  idempotencyKey: string;
  name: string;
  teamId: string;
  stage: Stage;
  presetKey: string;
  cloudAccountId: string;
  region: string;
  /** Days as typed; empty means no end. */
  lifetimeDays: string;
  reason: string;
  spec: SpecForm;
}

const fieldsOf = (model: BlueprintModel): readonly FormField[] =>
  model.sections.flatMap((section) => section.fields);

/**
 * An environment's spec as its blueprint reads it today: one of an older version has no word on what came
 * later, but the schema has. A spec that the schema refuses stays as it is, and the form says why.
 */
export function completeSpec(model: BlueprintModel, spec: Spec): Spec {
  const read = model.specSchema.safeParse(spec);
  return read.success ? (read.data as Spec) : spec;
}

/** The spec that the form stands for. */
export function specOf(form: SpecForm): Spec {
  return Object.entries(form.changes).reduce(
    (spec, [path, value]) => writePath(spec, path, value),
    form.base,
  );
}

export const isChanged = (form: SpecForm, path: string): boolean => Object.hasOwn(form.changes, path);

/**
 * Sets one field. Its base value again means it is not changed any more. Fields that this hides go back to
 * the base, so that no stale answer is sent unseen.
 */
export function setField(model: BlueprintModel, form: SpecForm, path: string, value: unknown): SpecForm {
  const { [path]: _, ...others } = form.changes;
  const changes = sameValue(value, readPath(form.base, path)) ? others : { ...others, [path]: value };
  return dropHidden(model, { ...form, changes });
}

export function resetField(model: BlueprintModel, form: SpecForm, path: string): SpecForm {
  return setField(model, form, path, readPath(form.base, path));
}

function dropHidden(model: BlueprintModel, form: SpecForm): SpecForm {
  const spec = specOf(form);
  const hidden = new Set(
    fieldsOf(model)
      .filter((field) => !isFieldVisible(field, spec))
      .map((field) => field.path),
  );
  const kept = Object.entries(form.changes).filter(([path]) => !hidden.has(path));
  if (kept.length === Object.keys(form.changes).length) return form;
  return dropHidden(model, { ...form, changes: Object.fromEntries(kept) });
}

/** The text field that holds the environment's network, found by the network it names; null without one. */
export function networkPath(model: BlueprintModel): string | null {
  const example = model.presets[0]?.spec as Spec | undefined;
  if (!example) return null;
  const cidrs = model.cidrs(example);
  const field = fieldsOf(model).find(
    (one) => one.kind === "text" && cidrs.includes(String(readPath(example, one.path))),
  );
  return field?.path ?? null;
}

/** A preset's spec with the network that is free in the account. */
function presetSpec(model: BlueprintModel, presetKey: string, suggestedCidr: string | undefined): Spec {
  const preset = model.presets.find((one) => one.key === presetKey) ?? model.presets[0];
  const spec = (preset?.spec ?? {}) as Spec;
  const path = networkPath(model);
  return path && suggestedCidr ? writePath(spec, path, suggestedCidr) : spec;
}

const presetFor = (model: BlueprintModel, stage: Stage) =>
  (model.presets.find((preset) => preset.stages.includes(stage)) ?? model.presets[0])?.key ?? "";

/**
 * Days an environment of this stage is given at first: two weeks, or what the limit allows; none where none
 * is needed.
 */
function lifetimeFor(context: FormContext, stage: Stage): string {
  const limit = context.lifetimeLimitDays[stage];
  return limit === null || limit === undefined ? "" : String(Math.min(14, limit));
}

/** The account a form opens with: one whose way in is known to work, or else one it is not known of. */
function firstAccount({ accounts }: FormContext) {
  return (
    accounts.find(({ testPassed }) => testPassed === true) ??
    accounts.find(({ testPassed }) => testPassed === null) ??
    accounts[0]
  );
}

/** The form as it opens. */
export function startForm(model: BlueprintModel, context: FormContext, idempotencyKey: string): CreateForm {
  const stage: Stage = "dev";
  const account = firstAccount(context);
  const presetKey = presetFor(model, stage);
  return {
    idempotencyKey,
    name: "",
    teamId: context.teams[0]?.id ?? "",
    stage,
    presetKey,
    cloudAccountId: account?.id ?? "",
    region: account?.regions[0] ?? "",
    lifetimeDays: lifetimeFor(context, stage),
    reason: "",
    spec: { base: presetSpec(model, presetKey, context.suggestedCidrs[account?.id ?? ""]), changes: {} },
  };
}

export type BasicsPatch = Partial<Omit<CreateForm, "spec" | "idempotencyKey">>;

/**
 * Changes what stands above the blueprint's fields, and what depends on it: the stage decides the presets and
 * the lifetime, the account decides the regions and the free network, the preset decides every field that it
 * fills. A network typed by hand stays.
 */
export function changeBasics(
  model: BlueprintModel,
  context: FormContext,
  form: CreateForm,
  patch: BasicsPatch,
): CreateForm {
  const next = { ...form, ...patch };
  if (patch.stage && patch.stage !== form.stage) {
    next.lifetimeDays = lifetimeFor(context, patch.stage);
    const preset = model.presets.find((one) => one.key === form.presetKey);
    if (!preset?.stages.includes(patch.stage)) next.presetKey = presetFor(model, patch.stage);
  }
  if (patch.cloudAccountId && patch.cloudAccountId !== form.cloudAccountId) {
    const regions = context.accounts.find((one) => one.id === patch.cloudAccountId)?.regions ?? [];
    if (!regions.includes(next.region)) next.region = regions[0] ?? "";
  }
  if (next.presetKey === form.presetKey && next.cloudAccountId === form.cloudAccountId) return next;
  const base = presetSpec(model, next.presetKey, context.suggestedCidrs[next.cloudAccountId]);
  if (next.presetKey === form.presetKey) return { ...next, spec: { ...form.spec, base } };
  const path = networkPath(model);
  const changes = path && isChanged(form.spec, path) ? { [path]: form.spec.changes[path] } : {};
  return { ...next, spec: { base, changes } };
}

/**
 * Days as a number, null for no end; text that is no number stays as it is, for the check to refuse it by its
 * value.
 */
export function readLifetime(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}
